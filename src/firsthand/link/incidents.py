"""Incidents: events of many reports that are one event in time and place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from firsthand.link.blocks import find_candidates
from firsthand.link.clusters import join_matches
from firsthand.link.events import Event, find_events
from firsthand.link.faces import find_place, find_time
from firsthand.link.followups import find_followups
from firsthand.link.likenesses import Likeness, Pair, find_alike, list_words
from firsthand.link.matches import Case, Match, explain_match
from firsthand.link.rarities import find_rare_places, weigh_names
from firsthand.link.rulings import find_split, rule_events
from firsthand.model.accounts import Copies
from firsthand.model.claims import Claim
from firsthand.model.decisions import Verdict
from firsthand.model.ids import make_id
from firsthand.model.incidents import Incident
from firsthand.model.places import Place
from firsthand.model.readings import Reading
from firsthand.model.spans import Part, overlap
from firsthand.model.times import TimeSpan

# An incident of many reports has many reasons of one kind: these many are shown.
MOST_REASONS = 8

# What comes of acts, and what was done: a title names the second if it is told a quarter as often.
RESULTS = frozenset({"killing", "death", "injuring", "displacement", "massacre"})
MEANS = frozenset(
    {
        "air_strike",
        "bombing",
        "chemical_attack",
        "clash",
        "explosion",
        "shelling",
        "shooting",
        "stabbing",
        "suicide_bombing",
    }
)
OFTEN = 4


def find_incidents(
    readings: Sequence[Reading], copies: Sequence[Copies], verdicts: Sequence[Verdict] = ()
) -> tuple[Incident, ...]:
    """Link claims to incidents, within reports and across them; each tells why it is one.

    Claims without time and place of their own belong to the event their report tells them with.
    Reports of one text tell of one event each. What people decided comes before any score.
    """
    events = _list_events(readings)
    split = find_split(verdicts, _find_homes(events))
    if split:
        events = _list_events(readings, split)
    alike = find_alike({reading.report.id: list_words(reading) for reading in readings})
    matches = list(_find_matches(events, copies, alike))
    matches += find_followups(events, matches, alike)
    groups = join_matches(events, matches, rule_events(verdicts, _find_homes(events)))
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    order = {claim: index for index, claim in enumerate(claims)}
    made = [
        _make_incident([events[name] for name in names], reasons, claims, order)
        for names, reasons in groups
    ]
    kept = [incident for incident in made if incident is not None]
    return tuple(sorted(kept, key=lambda item: (_start(item.time), item.title, item.id)))


def _list_events(
    readings: Sequence[Reading], split: frozenset[str] = frozenset()
) -> dict[str, Event]:
    return {
        f"{event.report}:{event.claims[0]}": event
        for reading in readings
        for event in find_events(reading, split)
    }


def _find_homes(events: Mapping[str, Event]) -> dict[str, str]:
    return {claim: name for name, event in events.items() for claim in event.claims}


def _find_matches(
    events: Mapping[str, Event], copies: Sequence[Copies], alike: Mapping[Pair, Likeness]
) -> Iterator[Match]:
    names = {event.report: event.names for event in events.values() if event.main}
    around = [event.around for event in events.values() if event.main]
    places = find_rare_places(around, len(around))
    case = Case(rare=weigh_names(names), alike=alike, places=places)
    groups = _find_copied(events, copies)
    for one, other in find_candidates(events, copies, alike, places):
        copied = one in groups and groups[one] == groups.get(other)
        found = explain_match(events[one], events[other], case, copied=copied)
        if found is not None:
            yield Match(one=one, other=other, rank=found[0], reason=found[1])


def _find_copied(events: Mapping[str, Event], copies: Sequence[Copies]) -> dict[str, str]:
    """Find the events told in words that copies share, with the group of copies."""
    shared = {report: item.id for item in copies for report in item.reports}
    passages: dict[str, list[Part]] = {}
    for item in copies:
        for report, start, end in item.passages:
            passages.setdefault(report, []).append((start, end))
    return {
        name: shared[event.report]
        for name, event in events.items()
        if any(overlap(p, q) for p in event.parts for q in passages.get(event.report, ()))
    }


def _make_incident(
    events: Sequence[Event],
    reasons: Sequence[str],
    claims: Mapping[str, Claim],
    order: Mapping[str, int],
) -> Incident | None:
    names = sorted({name for event in events for name in event.claims}, key=lambda n: order[n])
    members = [claims[name] for name in names]
    time = find_time(members)
    if time is None and not any(claim.casualties for claim in members):
        return None
    place = find_place(members) or next((event.place for event in events if event.place), None)
    acts = _rank_acts(members)
    what = _choose_act(acts, members)
    reports = tuple(sorted({event.report for event in events}))
    return Incident(
        id=make_id("i", names[0]),
        title=_make_title(time, place, what),
        time=time,
        place=place,
        acts=acts,
        reason=_explain(events, reasons),
        claims=tuple(names),
        reports=reports,
    )


def _rank_acts(claims: Sequence[Claim]) -> tuple[str, ...]:
    types = [claim.act.type for claim in claims if claim.act is not None]
    return tuple(sorted(set(types), key=lambda kind: (-types.count(kind), kind)))


def _choose_act(acts: Sequence[str], claims: Sequence[Claim]) -> str:
    """Choose the act of the title: rather what was done than what came of it, if it is told often.

    A killing is by a strike or by shots; a title with "killing" says less.
    """
    if not acts:
        return "casualties"
    counts = Counter(claim.act.type for claim in claims if claim.act is not None)
    often = counts[acts[0]] / OFTEN
    if acts[0] not in RESULTS:
        return acts[0]
    return next((act for act in acts if act in MEANS and counts[act] >= often), acts[0])


def _make_title(time: TimeSpan | None, place: Place | None, act: str) -> str:
    """Name place, date and act; never a side."""
    where = place.name if place is not None else "place unknown"
    when = "date unknown"
    if time is not None and time.start is not None:
        length = {"month": 7, "season": 7, "year": 4}.get(time.precision, 10)
        when = time.start[:length]
    return f"{where}, {when}: {act.replace('_', ' ')}"


def _explain(events: Sequence[Event], reasons: Sequence[str]) -> str:
    if not reasons:
        event = events[0]
        return f"told by one report; time {event.time_reason}, place {event.place_reason}"
    shown = [*reasons[:MOST_REASONS], *(["and more"] if len(reasons) > MOST_REASONS else [])]
    return f"told by {len({event.report for event in events})} reports: " + "; ".join(shown)


def _start(time: TimeSpan | None) -> str:
    return (time.start if time is not None else None) or "9999"
