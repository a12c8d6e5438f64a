"""Events: what the claims of one report say happened, each time and place apart."""

from collections.abc import Sequence

from msgspec import Struct

from firsthand.model.claims import Claim
from firsthand.model.places import Place
from firsthand.model.readings import Reading
from firsthand.model.times import TimeSpan, meet

# Acts that make an incident; protests, threats and others join one but do not start one.
HARMS = frozenset(
    """
    killing death injuring shooting shelling air_strike bombing explosion chemical_attack
    suicide_bombing assault beating stabbing arson execution massacre torture ill_treatment
    sexual_violence abduction disappearance arrest detention expulsion displacement looting
    destruction crackdown attack_on_protest clash military_operation use_of_force
    """.split()
)
_PRECISE = ("minute", "hour", "part of day", "day")
_DATED = (*_PRECISE, "week", "month", "season", "year")
_PLACE_ORDER = ("site", "town", "near town", "district", "unknown", "province")


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Claims of one report about one event, with its time and place and why they are its."""

    report: str
    published: str | None
    claims: tuple[str, ...]
    acts: tuple[str, ...]
    time: TimeSpan | None
    place: Place | None
    time_reason: str
    place_reason: str


def find_events(reading: Reading) -> tuple[Event, ...]:
    """Split a report's claims about harm into events by the times and places they state."""
    claims = sorted((claim for claim in reading.claims if is_harm(claim)), key=lambda c: c.parts)
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next((group for group in groups if _fits(group, claim)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return tuple(_make_event(reading, group, main=group is groups[0]) for group in groups)


def is_harm(claim: Claim) -> bool:
    """Tell whether a claim says that people or things were harmed; opinions never do."""
    if claim.stance in ("opinion", "demanded", "conditional", "predicted"):
        return False
    if claim.kind == "casualties":
        return True
    return claim.kind == "act" and claim.act is not None and claim.act.type in HARMS


def _fits(group: Sequence[Claim], claim: Claim) -> bool:
    """Tell whether a claim speaks of a group's event: nothing it states speaks against it."""
    time, place = find_time(group), find_place(group)
    if claim.time is not None and time is not None and _is_dated(claim.time):
        met = meet(claim.time, time)
        if met is False or (met and _is_coarser(claim.time, time)):
            return False
    return not (claim.place is not None and place is not None and _are_apart(claim.place, place))


def _is_dated(time: TimeSpan) -> bool:
    return time.precision in _DATED and (time.start is not None or time.end is not None)


def _is_coarser(one: TimeSpan, other: TimeSpan) -> bool:
    """Tell "in 2019" from "on Tuesday": a year told beside a day is mostly another matter."""
    return one.precision == "year" and other.precision in _PRECISE


def _are_apart(one: Place, other: Place) -> bool:
    """Tell whether two places exclude each other: both are sites or towns, and not near."""
    if one.precision not in ("site", "town") or other.precision not in ("site", "town"):
        return False
    if one.latitude is None or other.latitude is None:
        return False
    return measure_distance(one, other) > 40


def measure_distance(one: Place, other: Place) -> float:
    """Return roughly how many kilometres two resolved places lie apart."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return float("inf")
    north = (one.latitude or 0) - (other.latitude or 0)
    east = ((one.longitude or 0) - (other.longitude or 0)) * 0.8
    return float(111 * (north**2 + east**2) ** 0.5)


def find_time(claims: Sequence[Claim]) -> TimeSpan | None:
    """Return the most precise time that claims state, the first of equals."""
    dated = [claim.time for claim in claims if claim.time is not None and _is_dated(claim.time)]
    if not dated:
        return None
    return min(
        dated,
        key=lambda time: _DATED.index(time.precision) if time.precision not in _PRECISE else 0,
    )


def find_place(claims: Sequence[Claim]) -> Place | None:
    """Return the most precise place that claims state, the first of equals; never a country."""
    places = [
        claim.place
        for claim in claims
        if claim.place is not None and claim.place.precision in _PLACE_ORDER
    ]
    return min(places, key=lambda place: _PLACE_ORDER.index(place.precision), default=None)


def _make_event(reading: Reading, group: Sequence[Claim], *, main: bool) -> Event:
    time, place = find_time(group), find_place(group)
    time_reason = "stated by its claims" if time is not None else "no claim states a time"
    place_reason = "stated by its claims" if place is not None else "no claim states a place"
    if place is None and main:
        place = _find_main_place(reading)
        if place is not None:
            place_reason = "the place the report names most"
    return Event(
        report=reading.report.id,
        published=reading.report.published,
        claims=tuple(claim.id for claim in group),
        acts=tuple(sorted({claim.act.type for claim in group if claim.act is not None})),
        time=time,
        place=place,
        time_reason=time_reason,
        place_reason=place_reason,
    )


def _find_main_place(reading: Reading) -> Place | None:
    """Return the place named most often in a report, if one is."""
    near = [place for place in reading.places if place.precision in ("site", "town", "near town")]
    names = [place.name for place in near]
    if not names:
        return None
    most = max(names.count(name) for name in names)
    leaders = sorted({name for name in names if names.count(name) == most})
    return next(place for place in near if place.name == leaders[0]) if len(leaders) == 1 else None
