"""Everything that happened to a thing is told in its order."""

from tests.keep.conftest import WHEN

from firsthand.keep.cases import Case
from firsthand.keep.decisions import decide
from firsthand.keep.histories import tell_history
from firsthand.model.decisions import Decision


def test_a_report_was_ingested_and_a_claim_decided_on(case: Case) -> None:
    decide(
        case, Decision(id="", when=WHEN, who="Ben", kind="reject", target="c-r-1", why="unclear")
    )
    assert [step.kind for step in tell_history(case, "r-1")] == ["ingest"]
    (step,) = tell_history(case, "c-r-1")
    assert step.decision is not None
    assert (step.decision.kind, step.decision.why) == ("reject", "unclear")
    assert tell_history(case, "c-none") == ()
