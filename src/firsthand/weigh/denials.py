"""Denials: which question each of them answers, what it denies, and whether it was withdrawn."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from firsthand.model.actors import Actor
from firsthand.model.claims import Claim
from firsthand.model.incidents import Denial, Question, Responsibility
from firsthand.model.reports import Report
from firsthand.weigh.families import is_organ
from firsthand.weigh.origins import Family, Origin
from firsthand.weigh.responsibilities import find_day, find_moment

_REASONS: dict[Question, str] = {
    "how many": "the figure itself is denied",
    "who was hit": "it denies that people of one status were harmed",
    "who did it": "it denies that somebody did it, not that it was done",
    "whether it happened": "it denies the act and names nobody who did it",
}


_OF_A_KIND = re.compile(
    r"\bno\s+(?:warning|further|other|more|new|additional|second|subsequent|similar)\s",
    re.IGNORECASE,
)


class Case(Struct, frozen=True, kw_only=True):
    """What denials are held against: the incident's claims, their origins, what is weighed."""

    claims: Sequence[Claim]
    origins: Mapping[str, Origin]
    actors: Mapping[str, Actor]
    reports: Mapping[str, Report]
    responsibilities: Sequence[Responsibility] = ()
    families: Sequence[Family] = ()


def find_denials(case: Case) -> tuple[Denial, ...]:
    """Find what an incident's claims deny, each paired with the claims that say it."""
    return tuple(
        _pair(claim, case) for claim in case.claims if is_denial(claim) and _is_first(claim, case)
    )


def is_denial(claim: Claim) -> bool:
    """Tell whether a claim denies something: by its stance, or by saying that it was not so.

    "No warning shots were fired" and "no further strikes" deny one kind of act, not the act.
    """
    if _OF_A_KIND.search(claim.quote):
        return False
    negated = claim.act is not None and claim.act.negated
    return claim.stance == "denied" or (negated and claim.stance in ("asserted", "alleged"))


def ask(claim: Claim) -> Question:
    """Tell which question a denial answers."""
    if any(count.status == "civilian" for count in claim.casualties):
        return "who was hit"
    if any(count.high != 0 for count in claim.casualties):
        return "how many"
    if claim.act is not None and claim.act.agents:
        return "who did it"
    return "whether it happened"


def _is_first(claim: Claim, case: Case) -> bool:
    """Tell whether nobody denied it in the same words before: copies deny nothing anew."""
    same = [
        other
        for other in case.claims
        if other.quote == claim.quote and case.origins[other.id] == case.origins[claim.id]
    ]
    return min(same, key=lambda other: find_moment(other, case.reports)).id == claim.id


def _pair(claim: Claim, case: Case) -> Denial:
    question = ask(claim)
    answers = _find_answers(claim, question, case)
    reason = _REASONS[question]
    if not answers:
        reason += "; no claim here says what it denies"
    return Denial(
        claim=claim.id,
        by=case.origins[claim.id].actor or case.origins[claim.id].name,
        question=question,
        answers=answers,
        withdrawn=_find_withdrawals(claim, question, case),
        reason=reason,
    )


def _find_answers(claim: Claim, question: Question, case: Case) -> tuple[str, ...]:
    """Find the claims of others that say what is denied."""
    said = [
        other
        for other in case.claims
        if not is_denial(other)
        and other.stance in ("asserted", "alleged")
        and not _is_one_party(other, claim, case)
    ]
    if question == "who did it":
        return tuple(other.id for other in said if other.id in _list_accusing(claim, case))
    if question == "whether it happened":
        return tuple(other.id for other in said if _is_same_act(other, claim))
    return tuple(other.id for other in said if _is_same_count(other, claim, question))


def _list_accusing(claim: Claim, case: Case) -> set[str]:
    """List the claims that say of the same party that it did it."""
    parties = {
        item.actor
        for item in case.responsibilities
        if item.stance == "denied" and claim.id in item.claims
    }
    return {
        name
        for item in case.responsibilities
        if item.stance != "denied" and any(_are_one(item.actor, party, case) for party in parties)
        for name in item.claims
    }


def _is_same_act(other: Claim, claim: Claim) -> bool:
    return other.act is not None and claim.act is not None and other.act.type == claim.act.type


def _is_same_count(other: Claim, claim: Claim, question: Question) -> bool:
    """Tell whether a claim gives the figure denied, or harm to people of the status denied."""
    for denied in claim.casualties:
        for count in other.casualties:
            if count.outcome != denied.outcome:
                continue
            if question == "who was hit" and count.status == denied.status and count.high != 0:
                return True
            if question == "how many" and (count.low, count.high) == (denied.low, denied.high):
                return True
    return False


def _find_withdrawals(claim: Claim, question: Question, case: Case) -> tuple[str, ...]:
    """Find later claims in which the party that denies having done it accepts it."""
    if question not in ("who did it", "whether it happened"):
        return ()
    day = find_day(claim, case.reports)
    by_id = {other.id: other for other in case.claims}
    return tuple(
        name
        for item in case.responsibilities
        if item.stance == "accepted"
        for name in item.claims
        if _is_one_party(by_id[name], claim, case)
        and day is not None
        and (find_day(by_id[name], case.reports) or "") > day
    )


def _is_one_party(one: Claim, other: Claim, case: Case) -> bool:
    mine, theirs = case.origins[one.id].key, case.origins[other.id].key
    return mine == theirs or any(
        mine in family.keys and theirs in family.keys for family in case.families
    )


def _are_one(one: str, other: str, case: Case) -> bool:
    """Tell whether two parties, by actor or words, are one: the same, or organs of one state.

    Two organs count as one here only if the voices of this incident know a single state.
    """
    if one == other:
        return True
    names = [case.actors[name].name if name in case.actors else name for name in (one, other)]
    states = [family for family in case.families if family.reason == "organs of one state"]
    return len(states) < 2 and all(is_organ(name) for name in names)
