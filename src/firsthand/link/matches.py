"""Matches: why two events of different reports are one, or that it is not known."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from firsthand.link.distances import compare_places, is_same_name
from firsthand.link.events import FRESH_DAYS, Event
from firsthand.link.faces import HARMED, count_days, is_closed, is_day
from firsthand.link.likenesses import LEAST_SHARED, Likeness, Pair, are_alike, is_same_day
from firsthand.link.rarities import find_shared
from firsthand.link.sites import are_at_one_site
from firsthand.model.times import meet

# A count of one or two says little: on a bad day many incidents have it.
LEAST_TELLING_COUNT = 3
# Reports of one place that few name are of one event if they appeared at most this far apart.
NEIGHBOUR_DAYS = 3
# The ranks of some reasons: a victim named in both is the strongest, and what a place and a time
# or stronger ones say is settled.
VICTIM = 0
PLACE_TIME = 2
FOLLOW_UP = 6

_UNLIKE = Likeness(0.0)


class Match(Struct, frozen=True, kw_only=True, gc=False):
    """Two events by name that are one, why, and how strongly: 0 is the strongest."""

    one: str
    other: str
    reason: str
    rank: int


class Case(Struct, frozen=True, kw_only=True):
    """What all reports together tell: how rare each word of a name is, which are alike,
    and the places that hardly any name.
    """

    rare: Mapping[str, float]
    alike: Mapping[Pair, Likeness]
    places: frozenset[str] = frozenset()


class _Pairing(Struct, frozen=True, kw_only=True, gc=False):
    """Two events side by side: whether their times meet and their places are one, if known."""

    one: Event
    other: Event
    case: Case
    copied: bool
    met: bool | None
    place: bool | None
    like: Likeness


Reason = tuple[int, str]


def explain_match(one: Event, other: Event, case: Case, *, copied: bool) -> Reason | None:
    """Return the rank of the strongest reason why two events are one with the reason, or None."""
    first, second = sorted((one.report, other.report))
    pairing = _Pairing(
        one=one,
        other=other,
        case=case,
        copied=copied,
        met=None if one.time is None or other.time is None else meet(one.time, other.time),
        place=compare_places(one.place, other.place),
        like=case.alike.get((first, second), _UNLIKE),
    )
    victim = _by_victim(pairing)
    if victim is not None or pairing.place is False:
        return victim
    found = (give(pairing) for give in _REASONS)
    return next((reason for reason in found if reason is not None), None)


def _by_victim(pairing: _Pairing) -> Reason | None:
    one, other = pairing.one, pairing.other
    victim = find_shared(one.victims, other.victims | other.people) or find_shared(
        other.victims, one.people
    )
    if victim is None or (pairing.met is False and _are_far(one, other)):
        return None
    return VICTIM, f"both name the victim {' '.join(victim).title()}"


def _by_text(pairing: _Pairing) -> Reason | None:
    untimed = pairing.one.time is None and pairing.other.time is None
    if not pairing.copied or not (pairing.met or untimed):
        return None
    return 1, "same time and text" if pairing.met else "same text"


def _by_place_and_time(pairing: _Pairing) -> Reason | None:
    if pairing.met and pairing.place and _are_sharp(pairing.one, pairing.other):
        return PLACE_TIME, "same place and time"
    return None


def _by_day_and_words(pairing: _Pairing) -> Reason | None:
    if not (pairing.met and _are_days(pairing.one, pairing.other)):
        return None
    if not is_same_day(pairing.like, place=pairing.place):
        return None
    return PLACE_TIME, f"same day, both tell of {', '.join(pairing.like.words)}"


def _by_count(pairing: _Pairing) -> Reason | None:
    """Tell whether two events of a day share an act, a telling count and a place few name."""
    one, other = pairing.one, pairing.other
    if not (pairing.met and _are_days(one, other) and _share_telling(one, other)):
        return None
    places = one.around & other.around
    known = any(word in pairing.case.rare for place in places for word in place.split())
    if not known or not set(one.acts) & set(other.acts):
        return None
    return 3, "same time, act and count, and a place that both name"


def _by_site(pairing: _Pairing) -> Reason | None:
    """Tell whether two reports of days close by are about a place few name, and one count."""
    one, other = pairing.one, pairing.other
    sites = one.around & other.around & pairing.case.places
    if not sites or pairing.met is False or not (one.main and other.main):
        return None
    days = _count_apart(one, other)
    shared = any(outcome in HARMED for outcome, _ in one.counts & other.counts)
    if days is None or days > NEIGHBOUR_DAYS or not shared:
        return None
    reason = f"reported within days, both name the place {min(sites).title()}"
    return 3 if pairing.met else 5, reason


def _by_place_and_report(pairing: _Pairing) -> Reason | None:
    one, other = pairing.one, pairing.other
    if not pairing.place or pairing.met is False or not _have_more_in_common(pairing):
        return None
    if not (_is_fresh(one, other) or _is_fresh(other, one)):
        return None
    return 4, "same place, and one of them was reported within days"


def _by_words(pairing: _Pairing) -> Reason | None:
    one, other = pairing.one, pairing.other
    days = _count_apart(one, other)
    if days is None or not (one.main and other.main):
        return None
    gap = None
    if pairing.met is False and one.time is not None and other.time is not None:
        gap = abs(count_days(one.time.start or "9999-12-31", other.time.start or "0001-01-01"))
    if not are_alike(pairing.like, days, gap, place=pairing.place):
        return None
    return 5, f"reported within days or weeks, both tell of {', '.join(pairing.like.words)}"


_REASONS: tuple[Callable[[_Pairing], Reason | None], ...] = (
    _by_text,
    _by_place_and_time,
    _by_day_and_words,
    _by_count,
    _by_site,
    _by_place_and_report,
    _by_words,
)


def _count_apart(one: Event, other: Event) -> int | None:
    """Count the days between the publication of two reports."""
    if one.published is None or other.published is None:
        return None
    return abs(count_days(one.published, other.published))


def _are_far(one: Event, other: Event) -> bool:
    """Tell whether two days lie apart farther than reports err: a victim may be named again."""
    if one.time is None or other.time is None or not (one.time.start and other.time.start):
        return False
    return _are_days(one, other) and abs(count_days(one.time.start, other.time.start)) > FRESH_DAYS


def _are_days(one: Event, other: Event) -> bool:
    return all(event.time is not None and is_day(event.time) for event in (one, other))


def _are_sharp(one: Event, other: Event) -> bool:
    """Tell whether time and place are told sharply enough to make two events one.

    "In November 2016" and a day of it need a place of one name, a year also a count in common;
    "after the weekend" says no end and is never sharp.
    """
    if one.time is None or other.time is None or one.place is None or other.place is None:
        return False
    if not (is_closed(one.time) and is_closed(other.time)):
        return False
    precisions = {one.time.precision, other.time.precision}
    if all(is_day(time) or time.precision == "week" for time in (one.time, other.time)):
        return True
    if not is_same_name(one.place, other.place):
        return False
    return "year" not in precisions or bool(one.counts & other.counts)


def _share_telling(one: Event, other: Event) -> bool:
    return any(low >= LEAST_TELLING_COUNT for _, low in one.counts & other.counts)


def _have_more_in_common(pairing: _Pairing) -> bool:
    """Tell whether a place in common is enough: a site is, a town needs a count or rare words.

    In a case of many reports one or two killed are no telling count, and names in common are
    weighed with all other words.
    """
    one, other, case = pairing.one, pairing.other, pairing.case
    if one.place is not None and other.place is not None:
        exact = "town" not in (one.place.precision, other.place.precision)
        if exact and is_same_name(one.place, other.place):
            return True
    if case.alike:
        return pairing.like.share >= LEAST_SHARED or _share_telling(one, other)
    return bool(one.counts & other.counts or one.names & other.names & case.rare.keys())


def _is_fresh(dated: Event, undated: Event) -> bool:
    """Tell whether an undated report appeared soon after a dated event.

    "By 6 p.m." dates nothing. What a report tells in passing is of that event only at its site.
    """
    if undated.time is not None and undated.time.start is not None:
        return False
    if undated.published is None or not (undated.main or are_at_one_site(dated, undated)):
        return False
    start = dated.published if dated.time is None else dated.time.start
    if start is None:
        return False
    days = count_days(start, undated.published)
    return (0 if dated.time is not None else -FRESH_DAYS) <= days <= FRESH_DAYS
