"""Decisions: what people decided, put into readings before and into an account after linking."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import structs

from firsthand.model.accounts import Account
from firsthand.model.claims import Claim, Review
from firsthand.model.decisions import Decision, Figure, Verdict
from firsthand.model.incidents import Grading, Incident, Included, Toll
from firsthand.model.readings import Reading

# What a claim that people add by hand was found by.
BY_HAND = "by hand"
ON_CLAIMS = frozenset({"confirm", "reject", "edit", "add"})
ON_INCIDENTS = frozenset({"include", "exclude", "pend", "settle", "grade"})
_STATES = {"include": "included", "exclude": "excluded", "pend": "pending"}
_LEVELS: tuple[Review, ...] = ("machine", "reviewed", "second_reviewed")


def list_standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """List the decisions that were not undone, in their order; an undoing can be undone too."""
    undone: set[str] = set()
    for decision in reversed(decisions):
        if decision.kind == "undo" and decision.id not in undone:
            undone.add(decision.target)
    return tuple(item for item in decisions if item.id not in undone and item.kind != "undo")


def decide_claims(
    readings: Sequence[Reading], decisions: Sequence[Decision]
) -> tuple[Reading, ...]:
    """Put confirmed, rejected, edited and added claims into the readings they belong to."""
    standing = list_standing(decisions)
    by_claim: dict[str, list[Decision]] = {}
    for decision in standing:
        if decision.kind in ON_CLAIMS:
            by_claim.setdefault(decision.target, []).append(decision)
    added = [item.claim for item in standing if item.kind == "add" and item.claim is not None]
    return tuple(_decide_reading(reading, by_claim, added) for reading in readings)


def list_unplaced(
    readings: Sequence[Reading], decisions: Sequence[Decision]
) -> tuple[Decision, ...]:
    """List the decisions about claims that are not read any more: they need another look."""
    known = {claim.id for reading in readings for claim in reading.claims}
    standing = list_standing(decisions)
    known |= {decision.target for decision in standing if decision.kind == "add"}
    return tuple(decision for decision in standing if not _name_claims(decision) <= known)


def list_homeless(
    account: Account, decisions: Sequence[Decision], names: Mapping[str, str]
) -> tuple[Decision, ...]:
    """List the decisions about incidents or tolls that are not in the account any more."""
    incidents = {incident.id: incident for incident in account.incidents}
    return tuple(
        decision
        for decision in list_standing(decisions)
        if decision.kind in ON_INCIDENTS
        and not _is_home(decision, incidents.get(names.get(decision.target, decision.target)))
    )


def list_verdicts(decisions: Sequence[Decision]) -> tuple[Verdict, ...]:
    """List which claims people said to be of the same incident, and which not."""
    return tuple(
        verdict for decision in list_standing(decisions) for verdict in _find_verdicts(decision)
    )


def decide_incidents(
    account: Account, decisions: Sequence[Decision], names: Mapping[str, str]
) -> Account:
    """Put inclusion, settled figures and grades into the incidents of an account.

    `names` leads from the id of an incident that was merged to the one it is part of now.
    """
    by_incident: dict[str, list[Decision]] = {}
    for decision in list_standing(decisions):
        by_incident.setdefault(names.get(decision.target, decision.target), []).append(decision)
    claims = {claim.id: claim for claim in account.claims}
    incidents = tuple(
        _decide_incident(incident, by_incident.get(incident.id, ()), claims)
        for incident in account.incidents
    )
    return structs.replace(account, incidents=incidents)


def _name_claims(decision: Decision) -> set[str]:
    """Name the claims that a decision cannot do without."""
    if decision.kind in ON_CLAIMS:
        return {decision.target}
    if decision.kind == "split":
        return {*decision.claims, *((decision.other,) if decision.other else ())}
    return set(decision.claims)


def _is_home(decision: Decision, incident: Incident | None) -> bool:
    figure = decision.figure
    if incident is None or figure is None:
        return incident is not None
    return any(_fits(toll, figure) for toll in incident.tolls)


def _decide_reading(
    reading: Reading, by_claim: Mapping[str, Sequence[Decision]], added: Sequence[Claim]
) -> Reading:
    own = [claim for claim in added if claim.report == reading.report.id]
    known = {claim.id for claim in own}
    claims = [claim for claim in reading.claims if claim.id not in known] + own
    decided = [_decide_claim(claim, by_claim.get(claim.id, ())) for claim in claims]
    decided.sort(key=lambda claim: claim.parts)
    return structs.replace(reading, claims=tuple(decided)) if own or by_claim else reading


def _decide_claim(claim: Claim, decisions: Sequence[Decision]) -> Claim:
    """Apply decisions in their order; who decided since the last change has reviewed the claim."""
    people: set[str] = set()
    for decision in decisions:
        if decision.kind in ("edit", "add") and decision.claim is not None:
            claim, people = decision.claim, set()
        rejected = decision.kind == "reject"
        if claim.rejected != rejected:
            claim, people = structs.replace(claim, rejected=rejected), set()
        people.add(decision.who)
    return structs.replace(claim, review=_LEVELS[min(len(people), 2)]) if decisions else claim


def _find_verdicts(decision: Decision) -> Iterator[Verdict]:
    reason = f"decided by {decision.who}: {decision.why}"
    if decision.kind == "merge" and len(decision.claims) == 2:
        one, other = decision.claims
        yield Verdict(one=one, other=other, answer="same", reason=reason)
    if decision.kind == "split" and decision.other is not None:
        first = decision.claims[0]
        for claim in decision.claims:
            yield Verdict(one=decision.other, other=claim, answer="different", reason=reason)
        for claim in decision.claims[1:]:
            yield Verdict(one=first, other=claim, answer="same", reason=reason)


def _decide_incident(
    incident: Incident, decisions: Sequence[Decision], claims: Mapping[str, Claim]
) -> Incident:
    tolls = tuple(_review_toll(toll, claims) for toll in incident.tolls)
    incident = structs.replace(
        incident,
        tolls=tolls,
        review=_find_level([claims[name] for name in incident.claims]),
        inclusion=Included(state="pending", reason="nobody has decided yet"),
    )
    for decision in decisions:
        incident = _apply(incident, decision)
    return incident


def _apply(incident: Incident, decision: Decision) -> Incident:
    if decision.kind in _STATES:
        inclusion = Included(
            state=_STATES[decision.kind],  # type: ignore[arg-type]
            reason=decision.why,
            who=decision.who,
            when=decision.when,
        )
        return structs.replace(incident, inclusion=inclusion)
    if decision.kind == "settle":
        tolls = tuple(_settle(toll, decision) for toll in incident.tolls)
        return structs.replace(incident, tolls=tolls)
    if decision.kind == "grade":
        grading = incident.grading or Grading(scheme="none", criteria=())
        return structs.replace(incident, grading=structs.replace(grading, grade=decision.grade))
    return incident


def _settle(toll: Toll, decision: Decision) -> Toll:
    figure = decision.figure
    if figure is None or not _fits(toll, figure):
        return toll
    return structs.replace(toll, best=figure.value, review="reviewed")


def _fits(toll: Toll, figure: Figure) -> bool:
    """Tell whether a figure was settled for this toll: one of a wider scope is another."""
    there = (toll.outcome, toll.status) == (figure.outcome, figure.status)
    return there and toll.scope is None


def _review_toll(toll: Toll, claims: Mapping[str, Claim]) -> Toll:
    return structs.replace(toll, review=_find_level([claims[name] for name in toll.claims]))


def _find_level(claims: Sequence[Claim]) -> Review:
    """A whole is reviewed as far as the least reviewed of its claims."""
    return min((claim.review for claim in claims), key=_LEVELS.index, default="machine")
