"""Relations: incidents told as precedents, and claims that warn of or answer an incident."""

from collections.abc import Sequence

from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, IncidentRelation, Related

_KINDS: dict[str, IncidentRelation] = {"warning": "prior warning", "response": "response"}


def relate_incidents(
    incidents: Sequence[Incident], claims: Sequence[Claim]
) -> dict[str, tuple[Related, ...]]:
    """Relate each incident to earlier ones its reports recall, and to warnings and responses.

    A report's warnings and responses go to the incident most of its claims speak of.
    """
    related: dict[str, list[Related]] = {incident.id: [] for incident in incidents}
    for incident in incidents:
        related[incident.id] += _find_precedents(incident, incidents)
    for claim in claims:
        home = _find_main(claim.report, incidents)
        if claim.kind in _KINDS and claim.incident is None and home is not None:
            related[home.id].append(
                Related(
                    incident=None,
                    claim=claim.id,
                    relation=_KINDS[claim.kind],
                    reason=f"a {claim.kind} in a report that speaks mostly of this incident",
                )
            )
    return {name: tuple(found) for name, found in related.items()}


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


def _find_main(report: str, incidents: Sequence[Incident]) -> Incident | None:
    holding = [incident for incident in incidents if report in incident.reports]
    return max(holding, key=lambda item: (len(item.claims), item.id), default=None)
