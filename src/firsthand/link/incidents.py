"""Incidents: events of many reports that are one event in time and place."""

from collections.abc import Mapping, Sequence

from firsthand.link.blocks import find_candidates
from firsthand.link.distances import compare_places
from firsthand.link.events import (
    FRESH_DAYS,
    Event,
    count_days,
    find_events,
    find_place,
    find_time,
)
from firsthand.link.groups import join_pairs
from firsthand.model.accounts import Copies
from firsthand.model.claims import Claim
from firsthand.model.ids import make_id
from firsthand.model.incidents import Incident
from firsthand.model.places import Place
from firsthand.model.readings import Reading
from firsthand.model.times import TimeSpan, meet

# A count of one or two says little: on a bad day many incidents have it.
LEAST_TELLING_COUNT = 3


def find_incidents(readings: Sequence[Reading], copies: Sequence[Copies]) -> tuple[Incident, ...]:
    """Link claims to incidents, within reports and across them; each tells why it is one.

    Claims without time and place of their own belong to the event their report tells them with.
    Reports of one text tell of one event each.
    """
    events = [event for reading in readings for event in find_events(reading)]
    names = {f"{event.report}:{event.claims[0]}": event for event in events}
    homes = {report: item.id for item in copies for report in item.reports}
    pairs = [
        (one, other)
        for one, other in find_candidates(names, copies)
        if explain_match(names[one], names[other], copied=_are_copies(names, one, other, homes))
    ]
    groups = list(join_pairs(pairs))
    joined = {name for group in groups for name in group}
    groups += [(name,) for name in sorted(names) if name not in joined]
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    order = {claim: index for index, claim in enumerate(claims)}
    made = [_make_incident([names[name] for name in group], claims, order) for group in groups]
    kept = [incident for incident in made if incident is not None]
    return tuple(sorted(kept, key=lambda item: (_start(item.time), item.title, item.id)))


def _are_copies(
    events: Mapping[str, Event], one: str, other: str, homes: Mapping[str, str]
) -> bool:
    first = homes.get(events[one].report)
    return first is not None and first == homes.get(events[other].report)


def explain_match(one: Event, other: Event, *, copied: bool) -> str | None:
    """Return why two events of different reports are one, or None if they are not known to be."""
    place = compare_places(one.place, other.place)
    if place is False:
        return None
    if one.time is not None and other.time is not None:
        return _match_dated(one, other, place=place is True, copied=copied)
    if copied and one.time is None and other.time is None:
        return "same text"
    if place and (_is_fresh(one, other) or _is_fresh(other, one)):
        return "same place, and one of them was reported within days"
    return None


def _match_dated(one: Event, other: Event, *, place: bool, copied: bool) -> str | None:
    if one.time is None or other.time is None or meet(one.time, other.time) is not True:
        return None
    if place:
        return "same place and time"
    if copied:
        return "same time and text"
    shared = {count for count in one.counts & other.counts if count[1] >= LEAST_TELLING_COUNT}
    if shared and set(one.acts) & set(other.acts) and one.around & other.around:
        return "same time, act and count, and a place that both name"
    return None


def _is_fresh(dated: Event, undated: Event) -> bool:
    """Tell whether an undated report appeared soon after a dated event."""
    if undated.time is not None or undated.published is None or not undated.main:
        return False
    start = dated.published if dated.time is None else dated.time.start
    if start is None:
        return False
    days = count_days(start, undated.published)
    return (0 if dated.time is not None else -FRESH_DAYS) <= days <= FRESH_DAYS


def _make_incident(
    events: Sequence[Event], claims: dict[str, Claim], order: dict[str, int]
) -> Incident | None:
    names = sorted({name for event in events for name in event.claims}, key=lambda n: order[n])
    members = [claims[name] for name in names]
    time = find_time(members)
    if time is None and not any(claim.casualties for claim in members):
        return None
    place = find_place(members) or next((event.place for event in events if event.place), None)
    acts = _rank_acts(members)
    reports = tuple(sorted({event.report for event in events}))
    return Incident(
        id=make_id("i", names[0]),
        title=_make_title(time, place, acts),
        time=time,
        place=place,
        acts=acts,
        reason=_explain(events),
        claims=tuple(names),
        reports=reports,
    )


def _rank_acts(claims: Sequence[Claim]) -> tuple[str, ...]:
    types = [claim.act.type for claim in claims if claim.act is not None]
    return tuple(sorted(set(types), key=lambda kind: (-types.count(kind), kind)))


def _make_title(time: TimeSpan | None, place: Place | None, acts: Sequence[str]) -> str:
    """Name place, date and act; never a side."""
    where = place.name if place is not None else "place unknown"
    when = "date unknown"
    if time is not None and time.start is not None:
        length = {"month": 7, "season": 7, "year": 4}.get(time.precision, 10)
        when = time.start[:length]
    what = acts[0].replace("_", " ") if acts else "casualties"
    return f"{where}, {when}: {what}"


def _explain(events: Sequence[Event]) -> str:
    if len({event.report for event in events}) == 1:
        event = events[0]
        return f"told by one report; time {event.time_reason}, place {event.place_reason}"
    reasons = sorted(
        {
            reason
            for index, one in enumerate(events)
            for other in events[index + 1 :]
            if (reason := explain_match(one, other, copied=False)) is not None
        }
    )
    return f"told by {len({event.report for event in events})} reports: " + "; ".join(
        reasons or ["same text"]
    )


def _start(time: TimeSpan | None) -> str:
    return (time.start if time is not None else None) or "9999"
