"""A case is read anew, and decisions stay on the claims that still stand."""

import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, update
from tests.keep.conftest import WHEN

from firsthand.ingest.documents import Fallback
from firsthand.keep.accounts import make_case_account
from firsthand.keep.additions import Intake, add_files
from firsthand.keep.cases import Case, change, init_case
from firsthand.keep.checks import verify_case
from firsthand.keep.decisions import decide
from firsthand.keep.histories import tell_history
from firsthand.keep.rereads import Reread, reread_case
from firsthand.model.decisions import Decision
from firsthand.settings import Settings, make_settings
from firsthand.store.schema import READINGS

SETTINGS = Settings(cache=make_settings().cache, today=datetime.date(2019, 6, 1))
WORDS = "Nine people were killed when shells hit the market in Belmuro on 14 May 2019."


def show(_stage: str, _done: int, _all: int) -> None:
    return None


def reread(case: Case) -> Reread:
    return reread_case(case, SETTINGS, WHEN, show)


def count_readings(case: Case) -> int:
    with case.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(READINGS)).scalar_one()


@pytest.fixture
def read_case(tmp_path: Path) -> Case:
    """Make a case with one report that was read by the machine, and a picture."""
    path = tmp_path / "a.txt"
    path.write_text(f"Title: Nine dead\nPublished: 2019-05-15\n\n{WORDS}")
    (tmp_path / "b.mp3").write_bytes(b"sound")
    case = init_case(tmp_path / "case", title="", who="Ana", when=WHEN)
    intake = Intake(fallback=Fallback(), sites=(), settings=SETTINGS, when=WHEN)
    add_files(case, [path, tmp_path / "b.mp3"], intake, show)
    return case


def test_the_same_version_reads_the_same_and_keeps_nothing_twice(read_case: Case) -> None:
    assert reread(read_case) == Reread(reports=2, changed=(), refused=())
    assert count_readings(read_case) == 2


def test_a_decision_stays_on_a_claim_that_still_stands(read_case: Case) -> None:
    claim = make_case_account(read_case, WHEN).account.claims[0]
    decide(
        read_case,
        Decision(id="", when=WHEN, who="Ana", kind="confirm", target=claim.id, why="seen"),
    )
    with change(read_case) as connection:
        connection.execute(update(READINGS).values(software='{"firsthand": "an earlier one"}'))
    assert reread(read_case).changed == ()
    assert count_readings(read_case) == 4
    result = make_case_account(read_case, WHEN)
    assert {item.id: item.review for item in result.account.claims}[claim.id] == "reviewed"
    assert result.left_out == ()
    assert [step.kind for step in tell_history(read_case, claim.report).steps] == [
        "ingest",
        "reading",
    ]


def test_what_a_reading_by_hand_found_and_the_machine_does_not_needs_another_look(
    case: Case,
) -> None:
    (before,) = make_case_account(case, WHEN).account.incidents
    for kind, target in (("confirm", "c-r-1"), ("include", before.id)):
        decide(
            case,
            Decision(id="", when=WHEN, who="Ana", kind=kind, target=target, why="seen"),  # type: ignore[arg-type]
        )
    assert set(reread(case).changed) == {"r-1", "r-2"}
    result = make_case_account(case, WHEN)
    assert any("confirm" in line and "c-r-1" in line for line in result.left_out)
    assert verify_case(case) == ()
