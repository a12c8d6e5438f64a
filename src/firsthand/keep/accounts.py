"""Accounts: what a case gives now, with every decision of its people honoured."""

from collections.abc import Mapping, Set

from msgspec import structs

from firsthand.keep.cases import Case, change, tell
from firsthand.keep.criteria import state_criteria
from firsthand.model.accounts import Account
from firsthand.model.decisions import Decision
from firsthand.pipeline import Result, join_readings, name_software
from firsthand.review.decisions import (
    decide_claims,
    decide_incidents,
    list_homeless,
    list_unplaced,
    list_verdicts,
)
from firsthand.review.names import keep_names, lead_names, rename_incidents
from firsthand.store.records import (
    load_decisions,
    load_documents,
    load_names,
    load_readings,
    load_redirects,
    load_refusals,
    save_names,
)
from firsthand.weigh.incidents import Choices


def make_case_account(case: Case, when: str) -> Result:
    """Link and weigh everything in a case by its rules, as its people decided.

    Incidents keep the ids they were first given; new names are recorded.
    """
    with case.engine.connect() as connection:
        documents = load_documents(connection)
        readings = load_readings(connection)
        decisions = load_decisions(connection)
        refused = load_refusals(connection)
        known, redirects = load_names(connection), load_redirects(connection)
    decided, rules = decide_claims(readings, decisions), case.file.rules
    account = join_readings(
        decided,
        documents,
        refused,
        name_software(),
        choices=Choices(rule=rules.toll_rule, scheme=rules.grading_scheme),
        verdicts=list_verdicts(decisions),
    )
    names = keep_names(account.incidents, known)
    account = rename_incidents(account, names.kept)
    there = {incident.id for incident in account.incidents}
    led = lead_names({**redirects, **names.redirects}, there)
    if led != redirects or _name_homes(account) != known:
        _remember(case, account, set(known.values()), led, when)
    account = decide_incidents(account, decisions, led)
    unplaced = (*list_unplaced(readings, decisions), *list_homeless(account, decisions, led))
    return Result(
        account=structs.replace(account, criteria=state_criteria(case.file)),
        texts={document.report.id: document.text for document in documents},
        left_out=tuple(_tell_unplaced(item) for item in unplaced),
    )


def _name_homes(account: Account) -> dict[str, str]:
    """Name the incident of each claim that has one."""
    return {claim: incident.id for incident in account.incidents for claim in incident.claims}


def _remember(
    case: Case, account: Account, before: Set[str], led: Mapping[str, str], when: str
) -> None:
    """Record the names of incidents, and where those lead that are none any more."""
    names = _name_homes(account)
    with change(case) as connection:
        kept = save_names(connection, names, led)
        new = sorted(set(names.values()) - before)
        tell(case, connection, "reading", when, subjects=tuple(new), kept=kept)


def _tell_unplaced(decision: Decision) -> str:
    return (
        f"Needs another look: {decision.kind} by {decision.who} ({decision.id}): "
        f"what it decides of {decision.target} is not read any more."
    )
