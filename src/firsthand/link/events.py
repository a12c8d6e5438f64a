"""Events: what the claims of one report say happened, each time and place apart."""

from collections import Counter
from collections.abc import Sequence, Set
from functools import partial

from msgspec import Struct

from firsthand.link.deaths import find_late_deaths
from firsthand.link.distances import (
    are_apart,
    compare_places,
    is_same_name,
    strip_kind,
    takes_in,
)
from firsthand.link.faces import (
    PLACE_ORDER,
    PRECISE,
    count_days,
    find_place,
    find_time,
    is_dated,
    list_counts,
)
from firsthand.link.rarities import FullName, list_names, list_people, list_victims
from firsthand.link.retellings import is_proceeding, join_retellings
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
# Attacks by their means: of two on one day the means tell which is which.
MEANS = frozenset({"air_strike", "shelling", "shooting", "stabbing", "arson", "suicide_bombing"})
# A report speaks first of what happened at most this long before it appeared.
FRESH_DAYS = 10

_UNSAID = ("opinion", "demanded", "conditional", "predicted")


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Claims of one report about one event, with its time and place and why they are its.

    `parts` are the words of its claims, `counts` the (outcome, low) they state, `around` the names
    of towns and sites in its report, `victims` the full names of those harmed in it, `names` all
    words of names in its report and `people` all full names there (of the main event only);
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


def find_events(reading: Reading, split: Set[str] = frozenset()) -> tuple[Event, ...]:
    """Split a report's claims about harm into events by the times and places they state.

    Claims with a time of their own found an event; those without belong to the event they are
    told inside of, else to the one the report is about, as who died later of wounds does. A bare
    mention of violence without time, place or count belongs to none. Claims to be `split` off are
    events of their own.
    """
    told = sorted((claim for claim in reading.claims if is_harm(claim)), key=lambda c: c.parts)
    claims = [claim for claim in told if claim.id not in split]
    late = find_late_deaths(claims)
    claims = [claim for claim in claims if claim not in late]
    dated = _group([claim for claim in claims if _is_founding(claim)])
    main = _find_main(dated, claims, reading.report.published)
    main.extend(late)
    undated = [claim for claim in claims if not _is_founding(claim) and _is_told_again(claim)]
    placed = _place_undated(undated, dated, main)
    groups = [*dated, *([main] if all(main is not group for group in dated) else []), *placed]
    groups = join_retellings([group for group in groups if group], main, partial(_name, reading))
    groups += [[claim] for claim in told if claim.id in split]
    names = _Names(
        words=list_names(reading),
        people=list_people(reading),
        places=frozenset(
            strip_kind(place.name) for place in reading.places if place.precision in PLACE_ORDER
        ),
    )
    return tuple(_make_event(reading, group, names, main=group is main) for group in groups)


class _Names(Struct, frozen=True, kw_only=True):
    """The names of one report, which its events share."""

    words: frozenset[str]
    people: frozenset[FullName]
    places: frozenset[str]


def _name(reading: Reading, group: Sequence[Claim]) -> frozenset[FullName]:
    return list_victims(reading, {claim.id for claim in group})


def is_harm(claim: Claim) -> bool:
    """Tell whether a claim says that people or things were harmed; opinions never do."""
    if claim.stance in _UNSAID:
        return False
    if claim.kind == "casualties":
        return True
    return claim.kind == "act" and claim.act is not None and claim.act.type in HARMS


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
        home = _find_home(groups, bundle[0])
        if home is None:
            groups.append(list(bundle))
        else:
            home.extend(bundle)
    return groups


def _find_home(groups: Sequence[list[Claim]], claim: Claim) -> list[Claim] | None:
    """Find the group that a claim fits, first one that tells of the same hours."""
    homes = [
        group
        for group in groups
        if _fits(_face(group), claim) and not any(_are_two(other, claim) for other in group)
    ]
    same = (group for group in homes if any(other.time == claim.time for other in group))
    return next(same, homes[0] if homes else None)


def _are_two(one: Claim, other: Claim) -> bool:
    """Tell two attacks of one day: at other hours, in places of other names, by other means."""
    if one.act is None or other.act is None or one.act.type == other.act.type:
        return False
    if one.act.type not in MEANS or other.act.type not in MEANS:
        return False
    if one.time is None or other.time is None or meet(one.time, other.time) is not False:
        return False
    if one.place is None or other.place is None:
        return False
    return not is_same_name(one.place, other.place)


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
    return one.precision == "year" and other.precision in PRECISE


def _find_main(
    dated: Sequence[list[Claim]], claims: Sequence[Claim], published: str | None
) -> list[Claim]:
    """Find the event a report is about: the fresh one with most claims, else what it opens with.

    An opening without a time, as headlines are, is told again below with one if both state the
    same count, or the same act in the same place; if not, it is an event of its own.
    """
    attacks = [group for group in dated if not is_proceeding(group)]
    fresh = [group for group in attacks if _is_fresh(find_time(group), published)]
    if fresh:
        return max(fresh, key=lambda group: len(group))
    claims = [claim for claim in claims if not is_proceeding([claim])] or claims
    dated = attacks or dated
    if not claims or any(claims[0] in group for group in dated):
        return max(dated, key=len, default=[])
    again = next((group for group in dated if _repeats(group, claims[0])), None)
    return again if again is not None else []


def _opens(claims: Sequence[Claim], group: Sequence[Claim]) -> bool:
    return any(claim is claims[0] for claim in group)


def _repeats(group: Sequence[Claim], opening: Claim) -> bool:
    if any(overlap(hull(opening.parts), hull(claim.parts)) for claim in group):
        return True
    if list_counts([opening]) & list_counts(group):
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


def _make_event(reading: Reading, group: Sequence[Claim], names: _Names, *, main: bool) -> Event:
    time, place = find_time(group), find_place(group)
    time_reason = "stated by its claims" if time is not None else "no claim states a time"
    place_reason = "stated by its claims" if place is not None else "no claim states a place"
    if main and (place is None or takes_in(place)):
        named = _find_main_place(reading)
        if named is not None:
            place, place_reason = named, "the place the report names most"
    return Event(
        report=reading.report.id,
        published=reading.report.published,
        claims=tuple(claim.id for claim in sorted(group, key=lambda c: c.parts)),
        parts=tuple(sorted(part for claim in group for part in claim.parts)),
        acts=tuple(sorted({claim.act.type for claim in group if claim.act is not None})),
        counts=list_counts(group),
        around=names.places,
        victims=list_victims(reading, {claim.id for claim in group}),
        people=names.people if main else frozenset(),
        names=names.words,
        time=time,
        place=place,
        main=main,
        time_reason=time_reason,
        place_reason=place_reason,
    )


def _find_main_place(reading: Reading) -> Place | None:
    """Return the place named most often in a report, of equals the only site; else none.

    Where the wounded are brought is not where it was.
    """
    precisions = ("site", "town", "near town")
    near = [p for p in reading.places if p.precision in precisions and not takes_in(p)]
    votes = Counter(place.name for place in near)
    most = max(votes.values(), default=0)
    leaders = {place.name: place for place in near if votes[place.name] == most}
    if len(leaders) > 1:
        leaders = {name: p for name, p in leaders.items() if p.precision == "site"}
    return next(iter(leaders.values())) if len(leaders) == 1 else None
