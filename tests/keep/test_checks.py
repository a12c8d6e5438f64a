"""Any change to what a case keeps is found and named."""

from pathlib import Path

import pytest
from sqlalchemy import delete, update
from tests.keep.conftest import WHEN

from firsthand.keep.backups import backup_case, restore_case
from firsthand.keep.cases import Case, change, open_case
from firsthand.keep.checkpoints import sign_case
from firsthand.keep.checks import verify_case
from firsthand.keep.decisions import decide
from firsthand.model.decisions import Decision
from firsthand.store.schema import DECISIONS, LEDGER, READINGS, REPORTS, SETTINGS

DECISION = Decision(id="", when=WHEN, who="Ana", kind="confirm", target="c-r-1", why="seen")


def test_an_untouched_case_is_clean(case: Case) -> None:
    decide(case, DECISION)
    sign_case(case, WHEN)
    assert verify_case(case) == ()


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        (update(REPORTS).where(REPORTS.c.id == "r-1").values(text="Eleven died."), "reports r-1"),
        (update(READINGS).where(READINGS.c.number == 1).values(content="{}"), "readings 1"),
        (update(SETTINGS).values(changed="2018"), "settings 1"),
        (delete(READINGS).where(READINGS.c.number == 2), "readings 2"),
        (update(LEDGER).where(LEDGER.c.sequence == 1).values(payload=b"[]"), "entry-1"),
        (update(LEDGER).where(LEDGER.c.sequence == 2).values(root=b"0" * 32), "entry-2"),
        (delete(LEDGER).where(LEDGER.c.sequence == 1), "entry-1"),
        (
            DECISIONS.insert().values(id="d-1", target="c-1", content="{}"),
            "decisions d-1",
        ),
    ],
)
def test_a_changed_row_is_named(case: Case, statement: object, where: str) -> None:
    with change(case) as connection:
        connection.execute(statement)  # type: ignore[call-overload]
    assert where in {finding.where for finding in verify_case(case)}


def test_a_changed_original_is_named(case: Case) -> None:
    original = next(case.evidence.glob("??/*/original"))
    original.chmod(0o600)
    original.write_bytes(b"other words")
    assert any(original.parent.name in finding.where for finding in verify_case(case))


def test_a_case_put_back_is_seen_with_a_checkpoint_from_outside(case: Case, tmp_path: Path) -> None:
    backup_case(case, tmp_path / "backup", WHEN)
    decide(case, DECISION)
    outside = sign_case(case, WHEN)
    rolled = restore_case(tmp_path / "backup", tmp_path / "again", who="Eve", when=WHEN)
    assert verify_case(rolled) == ()
    assert verify_case(rolled, [outside])
    assert verify_case(open_case(case.folder, who="Ana", when=WHEN), [outside]) == ()
