"""Victims: the same person in many reports, by full name and outcome only."""

from collections import defaultdict
from collections.abc import Sequence

from firsthand.model.ids import make_id
from firsthand.model.readings import Reading
from firsthand.model.victims import Victim
from firsthand.text.names import fold_letters


def merge_victims(readings: Sequence[Reading]) -> tuple[tuple[Victim, ...], dict[str, str]]:
    """Merge victims of one full name and outcome whose ages do not speak against it."""
    groups: dict[tuple[str, ...], list[Victim]] = defaultdict(list)
    for reading in readings:
        for victim in reading.victims:
            groups[_make_key(victim)].append(victim)
    merged = {key: _merge(group) for key, group in groups.items()}
    renamed = {victim.id: merged[key].id for key, group in groups.items() for victim in group}
    ordered = sorted(merged.values(), key=lambda victim: (victim.names[0].text, victim.id))
    return tuple(ordered), renamed


def _make_key(victim: Victim) -> tuple[str, ...]:
    name = fold_letters(victim.names[0].text)
    if victim.names[0].reason != "named as harmed" or " " not in name:
        return (victim.id,)
    return (name, victim.outcome, "" if victim.age is None else str(victim.age))


def _merge(group: Sequence[Victim]) -> Victim:
    if len(group) == 1:
        return group[0]
    names = sorted(
        (name for item in group for name in item.names), key=lambda n: (n.report, n.start)
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
