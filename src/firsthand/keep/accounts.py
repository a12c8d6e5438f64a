"""Accounts: what a case gives now, with every decision of its people honoured."""

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
from firsthand.review.names import keep_names, rename_incidents
from firsthand.store.records import (
    load_decisions,
    load_documents,
    load_names,
    load_readings,
    load_redirects,
    load_refusals,
    save_names,
)


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
    decided = decide_claims(readings, decisions)
    account = join_readings(
        decided,
        documents,
        refused,
        name_software(),
        rule=case.file.rules.toll_rule,
        verdicts=list_verdicts(decisions),
    )
    names = keep_names(account.incidents, known)
    account = rename_incidents(account, names.kept)
    led = {**redirects, **names.redirects}
    _remember(case, account, {"known": known, "led": led}, when)
    account = decide_incidents(account, decisions, led)
    unplaced = (*list_unplaced(readings, decisions), *list_homeless(account, decisions, led))
    return Result(
        account=structs.replace(account, criteria=state_criteria(case.file)),
        texts={document.report.id: document.text for document in documents},
        left_out=tuple(_tell_unplaced(item) for item in unplaced),
    )


def _remember(case: Case, account: Account, before: dict[str, dict[str, str]], when: str) -> None:
    """Record the names of incidents where they are new or lead elsewhere than before."""
    names = {claim: incident.id for incident in account.incidents for claim in incident.claims}
    if names == before["known"]:
        return
    with change(case) as connection:
        redirects = {**load_redirects(connection), **before["led"]}
        kept = save_names(connection, names, redirects)
        new = sorted(set(names.values()) - set(before["known"].values()))
        tell(case, connection, "reading", when, subjects=tuple(new), kept=kept)


def _tell_unplaced(decision: Decision) -> str:
    return (
        f"Needs another look: {decision.kind} by {decision.who} ({decision.id}): "
        f"what it decides of {decision.target} is not read any more."
    )
