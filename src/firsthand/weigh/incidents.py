"""Incidents: everything that is weighed of one incident, put together."""

from collections.abc import Sequence

from msgspec import structs

from firsthand.model.accounts import Copies
from firsthand.model.actors import Actor
from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, Sources
from firsthand.model.reports import Report
from firsthand.model.victims import Victim
from firsthand.weigh.cautions import find_cautions
from firsthand.weigh.contradictions import find_contradictions
from firsthand.weigh.figures import find_figures
from firsthand.weigh.origins import count_origins, group_sources, trace_origins
from firsthand.weigh.responsibilities import find_affected, find_responsibilities, list_accused
from firsthand.weigh.tolls import Grounds, reconcile_tolls


def weigh_incident(
    incident: Incident,
    claims: Sequence[Claim],
    reports: Sequence[Report],
    copies: Sequence[Copies],
    actors: Sequence[Actor],
    victims: Sequence[Victim],
) -> Incident:
    """Weigh an incident's claims: tolls, origins, responsibility, contradictions, cautions."""
    own = [claim for claim in claims if claim.incident == incident.id]
    by_id = {report.id: report for report in reports}
    origins = trace_origins(own, by_id, copies, actors)
    figures = find_figures(own, by_id, origins)
    known = {actor.id: actor for actor in actors}
    responsibilities = find_responsibilities(own, origins, known)
    grounds = Grounds(
        reports=by_id,
        copies=copies,
        accused=list_accused(responsibilities),
        deadly=frozenset(f.report for f in figures if f.outcome == "killed" and f.largest > 0),
    )
    harmed = [victim for victim in victims if victim.incident == incident.id]
    tolls = reconcile_tolls(figures, harmed, grounds)
    count = count_origins(origins.values())
    return structs.replace(
        incident,
        responsibility=responsibilities,
        affected=find_affected(own, known),
        tolls=tolls,
        sources=Sources(
            reports=len(incident.reports),
            publishers=len({by_id[name].publisher for name in incident.reports} - {None}),
            origins=count,
            groups=group_sources(own, origins, copies),
        ),
        contradictions=find_contradictions(tolls, figures, responsibilities, known),
        cautions=find_cautions(incident, own, by_id, count, figures),
    )
