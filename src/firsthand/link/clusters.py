"""Clusters: events joined match by match, the strongest first, never against what they state."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from firsthand.link.events import FRESH_DAYS, Event
from firsthand.link.faces import count_days, is_day
from firsthand.link.groups import find_root
from firsthand.link.matches import FOLLOW_UP, VICTIM, Match
from firsthand.link.rulings import Rulings
from firsthand.link.sites import are_at_other_sites, find_sites, measure_gap
from firsthand.model.places import Place
from firsthand.model.times import meet

# Matches of this rank on rest on a place or on names alone.
WEAK = 4
_NONE = Rulings()


def join_matches(
    events: Mapping[str, Event], matches: Iterable[Match], rulings: Rulings = _NONE
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Join events to groups: the names of each with the reasons that joined it, sorted.

    What people decided comes first, and nothing joins what they keep apart. A match is passed over
    if it would join two events that one report tells apart by their times. Weak matches join two
    groups only if half of the smaller one has them.
    """
    groups = _make_groups(events, rulings)
    for one, other, reason in rulings.joined:
        _join_decided(groups, one, other, reason)
    ordered = sorted(matches, key=lambda match: _rank(match, events))
    for match in ordered:
        if match.rank < WEAK:
            _join(groups, match)
    weak = [match for match in ordered if match.rank >= WEAK]
    ties = Counter(_find_roots(groups, match.one, match.other) for match in weak)
    for match in weak:
        one, other = _find_roots(groups, match.one, match.other)
        smaller = min(len(groups.by_root[one].members), len(groups.by_root[other].members))
        if 2 * ties[one, other] >= smaller:
            _join(groups, match)
    made = ((group.members, group.reasons) for group in groups.by_root.values())
    return tuple(sorted((tuple(sorted(names)), tuple(sorted(why))) for names, why in made))


class _Group(Struct):
    """A group while it grows: its events, those of each report, the days they state."""

    members: list[str]
    reports: dict[str, list[str]]
    days: Counter[str]
    reasons: set[str]
    barred: set[str]
    sites: dict[str, Place]


class _Groups(Struct):
    """All groups by root, with the parent of each event."""

    events: Mapping[str, Event]
    parents: dict[str, str]
    by_root: dict[str, _Group]


def _make_groups(events: Mapping[str, Event], rulings: Rulings) -> _Groups:
    by_root = {}
    for name in sorted(events):
        event = events[name]
        told = event.time is not None and event.time.start is not None and is_day(event.time)
        by_root[name] = _Group(
            members=[name],
            reports={event.report: [name]},
            days=Counter(
                [event.time.start[:10]] if told and event.time and event.time.start else []
            ),
            reasons=set(),
            barred=set(rulings.barred.get(name, ())),
            sites=find_sites(event),
        )
    return _Groups(events=events, parents={name: name for name in by_root}, by_root=by_root)


def _rank(match: Match, events: Mapping[str, Event]) -> tuple[int, float, str, str]:
    """Rank matches: the strongest first, of equals the nearer: a town goes with its own site."""
    gap = measure_gap(events[match.one], events[match.other])
    return match.rank, gap, match.one, match.other


def _join_decided(groups: _Groups, one: str, other: str, reason: str) -> None:
    low, high = _find_roots(groups, one, other)
    if low != high and not _are_barred(groups.by_root[low], groups.by_root[high]):
        _merge(groups, low, high)
        groups.by_root[find_root(groups.parents, one)].reasons.add(reason)


def _join(groups: _Groups, match: Match) -> None:
    low, high = _find_roots(groups, match.one, match.other)
    if low != high:
        if _conflict(groups, low, high, match):
            return
        _merge(groups, low, high)
    groups.by_root[find_root(groups.parents, match.one)].reasons.add(match.reason)


def _merge(groups: _Groups, one: str, other: str) -> None:
    """Merge the smaller group into the larger, so that no event moves often."""
    large, small = one, other
    if len(groups.by_root[one].members) < len(groups.by_root[other].members):
        large, small = other, one
    home, gone = groups.by_root[large], groups.by_root.pop(small)
    groups.parents[small] = large
    home.members += gone.members
    for report, names in gone.reports.items():
        home.reports.setdefault(report, []).extend(names)
    home.days.update(gone.days)
    home.reasons |= gone.reasons
    home.barred |= gone.barred
    home.sites |= gone.sites


def _find_roots(groups: _Groups, first: str, second: str) -> tuple[str, str]:
    one, other = find_root(groups.parents, first), find_root(groups.parents, second)
    return (one, other) if one < other else (other, one)


def _conflict(groups: _Groups, one: str, other: str, match: Match) -> bool:
    """Tell whether groups state what speaks against their being one, or people keep them apart.

    One report tells two of their events apart, or most of both groups state days far apart: a
    round-up names the victims of many incidents. A person shot one day who dies days later is in
    one incident all the same.
    """
    small, large = groups.by_root[one], groups.by_root[other]
    if len(small.members) > len(large.members):
        small, large = large, small
    if _are_barred(small, large) or _are_far(small, large):
        return True
    if are_at_other_sites(small.sites, large.sites):
        return True
    events = groups.events
    followed = {events[match.one].report, events[match.other].report}
    return any(
        _are_told_apart(events[mine], events[name], same_person=match.rank == VICTIM)
        for report, names in small.reports.items()
        if match.rank != FOLLOW_UP or report not in followed
        for name in names
        for mine in large.reports.get(report, ())
    )


def _are_barred(one: _Group, other: _Group) -> bool:
    return not one.barred.isdisjoint(other.members) if one.barred else False


def _are_told_apart(one: Event, other: Event, *, same_person: bool) -> bool:
    if one.time is None or other.time is None or meet(one.time, other.time) is not False:
        return False
    if not same_person or one.time.start is None or other.time.start is None:
        return True
    return abs(count_days(one.time.start, other.time.start)) > FRESH_DAYS


def _are_far(some: _Group, others: _Group) -> bool:
    if min(len(some.members), len(others.members)) < 2 or not (some.days and others.days):
        return False
    return abs(count_days(_find_day(some), _find_day(others))) > FRESH_DAYS


def _find_day(group: _Group) -> str:
    """Return the day that most events of a group state, the earliest of equals."""
    return min(group.days, key=lambda day: (-group.days[day], day))
