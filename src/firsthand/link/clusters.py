"""Clusters: events joined match by match, the strongest first, never against what they state."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from firsthand.link.events import FRESH_DAYS, Event, count_days, is_day
from firsthand.link.groups import find_root
from firsthand.link.matches import VICTIM, Match
from firsthand.model.times import meet


def join_matches(
    events: Mapping[str, Event], matches: Iterable[Match]
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Join events to groups: the names of each with the reasons that joined it, sorted.

    A match is passed over if it would join two events that one report tells apart by their times.
    """
    parents = {name: name for name in sorted(events)}
    members: dict[str, list[str]] = {name: [name] for name in parents}
    reasons: dict[str, set[str]] = {name: set() for name in parents}
    for match in sorted(matches, key=lambda item: (item.rank, item.one, item.other)):
        one, other = find_root(parents, match.one), find_root(parents, match.other)
        if one == other:
            reasons[one].add(match.reason)
            continue
        same_person = match.rank == VICTIM
        if _conflict(events, members[one], members[other], same_person=same_person):
            continue
        low, high = sorted((one, other))
        parents[high] = low
        members[low] += members.pop(high)
        reasons[low] |= reasons.pop(high) | {match.reason}
    return tuple(
        (tuple(sorted(members[root])), tuple(sorted(reasons[root]))) for root in sorted(members)
    )


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
