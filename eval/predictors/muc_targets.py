"""MUC targets: how the key words whom and what an incident hit, with what, and how many."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from eval.predictors import muc_slots as slots
from eval.predictors import muc_words as w
from eval.predictors.sums import add_up
from firsthand.model.acts import Participant
from firsthand.model.casualties import Casualties
from firsthand.model.claims import Claim

_HARM = ("killing", "death", "injuring", "abduction", "execution", "massacre")
_MOST_PEOPLE = 6


def find_people(claims: Sequence[Claim], source: slots.Source) -> list[dict[str, object]]:
    """Return the people acted on, each with the effect; those named stand for "people"."""
    found: dict[str, dict[str, object]] = {}
    for words, effect in (*_list_targets(claims, source), *_list_victims(claims, source)):
        item = found.setdefault(_key(words), {"names": [words]})
        if effect is not None:
            item["effect"] = [effect]
    if len(found) > 1:
        found = {key: item for key, item in found.items() if key not in w.ANYBODY} or found
    return list(found.values())[:_MOST_PEOPLE]


def _list_targets(
    claims: Sequence[Claim], source: slots.Source
) -> Iterator[tuple[str, str | None]]:
    """List the people that acts are done to, then those counted."""
    for claim in claims:
        if claim.act is None or claim.act.negated:
            continue
        for target in claim.act.targets:
            words = slots.clean(target.text)
            if not w.PRONOUN.match(words) and _is_person(words, target, source):
                yield words, _judge_effect(claim)
    for claim in claims:
        for count in claim.casualties:
            words = _strip_number(slots.clean(count.text))
            if count.outcome in w.EFFECTS and w.PERSON.search(words) and not is_fighter(words):
                yield words, w.EFFECTS[count.outcome]


def _list_victims(
    claims: Sequence[Claim], source: slots.Source
) -> Iterator[tuple[str, str | None]]:
    """List the victims that the claims name."""
    ids = {claim.id for claim in claims}
    for victim in source.reading.victims:
        if ids.intersection(victim.claims) and victim.names:
            yield slots.clean(victim.names[0].text), w.EFFECTS.get(victim.outcome or "")


def find_things(claims: Sequence[Claim], source: slots.Source) -> list[dict[str, object]]:
    """Return the buildings, vehicles and lines acted on."""
    things: dict[str, dict[str, object]] = {}
    for claim in claims:
        if claim.act is None or claim.act.type in _HARM or claim.act.negated:
            continue
        for target in claim.act.targets:
            words = _strip_number(slots.clean(target.text))
            if _is_thing(words, target, source):
                things.setdefault(_key(words), {"ids": [words]})
    return list(things.values())[:3]


def _is_thing(words: str, target: Participant, source: slots.Source) -> bool:
    if w.PRONOUN.match(words) or _is_person(words, target, source) or not words:
        return False
    head = _find_head(source.doc, target)
    if head is not None and head.lemma_.upper() in w.THINGS:
        return True
    return not any(
        place.start < target.end and target.start < place.end for place in source.reading.places
    )


def find_instruments(
    claims: Sequence[Claim], source: slots.Source, kind: str
) -> list[dict[str, object]]:
    """Return the weapons of the acts, else those named in their sentences."""
    own = [
        match[0].upper()
        for claim in claims
        if claim.act is not None
        for tool in claim.act.instruments
        if (match := w.WEAPONS.search(slots.clean(tool.text))) is not None
    ]
    if not own:
        own = [
            match[0].upper()
            for claim in claims
            if (match := w.WEAPONS.search(slots.find_sentence(source, claim))) is not None
        ]
    keys = {_key(words): words for words in reversed(own)}
    found = list(keys.values())[:2] if kind == "BOMBING" or len(keys) == 1 else []
    return [{"ids": [words]} for words in found]


def add_up_harmed(
    claims: Sequence[Claim], source: slots.Source, outcome: str
) -> dict[str, object] | None:
    """Add up the counts of an outcome told together, as the key adds its targets."""
    counts = {
        (count.start, count.end): count
        for claim in claims
        for count in claim.casualties
        if count.outcome == outcome and count.part_of is None and _is_counted(count)
    }
    if not counts:
        return _count_targets(claims, outcome)
    ordered = [counts[part] for part in sorted(counts)]
    most = max(ordered, key=lambda count: count.low or count.high or 0)
    if most.vague:
        return {"low": most.low or 2, "high": None, "plural": True}
    ids = {claim.id for claim in claims}
    named = {
        _key(slots.clean(victim.names[0].text))
        for victim in source.reading.victims
        if victim.outcome == outcome and ids.intersection(victim.claims) and victim.names
    }
    total = max(len(named), *add_up(source.text, ordered))
    return {"low": total, "high": total, "plural": False}


def is_fighter(words: str) -> bool:
    """Tell whether words mean rebels or criminals: harm to them is no incident of the key."""
    return w.FIGHTERS.search(words) is not None and w.PERSON_HARMED.search(words) is None


def _is_counted(count: Casualties) -> bool:
    low = count.low if count.low is not None else count.high
    return bool(low) and (low or 0) < w.LARGEST and not is_fighter(slots.clean(count.text))


def _count_targets(claims: Sequence[Claim], outcome: str) -> dict[str, object] | None:
    """Count the persons told as harmed where no count was read: a name is one."""
    types = ("killing", "death", "execution") if outcome == "killed" else ("injuring",)
    people = {
        _key(slots.clean(target.text))
        for claim in claims
        if claim.act is not None and claim.act.type in types and not claim.act.negated
        for target in claim.act.targets
        if not w.PRONOUN.match(slots.clean(target.text))
    }
    return {"low": len(people), "high": len(people), "plural": False} if people else None


def _judge_effect(claim: Claim) -> str | None:
    act = "" if claim.act is None else claim.act.type
    if act in ("killing", "death", "execution", "massacre"):
        return "DEATH"
    if act == "injuring":
        return "INJURY"
    if any(count.outcome == "killed" for count in claim.casualties):
        return "DEATH"
    return None


def _is_person(words: str, target: Participant, source: slots.Source) -> bool:
    head = _find_head(source.doc, target)
    if head is not None and head.lemma_.upper() in w.THINGS:
        return False
    if w.PERSON.search(words.split(" OF ")[0]) or (
        head is not None and w.PERSON.search(head.text.upper())
    ):
        return True
    return head is not None and head.ent_type_ in ("PERSON", "NORP")


def _find_head(doc: Doc, target: Participant) -> Token | None:
    span = doc.char_span(target.start, target.end, alignment_mode="expand")
    return None if span is None else span.root


def _strip_number(words: str) -> str:
    return re.sub(
        r"^(?:AT LEAST |ABOUT |APPROXIMATELY |SOME |MORE THAN |ANOTHER )?(?:\d[\d,]*|ONE|TWO|THREE"
        r"|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|SEVERAL|MANY|A NUMBER OF)\s+(?:OTHER )?",
        "",
        words,
    )


def _key(words: str) -> str:
    return words.split(" OF ")[0].split()[-1] if words.split() else words
