"""Relations: incidents told as precedents, and claims that warn of or answer an incident."""

from collections.abc import Mapping, Sequence

from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, IncidentRelation, Related
from firsthand.model.indexes import SpanIndex, index_spans
from firsthand.model.spans import hull

# A response stands at most this many characters after what it answers: the next sentence.
NEAR = 60

_KINDS: dict[str, IncidentRelation] = {"warning": "prior warning", "response": "response"}


def relate_incidents(
    incidents: Sequence[Incident], claims: Sequence[Claim]
) -> dict[str, tuple[Related, ...]]:
    """Relate each incident to earlier ones its reports recall, and to warnings and responses.

    A response goes to the incident told of just before it, else, as warnings do, to the one
    that most claims of its report speak of.
    """
    by_id = {incident.id: incident for incident in incidents}
    told = _index_told(claims)
    related: dict[str, list[Related]] = {incident.id: [] for incident in incidents}
    for incident in incidents:
        related[incident.id] += _find_precedents(incident, incidents)
    for claim in claims:
        if claim.incident is not None or not _is_related(claim):
            continue
        home = _find_near(claim, told, by_id) or _find_main(claim.report, incidents)
        if home is not None and not _comes_late(claim, home):
            related[home.id].append(
                Related(
                    incident=None,
                    claim=claim.id,
                    relation=_KINDS[claim.kind],
                    reason=f"a {claim.kind} in a report of this incident",
                )
            )
    return {name: tuple(found) for name, found in related.items()}


def _is_related(claim: Claim) -> bool:
    """Tell whether a claim is a warning or response that somebody gave, and no opinion."""
    if claim.kind not in _KINDS or claim.stance in ("opinion", "denied"):
        return False
    # A condemnation that somebody foresees or asks for answers nothing yet.
    if claim.kind == "response" and claim.stance in ("predicted", "conditional", "demanded"):
        return False
    return claim.act is None or not claim.act.negated


def _find_precedents(incident: Incident, incidents: Sequence[Incident]) -> list[Related]:
    start = incident.time.start if incident.time is not None else None
    return [
        Related(
            incident=other.id,
            claim=None,
            relation="precedent",
            reason="an earlier incident that a report of this one recalls",
        )
        for other in incidents
        if other.id != incident.id
        and set(other.reports) & set(incident.reports)
        and start is not None
        and other.time is not None
        and other.time.end is not None
        and other.time.end < start
    ]


def _comes_late(claim: Claim, incident: Incident) -> bool:
    """Tell whether a warning was given after the incident: it warned of something else."""
    if claim.kind != "warning" or claim.time is None or incident.time is None:
        return False
    given, end = claim.time.start, incident.time.end
    return given is not None and end is not None and given >= end


def _find_near(
    claim: Claim, told: Mapping[str, SpanIndex[Claim]], incidents: Mapping[str, Incident]
) -> Incident | None:
    """Find the incident told of just before a response: "That attack led to condemnation"."""
    if claim.kind != "response" or claim.report not in told:
        return None
    start = hull(claim.parts)[0]
    before = [
        other
        for other in told[claim.report].near((max(0, start - NEAR - 1), start))
        if 0 <= start - hull(other.parts)[1] <= NEAR
    ]
    if not before:
        return None
    nearest = max(before, key=lambda other: hull(other.parts))
    return incidents.get(nearest.incident or "")


def _index_told(claims: Sequence[Claim]) -> dict[str, SpanIndex[Claim]]:
    """Index the claims of incidents by where they stand in their reports."""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.incident is not None:
            told.setdefault(claim.report, []).append(claim)
    return {
        report: index_spans((claim.parts, claim) for claim in own) for report, own in told.items()
    }


def _find_main(report: str, incidents: Sequence[Incident]) -> Incident | None:
    holding = [incident for incident in incidents if report in incident.reports]
    return max(holding, key=lambda item: (len(item.claims), item.id), default=None)
