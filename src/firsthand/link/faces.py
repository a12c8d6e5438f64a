"""Faces: the time, the place and the counts that claims of one event state together."""

import datetime
from collections import Counter
from collections.abc import Sequence

from firsthand.link.deaths import find_late_deaths
from firsthand.link.distances import strip_kind, takes_in
from firsthand.model.claims import Claim
from firsthand.model.places import Place
from firsthand.model.times import TimeSpan

PRECISE = ("minute", "hour", "part of day", "day")
_DATED = (*PRECISE, "week", "month", "season", "year")
# What follows an attack and is dated by itself: it never tells when the attack was.
PROCEEDINGS = frozenset({"arrest", "detention", "expulsion"})
# Outcomes that are told of an event again and again; an arrest is told of whatever it was for.
HARMED = ("killed", "injured", "missing", "abducted")
PLACE_ORDER = ("site", "unknown", "town", "near town", "district", "province")


def find_time(claims: Sequence[Claim]) -> TimeSpan | None:
    """Return the time that most claims state to the day or better, else the most precise one.

    The day of an arrest, or of a later death, tells when something happened only if nothing else
    does.
    """
    late = {claim.id for claim in find_late_deaths(claims)}
    told = [claim for claim in claims if claim.id not in late and not _is_proceeding(claim)]
    for own in (told, claims):
        dated = [claim.time for claim in own if claim.time is not None and is_dated(claim.time)]
        if dated:
            return _choose_time(dated)
    return None


def _is_proceeding(claim: Claim) -> bool:
    return claim.act is not None and claim.act.type in PROCEEDINGS


def _choose_time(dated: Sequence[TimeSpan]) -> TimeSpan:
    precise = [time for time in dated if time.precision in PRECISE]
    if not precise:
        return min(dated, key=lambda time: _DATED.index(time.precision))
    days = Counter((time.start or time.end or "")[:10] for time in precise)
    day = max(sorted(days), key=lambda name: days[name])
    return next(time for time in precise if (time.start or time.end or "").startswith(day))


def find_place(claims: Sequence[Claim]) -> Place | None:
    """Return the place that most claims state, the finer one of equals; never a country.

    Where the wounded are brought is the place only if no claim states another.
    """
    places = [
        claim.place
        for claim in claims
        if claim.place is not None and claim.place.precision in PLACE_ORDER
    ]
    votes = Counter(strip_kind(place.name) for place in places)

    def rank(place: Place) -> tuple[bool, bool, int, int]:
        # A place told once in passing never beats one told again.
        rare = votes[strip_kind(place.name)] * 3 < max(votes.values())
        return (
            takes_in(place),
            rare,
            PLACE_ORDER.index(place.precision),
            -votes[strip_kind(place.name)],
        )

    return min(places, key=rank, default=None)


def list_counts(claims: Sequence[Claim]) -> frozenset[tuple[str, int]]:
    """List the outcomes and lower bounds that claims state of their own event."""
    return frozenset(
        (count.outcome, count.low)
        for claim in claims
        for count in claim.casualties
        if count.low is not None and count.scope is None
    )


def is_dated(time: TimeSpan) -> bool:
    """Tell whether a time says when: at most as coarse as a year."""
    return time.precision in _DATED and (time.start is not None or time.end is not None)


def is_day(time: TimeSpan) -> bool:
    """Tell whether a time is told to the day or better; "since Monday" is not."""
    return time.precision in PRECISE and is_closed(time)


def is_closed(time: TimeSpan) -> bool:
    """Tell whether a time says both when it begins and when it ends."""
    return time.start is not None and time.end is not None


def count_days(start: str, end: str) -> int:
    """Return the days from one ISO date to another."""
    one = datetime.date.fromisoformat(start[:10])
    return (datetime.date.fromisoformat(end[:10]) - one).days
