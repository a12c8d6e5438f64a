"""Matches: why two events of different reports are one, or that it is not known."""

import math
from collections.abc import Iterator, Mapping

from msgspec import Struct

from firsthand.link.distances import compare_places, is_same_name
from firsthand.link.events import FRESH_DAYS, Event, count_days, is_day
from firsthand.link.rarities import compare_names, find_shared
from firsthand.model.times import meet

# A count of one or two says little: on a bad day many incidents have it.
LEAST_TELLING_COUNT = 3
# Reports this many days apart tell one event if the names they share have this weight (in units of
# a name that one report in all has) and this share of the lesser one's names. Measured on pairs of
# shooting reports: of those within a week 91 in 100 are one event.
NEAR = (7, 1.3, 0.3)
LATE = (40, 1.9, 0.4)
EVER = (10_000, 3.0, 0.6)
LEAST_WEIGHT = 8.0
# The rank of a victim named in both, the strongest reason.
VICTIM = 0


class Match(Struct, frozen=True, kw_only=True):
    """Two events by name that are one, why, and how strongly: 0 is the strongest."""

    one: str
    other: str
    reason: str
    rank: int


class Case(Struct, frozen=True, kw_only=True):
    """What all reports together tell: how rare each word of a name is, and how many reports."""

    rare: Mapping[str, float]
    reports: int


def explain_match(one: Event, other: Event, case: Case, *, copied: bool) -> tuple[int, str] | None:
    """Return the rank of the strongest reason why two events are one with the reason, or None."""
    reasons = _list_reasons(one, other, case, copied=copied)
    return next(reasons, None)


def _list_reasons(
    one: Event, other: Event, case: Case, *, copied: bool
) -> Iterator[tuple[int, str]]:
    """Yield reasons, the strongest first."""
    met = None if one.time is None or other.time is None else meet(one.time, other.time)
    place = compare_places(one.place, other.place)
    victim = _find_victim(one, other)
    if victim is not None and not (met is False and _are_far(one, other)):
        yield VICTIM, f"both name the victim {' '.join(victim).title()}"
    if place is False:
        return
    if copied and (met or (one.time is None and other.time is None)):
        yield 1, "same time and text" if met else "same text"
    if met and place and _are_sharp(one, other):
        yield 2, "same place and time"
    if met and _are_days(one, other) and _share_count(one, other, case):
        yield 3, "same time, act and count, and a place that both name"
    fresh = _is_fresh(one, other) or _is_fresh(other, one)
    if place and met is None and fresh and _have_more_in_common(one, other, case):
        yield 4, "same place, and one of them was reported within days"
    names = _find_names(one, other, case)
    if names and met is not False and one.main and other.main:
        yield 5, f"reported within days or weeks, both name {', '.join(names)}"


def _find_victim(one: Event, other: Event) -> tuple[str, ...] | None:
    return find_shared(one.victims, other.victims | other.people) or find_shared(
        other.victims, one.people
    )


def _are_far(one: Event, other: Event) -> bool:
    """Tell whether two days lie apart farther than reports err: a victim may be named again."""
    if one.time is None or other.time is None or not (one.time.start and other.time.start):
        return False
    return _are_days(one, other) and abs(count_days(one.time.start, other.time.start)) > FRESH_DAYS


def _are_days(one: Event, other: Event) -> bool:
    return all(event.time is not None and is_day(event.time) for event in (one, other))


def _are_sharp(one: Event, other: Event) -> bool:
    """Tell whether time and place are told sharply enough to make two events one.

    "In November 2016" and a day of it need a place of one name, a year also a count in common.
    """
    if one.time is None or other.time is None or one.place is None or other.place is None:
        return False
    precisions = {one.time.precision, other.time.precision}
    if all(is_day(time) or time.precision == "week" for time in (one.time, other.time)):
        return True
    if not is_same_name(one.place, other.place):
        return False
    return "year" not in precisions or bool(one.counts & other.counts)


def _share_count(one: Event, other: Event, case: Case) -> bool:
    """Tell whether two events share an act, a telling count and a place few reports name."""
    shared = {count for count in one.counts & other.counts if count[1] >= LEAST_TELLING_COUNT}
    places = one.around & other.around
    known = any(word in case.rare for place in places for word in place.split())
    return bool(shared and set(one.acts) & set(other.acts) and known)


def _have_more_in_common(one: Event, other: Event, case: Case) -> bool:
    """Tell whether a place in common is enough: a site is, a town needs a count or a rare name."""
    if one.place is not None and other.place is not None:
        exact = "town" not in (one.place.precision, other.place.precision)
        if exact and is_same_name(one.place, other.place):
            return True
    return bool(one.counts & other.counts or one.names & other.names & case.rare.keys())


def _is_fresh(dated: Event, undated: Event) -> bool:
    """Tell whether an undated report appeared soon after a dated event."""
    if undated.time is not None or undated.published is None or not undated.main:
        return False
    start = dated.published if dated.time is None else dated.time.start
    if start is None:
        return False
    days = count_days(start, undated.published)
    return (0 if dated.time is not None else -FRESH_DAYS) <= days <= FRESH_DAYS


def _find_names(one: Event, other: Event, case: Case) -> tuple[str, ...]:
    """Return rare names that both reports have, if they are enough for how far apart they are."""
    if one.published is None or other.published is None:
        return ()
    days = abs(count_days(one.published, other.published))
    likeness = compare_names(one.names, other.names, case.rare)
    unit = math.log(max(case.reports, 2))
    for most_days, weight, share in (NEAR, LATE, EVER):
        enough = max(LEAST_WEIGHT, weight * unit)
        if days <= most_days and likeness.weight >= enough and likeness.share >= share:
            return likeness.names
    return ()
