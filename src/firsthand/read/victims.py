"""Victims: persons named or individually described as harmed, each once in a report."""

from collections.abc import Iterator, Sequence

from msgspec import structs
from spacy.tokens import Doc, Token

from firsthand.model.actors import Name
from firsthand.model.casualties import Casualties
from firsthand.model.ids import make_id
from firsthand.model.victims import Victim
from firsthand.read.groups import is_named_person, is_person_word
from firsthand.read.outcomes import Harm, find_harms
from firsthand.read.persons import Person, describe_person
from firsthand.text.names import fold_letters
from firsthand.text.parses import slice_text

# "A person was shot" describes nobody; with an age it does.
_NOBODY_YET = frozenset({"person", "victim", "one", "other", "another", "individual", "someone"})


def find_victims(doc: Doc, report_id: str, casualties: Sequence[Casualties]) -> tuple[Victim, ...]:
    """Find the persons of a report who are named or described one by one as harmed."""
    found: list[Victim] = []
    for harm, head in _list_persons(doc, casualties):
        person = describe_person(head)
        victim = _make_victim(doc, report_id, person, harm)
        same = [index for index, other in enumerate(found) if _is_same(person, victim, other)]
        exact = [index for index in same if _has_equal_name(victim, found[index])]
        if len(exact or same) == 1:
            index = (exact or same)[0]
            found[index] = _merge(found[index], victim)
        elif not same and not _points_back(person):
            # A family name that two victims bear tells of neither, so it is left out.
            found.append(victim)
    return tuple(sorted(found, key=lambda item: item.names[0].start))


def _list_persons(doc: Doc, casualties: Sequence[Casualties]) -> Iterator[tuple[Harm, Token]]:
    """List who is harmed alone: each is a name or a noun in a count of one."""
    for harm in find_harms(doc):
        for head in harm.harmed:
            if _is_counted_alone(head, harm, casualties) and _is_described(head):
                yield harm, head


def _is_counted_alone(head: Token, harm: Harm, casualties: Sequence[Casualties]) -> bool:
    return any(
        count.low == count.high == 1
        and count.outcome == harm.outcome
        and count.start <= head.idx < count.end
        for count in casualties
    )


def _is_described(head: Token) -> bool:
    if is_named_person(head):
        return True
    if head.tag_ not in ("NN", "NNP", "JJ") or not is_person_word(head):
        return False
    person = describe_person(head)
    return person.named or person.age is not None or head.lemma_.casefold() not in _NOBODY_YET


def _points_back(person: Person) -> bool:
    """Tell "the woman", who was told of before, from "the mayor" and "the 47-year-old man"."""
    bare = person.age is None and person.role is None and person.relation is None
    return person.definite and not person.named and bare


def _make_victim(doc: Doc, report_id: str, person: Person, harm: Harm) -> Victim:
    start, end = person.span
    return Victim(
        id=make_id("v", report_id, start),
        names=(
            Name(
                text=slice_text(doc, start, end),
                report=report_id,
                start=start,
                end=end,
                reason="named as harmed" if person.named else "described as harmed",
            ),
        ),
        age=person.age,
        sex=person.sex,
        role=person.role,
        relation=person.relation,
        outcome=harm.outcome,
    )


def _is_same(person: Person, victim: Victim, other: Victim) -> bool:
    """Tell whether a person was told of before: same words, same name, or "the" one of that age."""
    if victim.age is not None and other.age is not None and victim.age != other.age:
        return False
    if victim.names[0].start == other.names[0].start:
        return True
    if person.named and other.names[0].reason == "named as harmed":
        return _share_name(victim.names[0].text, other.names[0].text)
    if person.named or not person.definite or victim.age is None:
        return False
    return victim.age == other.age and (victim.sex is None or other.sex in (None, victim.sex))


def _share_name(one: str, other: str) -> bool:
    """Tell whether two names are one, or one the first or last part of the other."""
    shorter, longer = sorted((fold_letters(one).split(), fold_letters(other).split()), key=len)
    return bool(shorter) and shorter in (longer[-len(shorter) :], longer[: len(shorter)])


def _has_equal_name(victim: Victim, other: Victim) -> bool:
    name = fold_letters(victim.names[0].text)
    return any(fold_letters(known.text) == name for known in other.names)


def _merge(known: Victim, again: Victim) -> Victim:
    """Add what a second mention says; who is told wounded and killed is killed."""
    spans = {(name.start, name.end) for name in known.names}
    new = tuple(name for name in again.names if (name.start, name.end) not in spans)
    return structs.replace(
        known,
        names=(*known.names, *new),
        age=known.age if known.age is not None else again.age,
        sex=known.sex or again.sex,
        role=known.role or again.role,
        relation=known.relation or again.relation,
        outcome="killed" if again.outcome == "killed" else known.outcome,
    )
