"""Everything that happened to a thing is told in its order."""

import pytest
from tests.keep.conftest import WHEN

from firsthand.errors import UsageError
from firsthand.keep.accounts import make_case_account
from firsthand.keep.cases import Case
from firsthand.keep.decisions import decide
from firsthand.keep.histories import tell_history
from firsthand.model.decisions import Decision


def test_a_claim_was_read_with_its_report_and_decided_on(case: Case) -> None:
    decide(
        case, Decision(id="", when=WHEN, who="Ben", kind="reject", target="c-r-1", why="unclear")
    )
    assert [step.kind for step in tell_history(case, "r-1").steps] == ["ingest"]
    told = tell_history(case, "c-r-1")
    assert told.report == "r-1"
    assert [(step.kind, step.about) for step in told.steps] == [
        ("ingest", "r-1"),
        ("decision", "c-r-1"),
    ]
    decision = told.steps[1].decision
    assert decision is not None
    assert (decision.kind, decision.why) == ("reject", "unclear")
    assert tell_history(case, "c-none").steps == ()


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one(case: Case) -> None:
    (incident,) = make_case_account(case, WHEN).account.incidents
    assert tell_history(case, incident.id[:8]).name == incident.id
    with pytest.raises(UsageError, match="begins 2 ids"):
        tell_history(case, "c-r-")


def test_an_incident_tells_of_those_that_were_merged_into_it(case: Case) -> None:
    (whole,) = make_case_account(case, WHEN).account.incidents
    split = Decision(
        id="",
        when=WHEN,
        who="Ana",
        kind="split",
        target=whole.id,
        why="two strikes",
        other="c-r-1",
        claims=("c-r-2",),
    )
    undone = decide(case, split)
    parts = {incident.id for incident in make_case_account(case, WHEN).account.incidents}
    (other,) = parts - {whole.id}
    decide(case, Decision(id="", when=WHEN, who="Ben", kind="exclude", target=other, why="outside"))
    decide(
        case, Decision(id="", when=WHEN, who="Ana", kind="undo", target=undone.id, why="one strike")
    )
    make_case_account(case, WHEN)
    told = tell_history(case, whole.id)
    assert told.merged == (other,)
    assert ("decision", other) in [(step.kind, step.about) for step in told.steps]
    assert tell_history(case, other).now == whole.id
