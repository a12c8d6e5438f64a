"""Incidents: everything that is weighed of one incident, put together."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from firsthand.model.accounts import Copies
from firsthand.model.actors import Actor
from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, Sources
from firsthand.model.reports import Report
from firsthand.model.victims import Victim
from firsthand.weigh.cautions import find_cautions
from firsthand.weigh.contradictions import find_contradictions
from firsthand.weigh.criteria import DEFAULT_SCHEME, judge_criteria
from firsthand.weigh.denials import Case, find_denials
from firsthand.weigh.families import find_families, list_involved
from firsthand.weigh.figures import Figure, find_figures
from firsthand.weigh.origins import count_origins, group_sources, trace_origins
from firsthand.weigh.responsibilities import find_affected, find_responsibilities, list_accused
from firsthand.weigh.rules import DEFAULT_RULE
from firsthand.weigh.scopes import settle_scopes
from firsthand.weigh.sieves import Grounds
from firsthand.weigh.tolls import reconcile_tolls


class Evidence(Struct, frozen=True, kw_only=True):
    """What incidents are weighed by, found by id: made once for all of them.

    `claims` and `victims` are those of each incident, `copies` the group of each report.
    """

    claims: Mapping[str, Sequence[Claim]]
    reports: Mapping[str, Report]
    copies: Mapping[str, Copies] = {}
    actors: Mapping[str, Actor] = {}
    victims: Mapping[str, Sequence[Victim]] = {}


class Choices(Struct, frozen=True, kw_only=True):
    """What a case chose to weigh by: the name of a toll rule and of a grading scheme."""

    rule: str = DEFAULT_RULE
    scheme: str = DEFAULT_SCHEME


NO_CHOICES = Choices()


def gather_evidence(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    copies: Sequence[Copies] = (),
    actors: Sequence[Actor] = (),
    victims: Sequence[Victim] = (),
) -> Evidence:
    """Put what incidents are weighed by where it can be found by id."""
    by_incident: dict[str, list[Claim]] = {}
    for claim in claims:
        by_incident.setdefault(claim.incident or "", []).append(claim)
    harmed: dict[str, list[Victim]] = {}
    for victim in victims:
        harmed.setdefault(victim.incident or "", []).append(victim)
    return Evidence(
        claims=by_incident,
        reports={report.id: report for report in reports},
        copies={name: item for item in copies for name in item.reports},
        actors={actor.id: actor for actor in actors},
        victims=harmed,
    )


def weigh_incident(
    incident: Incident, evidence: Evidence, choices: Choices = NO_CHOICES
) -> Incident:
    """Weigh an incident's claims: tolls, origins, responsibility, contradictions, cautions."""
    claims, reports = evidence.claims.get(incident.id, ()), evidence.reports
    copies = _list_copies(claims, evidence)
    origins = trace_origins(claims, reports, copies, evidence.actors)
    families = find_families(claims, origins)
    own = [claim for claim in claims if not _is_background(claim, incident)]
    responsibilities = find_responsibilities(own, origins, evidence.actors, reports)
    case = Case(
        claims=claims,
        origins=origins,
        actors=evidence.actors,
        reports=reports,
        responsibilities=responsibilities,
        families=families,
    )
    weighed = structs.replace(
        incident,
        responsibility=responsibilities,
        affected=find_affected(claims, evidence.actors),
        sources=Sources(
            reports=len(incident.reports),
            publishers=len({reports[name].publisher for name in incident.reports} - {None}),
            origins=count_origins(origins.values(), families),
            groups=group_sources(claims, origins, copies, families),
        ),
        denials=find_denials(case),
    )
    return _reconcile(weighed, case, evidence, choices)


def _is_background(claim: Claim, incident: Incident) -> bool:
    """Tell whether a claim says what has gone on since before: a war makes nobody responsible."""
    if claim.time is None or claim.time.start is None:
        return False
    since = (claim.time.text or "").casefold().startswith("since ")
    if claim.time.end is not None and not since:
        return False
    if incident.time is None or incident.time.start is None:
        return False
    return claim.time.start[:10] < incident.time.start[:10]


def _reconcile(incident: Incident, case: Case, evidence: Evidence, choices: Choices) -> Incident:
    """Reconcile the tolls, then find what rests on them."""
    claims = {claim.id: claim for claim in case.claims}
    found = find_figures(case.claims, case.reports, case.origins)
    figures = settle_scopes(found, incident, claims)
    grounds = Grounds(
        reports=case.reports,
        copies=_list_copies(case.claims, evidence),
        accused=_list_accused(case),
        deadly=_list_deadly(figures),
        claims=claims,
    )
    victims = evidence.victims.get(incident.id, ())
    tolls = reconcile_tolls(figures, victims, grounds, choices.rule)
    contested = find_contradictions(tolls, figures, incident.denials, case)
    incident = structs.replace(incident, tolls=tolls, contradictions=contested)
    return structs.replace(
        incident,
        cautions=find_cautions(incident, case.claims, case.reports, figures),
        grading=judge_criteria(incident, choices.scheme),
    )


def _list_accused(case: Case) -> frozenset[str]:
    """List who is said to be responsible, with the voices of their party."""
    accused = list_accused(case.responsibilities)
    names = {name: case.actors[name].name if name in case.actors else name for name in accused}
    return list_involved(accused, names, case.origins.values(), case.families)


def _list_deadly(figures: Sequence[Figure]) -> frozenset[str]:
    """List the reports that tell of somebody killed."""
    return frozenset(f.report for f in figures if f.outcome == "killed" and f.largest > 0)


def _list_copies(claims: Sequence[Claim], evidence: Evidence) -> tuple[Copies, ...]:
    """List the groups of copies that an incident's reports stand in."""
    held = (evidence.copies.get(claim.report) for claim in claims)
    return tuple({item.id: item for item in held if item is not None}.values())
