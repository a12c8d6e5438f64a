"""The account of a case honours every decision."""

from tests.keep.conftest import WHEN, add_report

from firsthand.keep.accounts import make_case_account
from firsthand.keep.cases import Case
from firsthand.keep.decisions import decide
from firsthand.model.decisions import Decision, DecisionKind


def make_decision(kind: DecisionKind, target: str, **fields: object) -> Decision:
    return Decision(
        id="",
        when=WHEN,
        who="Ana",
        kind=kind,
        target=target,
        why="seen",
        **fields,  # type: ignore[arg-type]
    )


def test_reports_of_one_shelling_give_one_incident_with_both_figures(case: Case) -> None:
    account = make_case_account(case, WHEN).account
    (incident,) = account.incidents
    assert (incident.tolls[0].low, incident.tolls[0].high) == (9, 11)
    assert account.criteria is not None
    assert account.criteria.title == "Harbour"


def test_a_rejected_claim_counts_for_nothing_and_stays(case: Case) -> None:
    decide(case, make_decision("reject", "c-r-2"))
    account = make_case_account(case, WHEN).account
    (incident,) = account.incidents
    assert (incident.tolls[0].low, incident.tolls[0].high) == (9, 9)
    assert [claim.id for claim in account.claims if claim.rejected] == ["c-r-2"]


def test_an_incident_keeps_its_id_when_an_earlier_claim_comes(case: Case) -> None:
    (before,) = make_case_account(case, WHEN).account.incidents
    add_report(case, "r-0", 10)
    (after,) = make_case_account(case, WHEN).account.incidents
    assert after.id == before.id
    assert len(after.claims) == 3


def test_a_split_incident_is_two_and_merged_again_one(case: Case) -> None:
    (whole,) = make_case_account(case, WHEN).account.incidents
    split = decide(case, make_decision("split", whole.id, other="c-r-1", claims=("c-r-2",)))
    parts = make_case_account(case, WHEN).account.incidents
    assert len(parts) == 2
    assert whole.id in {part.id for part in parts}
    decide(case, make_decision("undo", split.id))
    (again,) = make_case_account(case, WHEN).account.incidents
    assert again.id == whole.id


def test_a_decision_on_a_claim_that_is_gone_is_told(case: Case) -> None:
    decide(case, make_decision("confirm", "c-9"))
    (line,) = make_case_account(case, WHEN).left_out
    assert "Needs another look" in line
