"""Events: what the claims of one report say happened, each time and place apart."""

import datetime
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from firsthand.link.distances import are_apart, compare_places, strip_kind
from firsthand.link.rarities import FullName, list_names, list_people, list_victims
from firsthand.model.claims import Claim
from firsthand.model.indexes import index_spans
from firsthand.model.places import Place
from firsthand.model.readings import Reading
from firsthand.model.spans import Part, hull, overlap
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
# Acts that are told of again without a time of their own: "the shelling", "nine were killed".
ATTACKS = frozenset(
    """
    killing death injuring shooting shelling air_strike bombing explosion chemical_attack
    suicide_bombing assault stabbing massacre execution looting attack_on_protest clash
    military_operation
    """.split()
)
# A report speaks first of what happened at most this long before it appeared.
FRESH_DAYS = 10

_PRECISE = ("minute", "hour", "part of day", "day")
_DATED = (*_PRECISE, "week", "month", "season", "year")
_PLACE_ORDER = ("site", "unknown", "town", "near town", "district", "province")
_UNSAID = ("opinion", "demanded", "conditional", "predicted")


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Claims of one report about one event, with its time and place and why they are its.

    `parts` are the words of its claims, `counts` the (outcome, low) they state, `around` the names
    of towns and sites in its report, `victims` the full names of those harmed in it, `people` all
    full names in its report and `names` all words of names there (both of the main event only);
    `main` tells the event the report is about.
    """

    report: str
    published: str | None
    claims: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    acts: tuple[str, ...]
    counts: frozenset[tuple[str, int]]
    around: frozenset[str]
    victims: frozenset[FullName] = frozenset()
    people: frozenset[FullName] = frozenset()
    names: frozenset[str] = frozenset()
    time: TimeSpan | None
    place: Place | None
    main: bool
    time_reason: str
    place_reason: str


def find_events(reading: Reading) -> tuple[Event, ...]:
    """Split a report's claims about harm into events by the times and places they state.

    Claims with a time of their own found an event; those without belong to the event they are
    told inside of, else to the one the report is about. A bare mention of violence without time,
    place or count belongs to none.
    """
    claims = sorted((claim for claim in reading.claims if is_harm(claim)), key=lambda c: c.parts)
    dated = _group([claim for claim in claims if _is_founding(claim)])
    main = _find_main(dated, claims, reading.report.published)
    undated = [claim for claim in claims if not _is_founding(claim) and _is_told_again(claim)]
    placed = _place_undated(undated, dated, main)
    groups = [*dated, *([main] if all(main is not group for group in dated) else []), *placed]
    return tuple(_make_event(reading, group, main=group is main) for group in groups if group)


def is_harm(claim: Claim) -> bool:
    """Tell whether a claim says that people or things were harmed; opinions never do."""
    if claim.stance in _UNSAID:
        return False
    if claim.kind == "casualties":
        return True
    return claim.kind == "act" and claim.act is not None and claim.act.type in HARMS


def find_time(claims: Sequence[Claim]) -> TimeSpan | None:
    """Return the time that most claims state to the day or better, else the most precise one."""
    dated = [claim.time for claim in claims if claim.time is not None and is_dated(claim.time)]
    precise = [time for time in dated if time.precision in _PRECISE]
    if not precise:
        return min(dated, key=lambda time: _DATED.index(time.precision), default=None)
    days = Counter((time.start or time.end or "")[:10] for time in precise)
    day = max(sorted(days), key=lambda name: days[name])
    return next(time for time in precise if (time.start or time.end or "").startswith(day))


def find_place(claims: Sequence[Claim]) -> Place | None:
    """Return the place that most claims state, the finer one of equals; never a country."""
    places = [
        claim.place
        for claim in claims
        if claim.place is not None and claim.place.precision in _PLACE_ORDER
    ]
    votes = Counter(strip_kind(place.name) for place in places)

    def rank(place: Place) -> tuple[bool, int, int]:
        # A place told once in passing never beats one told again.
        rare = votes[strip_kind(place.name)] * 3 < max(votes.values())
        return rare, _PLACE_ORDER.index(place.precision), -votes[strip_kind(place.name)]

    return min(places, key=rank, default=None)


def is_dated(time: TimeSpan) -> bool:
    """Tell whether a time says when: at most as coarse as a year."""
    return time.precision in _DATED and (time.start is not None or time.end is not None)


def is_day(time: TimeSpan) -> bool:
    """Tell whether a time is told to the day or better."""
    return time.precision in _PRECISE


def _is_founding(claim: Claim) -> bool:
    """Tell whether a claim has a time of its own; "that morning" only points to one told before.

    A whole year founds an event only with a count: "after the invasion in 2003" tells of none.
    """
    time = claim.time
    if time is None or not is_dated(time) or _is_wider(claim):
        return False
    if _only_points(time):
        return False
    return time.precision != "year" or bool(claim.casualties)


def _only_points(time: TimeSpan) -> bool:
    """Tell "that morning": which of the days told before it means is not said."""
    return time.basis == "earlier event" and (time.text or "").casefold().startswith("that ")


def _is_wider(claim: Claim) -> bool:
    """Tell whether all counts of a claim are of more than one event."""
    return bool(claim.casualties) and all(count.scope for count in claim.casualties)


def _group(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Group claims that nothing speaks against telling of one event; the same words meet first."""
    bundles: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        bundles.setdefault(_make_key(claim), []).append(claim)
    groups: list[list[Claim]] = []
    for bundle in bundles.values():
        home = next((group for group in groups if _fits(_face(group), bundle[0])), None)
        if home is None:
            groups.append(list(bundle))
        else:
            home.extend(bundle)
    return groups


def _make_key(claim: Claim) -> tuple[object, ...]:
    time, place = claim.time, claim.place
    when = None if time is None else (time.start, time.end, time.precision)
    return when, None if place is None else (place.name, place.latitude, place.precision)


Face = tuple[TimeSpan | None, Place | None]


def _face(claims: Sequence[Claim]) -> Face:
    return find_time(claims), find_place(claims)


def _fits(face: Face, claim: Claim) -> bool:
    """Tell whether a claim speaks of an event: nothing it states speaks against it."""
    time, place = face
    if claim.time is not None and time is not None and _says_when(claim.time):
        met = meet(claim.time, time)
        if met is False or (met and _is_coarser(claim.time, time)):
            return False
    return not (claim.place is not None and place is not None and are_apart(claim.place, place))


def _says_when(time: TimeSpan) -> bool:
    return is_dated(time) and not _only_points(time)


def _is_coarser(one: TimeSpan, other: TimeSpan) -> bool:
    """Tell "in 2019" from "on Tuesday": a year told beside a day is mostly another matter."""
    return one.precision == "year" and other.precision in _PRECISE


def _find_main(
    dated: Sequence[list[Claim]], claims: Sequence[Claim], published: str | None
) -> list[Claim]:
    """Find the event a report is about: the fresh one with most claims, else what it opens with.

    An opening without a time, as headlines are, is told again below with one if both state the
    same count, or the same act in the same place; if not, it is an event of its own.
    """
    fresh = [group for group in dated if _is_fresh(find_time(group), published)]
    if fresh:
        return max(fresh, key=len)
    if not claims or any(claims[0] in group for group in dated):
        return max(dated, key=len, default=[])
    again = next((group for group in dated if _repeats(group, claims[0])), None)
    return again if again is not None else []


def _repeats(group: Sequence[Claim], opening: Claim) -> bool:
    if any(overlap(hull(opening.parts), hull(claim.parts)) for claim in group):
        return True
    if _list_counts([opening]) & _list_counts(group):
        return True
    place = find_place(group)
    same_act = opening.act is not None and any(
        claim.act is not None and claim.act.type == opening.act.type for claim in group
    )
    return same_act and compare_places(opening.place, place) is True


def _is_fresh(time: TimeSpan | None, published: str | None) -> bool:
    if time is None or published is None or time.start is None:
        return False
    return -1 <= count_days(time.start, published) <= FRESH_DAYS


def count_days(start: str, end: str) -> int:
    """Return the days from one ISO date to another."""
    one = datetime.date.fromisoformat(start[:10])
    return (datetime.date.fromisoformat(end[:10]) - one).days


def _place_undated(
    claims: Sequence[Claim], dated: Sequence[list[Claim]], main: list[Claim]
) -> list[list[Claim]]:
    """Put claims without a time where they are told, else to the main event; give the rest."""
    others = [(group, claim) for group in dated if group is not main for claim in group]
    index = index_spans((claim.parts, (group, claim)) for group, claim in others)
    time, place = _face(main)
    face = time, place or find_place([claim for claim in claims if _fits((time, None), claim)])
    rest: list[Claim] = []
    for claim in claims:
        own = hull(claim.parts)
        holder = next((g for g, other in index.near(own) if overlap(own, hull(other.parts))), None)
        if holder is not None:
            holder.append(claim)
        elif _fits(face, claim) and _is_there(claim, face[1]):
            main.append(claim)
        elif claim.casualties:
            rest.append(claim)
    return _group(rest)


def _is_there(claim: Claim, place: Place | None) -> bool:
    """Tell whether an act stands where an event is; a count may come from a wider place."""
    if claim.casualties or claim.place is None or place is None:
        return True
    if compare_places(claim.place, place):
        return True
    return place.country is not None and claim.place.country == place.country


def _is_told_again(claim: Claim) -> bool:
    """Tell whether a claim without a time may speak of an event told elsewhere in the report."""
    if claim.casualties:
        return True
    return claim.act is not None and claim.act.type in ATTACKS


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
        claims=tuple(claim.id for claim in sorted(group, key=lambda c: c.parts)),
        parts=tuple(sorted(part for claim in group for part in claim.parts)),
        acts=tuple(sorted({claim.act.type for claim in group if claim.act is not None})),
        counts=_list_counts(group),
        around=frozenset(strip_kind(p.name) for p in reading.places if p.precision in _PLACE_ORDER),
        victims=list_victims(reading, {claim.id for claim in group}),
        people=list_people(reading) if main else frozenset(),
        names=list_names(reading) if main else frozenset(),
        time=time,
        place=place,
        main=main,
        time_reason=time_reason,
        place_reason=place_reason,
    )


def _list_counts(claims: Sequence[Claim]) -> frozenset[tuple[str, int]]:
    """List the outcomes and lower bounds that claims state of their own event."""
    return frozenset(
        (count.outcome, count.low)
        for claim in claims
        for count in claim.casualties
        if count.low is not None and count.scope is None
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
