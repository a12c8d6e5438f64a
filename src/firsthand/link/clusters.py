"""Clusters: events joined match by match, the strongest first, never against what they state."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from firsthand.link.events import FRESH_DAYS, Event, count_days, is_day
from firsthand.link.groups import find_root
from firsthand.link.matches import VICTIM, Match
from firsthand.model.times import meet

# Matches of this rank on rest on a place or on names alone.
WEAK = 4


def join_matches(
    events: Mapping[str, Event], matches: Iterable[Match]
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Join events to groups: the names of each with the reasons that joined it, sorted.

    A match is passed over if it would join two events that one report tells apart by their times.
    Weak matches join two groups only if half of the smaller one has them.
    """
    groups = _Groups(
        parents={name: name for name in sorted(events)},
        members={name: [name] for name in events},
        reasons={name: set() for name in events},
    )
    ordered = sorted(matches, key=lambda item: (item.rank, item.one, item.other))
    for match in ordered:
        if match.rank < WEAK:
            _join(groups, events, match)
    weak = [match for match in ordered if match.rank >= WEAK]
    ties = Counter(_find_roots(groups, match) for match in weak)
    for match in weak:
        one, other = _find_roots(groups, match)
        smaller = min(len(groups.members[one]), len(groups.members[other]))
        if 2 * ties[one, other] >= smaller:
            _join(groups, events, match)
    return tuple(
        (tuple(sorted(groups.members[root])), tuple(sorted(groups.reasons[root])))
        for root in sorted(groups.members)
    )


class _Groups(Struct):
    """Groups while they grow: the parent of each event, and by root its members and reasons."""

    parents: dict[str, str]
    members: dict[str, list[str]]
    reasons: dict[str, set[str]]


def _join(groups: _Groups, events: Mapping[str, Event], match: Match) -> None:
    low, high = _find_roots(groups, match)
    if low == high:
        groups.reasons[low].add(match.reason)
        return
    same_person = match.rank == VICTIM
    mine, others = groups.members[low], groups.members[high]
    if _conflict(events, mine, others, same_person=same_person):
        return
    groups.parents[high] = low
    groups.members[low] += groups.members.pop(high)
    groups.reasons[low] |= groups.reasons.pop(high) | {match.reason}


def _find_roots(groups: _Groups, match: Match) -> tuple[str, str]:
    one, other = find_root(groups.parents, match.one), find_root(groups.parents, match.other)
    return (one, other) if one < other else (other, one)


def _conflict(
    events: Mapping[str, Event],
    some: Sequence[str],
    others: Sequence[str],
    *,
    same_person: bool,
) -> bool:
    """Tell whether groups state what speaks against their being one.

    One report tells two of their events apart, or most of both groups state days far apart: a
    round-up names the victims of many incidents. A person shot one day who dies days later is in
    one incident all the same.
    """
    by_report: dict[str, list[Event]] = {}
    for name in some:
        by_report.setdefault(events[name].report, []).append(events[name])
    told_apart = any(
        _are_told_apart(events[name], mine, same_person=same_person)
        for name in others
        for mine in by_report.get(events[name].report, ())
    )
    return told_apart or _are_far([events[n] for n in some], [events[n] for n in others])


def _are_told_apart(one: Event, other: Event, *, same_person: bool) -> bool:
    if one.time is None or other.time is None or meet(one.time, other.time) is not False:
        return False
    if not same_person or one.time.start is None or other.time.start is None:
        return True
    return abs(count_days(one.time.start, other.time.start)) > FRESH_DAYS


def _are_far(some: Sequence[Event], others: Sequence[Event]) -> bool:
    if min(len(some), len(others)) < 2:
        return False
    one, other = _find_day(some), _find_day(others)
    return one is not None and other is not None and abs(count_days(one, other)) > FRESH_DAYS


def _find_day(events: Sequence[Event]) -> str | None:
    """Return the day that most events of a group state, the earliest of equals."""
    days = Counter(
        event.time.start[:10]
        for event in events
        if event.time is not None and event.time.start is not None and is_day(event.time)
    )
    return min(days, key=lambda day: (-days[day], day), default=None)
