"""Timelines: what is said of before, during and after an incident, in the order of its times."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, IncidentRelation
from firsthand.model.times import TimeSpan
from firsthand.publish.chains import join_same_words

BEFORE = "Said of the time before: warnings, knowledge, earlier events"
DURING = "Said to have happened"
ACCESS = "Said of access, help and failure to act"
DUTIES = "Duties and other things said of it"
AFTER = "Said of the time after: response"
PHASES = (BEFORE, DURING, ACCESS, DUTIES, AFTER)

# Types of `lexicon/act_types.tsv` that say whether help came through, whatever their kind.
_ACCESS_TYPES = frozenset({"blocking_of_aid", "refusal_of_help", "aid", "siege"})
_PHASE_OF_KIND = {
    "act": DURING,
    "casualties": DURING,
    "warning": BEFORE,
    "knowledge": BEFORE,
    "omission": ACCESS,
    "obligation": DUTIES,
    "statement": DUTIES,
    "response": AFTER,
}
_PHASE_OF_RELATION: Mapping[IncidentRelation, str] = {
    "precedent": BEFORE,
    "prior warning": BEFORE,
    "response": AFTER,
    "follow-up": AFTER,
}


class Entry(Struct, frozen=True, kw_only=True):
    """What is said of one time: claims in the same words together, or another incident."""

    time: TimeSpan | None
    sayings: tuple[tuple[str, ...], ...] = ()
    incident: str | None = None
    reason: str | None = None


class Phase(Struct, frozen=True, kw_only=True):
    """One phase with its entries; those without a time come last."""

    name: str
    entries: tuple[Entry, ...]


def tell_timeline(
    incident: Incident, claims: Mapping[str, Claim], incidents: Mapping[str, Incident]
) -> tuple[Phase, ...]:
    """Tell an incident in phases; opinions are no part of it, and an empty phase is left out."""
    phased: dict[str, list[Claim]] = {name: [] for name in PHASES}
    for name in incident.claims:
        if claims[name].stance != "opinion":
            phased[_find_phase(claims[name])].append(claims[name])
    others: dict[str, list[Entry]] = {name: [] for name in PHASES}
    for item in incident.related:
        phase = _PHASE_OF_RELATION[item.relation]
        if item.claim is not None and claims[item.claim] not in phased[phase]:
            phased[phase].append(claims[item.claim])
        if item.incident is not None:
            other = incidents[item.incident]
            others[phase].append(Entry(time=other.time, incident=other.id, reason=item.reason))
    told = ((name, (*others[name], *_make_entries(phased[name]))) for name in PHASES)
    return tuple(
        Phase(name=name, entries=tuple(sorted(entries, key=_rank)))
        for name, entries in told
        if entries
    )


def _find_phase(claim: Claim) -> str:
    if claim.act is not None and claim.act.type in _ACCESS_TYPES:
        return ACCESS
    return _PHASE_OF_KIND[claim.kind]


def _make_entries(claims: Sequence[Claim]) -> list[Entry]:
    by_time: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        by_time.setdefault(_find_key(claim.time), []).append(claim)
    return [
        Entry(time=group[0].time if key[0] or key[1] else None, sayings=join_same_words(group))
        for key, group in by_time.items()
    ]


def _find_key(time: TimeSpan | None) -> tuple[str, str, str]:
    """Two claims are of one time if their intervals are; all that is unresolved is together."""
    if time is None or (time.start is None and time.end is None):
        return "", "", ""
    return time.start or "", time.end or "", time.precision


def _rank(entry: Entry) -> tuple[bool, str, str]:
    if entry.time is None:
        return True, "", ""
    return False, entry.time.start or entry.time.end or "", entry.time.end or ""
