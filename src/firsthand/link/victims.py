"""Victims: the same person in many reports, by spellings of a full name and outcome only."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import structs

from firsthand.link.groups import join_pairs
from firsthand.link.spellings import find_likeness, find_spellings
from firsthand.model.actors import Name
from firsthand.model.ids import make_id
from firsthand.model.readings import Reading
from firsthand.model.victims import Victim
from firsthand.text.names import fold_letters


def merge_victims(readings: Sequence[Reading]) -> tuple[tuple[Victim, ...], dict[str, str]]:
    """Merge victims of one full name and outcome whom neither age nor sex keeps apart."""
    victims = [victim for reading in readings for victim in reading.victims]
    groups = list(_group(victims))
    merged = [_merge(group) for group in groups]
    renamed = {
        victim.id: person.id
        for group, person in zip(groups, merged, strict=True)
        for victim in group
    }
    ordered = sorted(merged, key=lambda victim: (victim.names[0].text, victim.id))
    return tuple(ordered), renamed


def _group(victims: Sequence[Victim]) -> Iterator[list[Victim]]:
    """Group victims by their full names, whatever the spelling; who has none stays alone."""
    named: dict[str, list[Victim]] = defaultdict(list)
    for victim in victims:
        text = victim.names[0].text
        if victim.names[0].reason == "named as harmed" and " " in fold_letters(text):
            named[text].append(victim)
        else:
            yield [victim]
    for names in _join_spellings(named):
        by_outcome: dict[str, list[Victim]] = defaultdict(list)
        for victim in (victim for name in names for victim in named[name]):
            by_outcome[victim.outcome].append(victim)
        for same in by_outcome.values():
            yield from _keep_apart(same)


def _join_spellings(named: dict[str, list[Victim]]) -> Iterator[tuple[str, ...]]:
    """Join the spellings of a name, except those that one report tells apart, as of brothers."""
    first: dict[str, str] = {}
    equal = [(first.setdefault(fold_letters(name), name), name) for name in sorted(named)]
    for names in join_pairs([*equal, *find_spellings(sorted(first.values()))]):
        spelt = {
            (victim.names[0].report, fold_letters(name)) for name in names for victim in named[name]
        }
        if len({report for report, _ in spelt}) == len(spelt):
            yield names
        else:
            yield from join_pairs(pair for pair in equal if pair[0] in names)


def _keep_apart(victims: Sequence[Victim]) -> Iterator[list[Victim]]:
    """Keep those of one name apart whom age or sex tells apart.

    One of whom neither is told joins the only person there is; among several that stays open.
    """
    known = {(victim.age, victim.sex) for victim in victims}
    ages = {age for age, _ in known if age is not None}
    sexes = {sex for _, sex in known if sex is not None}
    if len(ages) < 2 and len(sexes) < 2:
        yield list(victims)
        return
    apart: dict[tuple[int | None, str | None], list[Victim]] = defaultdict(list)
    for victim in victims:
        apart[victim.age, victim.sex if len(sexes) > 1 else None].append(victim)
    yield from apart.values()


def _merge(group: Sequence[Victim]) -> Victim:
    if len(group) == 1:
        return group[0]
    best = max((item.names[0].text for item in group), key=lambda text: (len(text), text))
    names = sorted(
        (_say_why(name, best) for item in group for name in item.names),
        key=lambda name: (name.report, name.start),
    )
    return Victim(
        id=make_id("v", *sorted(item.id for item in group)),
        names=tuple(names),
        age=next((item.age for item in group if item.age is not None), None),
        sex=next((item.sex for item in group if item.sex is not None), None),
        role=next((item.role for item in group if item.role is not None), None),
        relation=next((item.relation for item in group if item.relation is not None), None),
        outcome=group[0].outcome,
        claims=tuple(sorted({claim for item in group for claim in item.claims})),
    )


def _say_why(name: Name, best: str) -> Name:
    likeness = find_likeness(name.text, best)
    if likeness in (None, "same name"):
        return name
    return structs.replace(name, reason=f"{name.reason}; {likeness} as “{best}”")
