"""Any change to what a case keeps is found and named."""

from pathlib import Path

import pytest
from sqlalchemy import delete, update
from tests.keep.conftest import WHEN

from firsthand.keep.accounts import make_case_account
from firsthand.keep.backups import backup_case, restore_case
from firsthand.keep.cases import Case, change, open_case
from firsthand.keep.checkpoints import sign_case
from firsthand.keep.checks import verify_case
from firsthand.keep.databases import DATABASE
from firsthand.keep.decisions import decide
from firsthand.keep.erasures import erase_report
from firsthand.model.decisions import Decision
from firsthand.store.schema import (
    CHECKPOINTS,
    DECISIONS,
    FACTS,
    LEDGER,
    NAMES,
    READINGS,
    REDIRECTS,
    REPORTS,
    SETTINGS,
    SUBJECTS,
)

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
        (DECISIONS.insert().values(id="d-1", target="c-1", content="{}"), "decisions d-1"),
        (update(DECISIONS).values(number=9), "decisions d-"),
        (update(REPORTS).where(REPORTS.c.id == "r-1").values(number=9), "reports r-1"),
        (update(FACTS).where(FACTS.c.name == "secret").values(value="00"), "facts secret"),
        (update(FACTS).where(FACTS.c.name == "key").values(value="none"), "facts key"),
        (delete(FACTS).where(FACTS.c.name == "origin"), "facts origin"),
        (update(NAMES).values(incident="i-9"), "names all"),
        (REDIRECTS.insert().values(incident="i-8", now="i-9"), "redirects all"),
        (update(SUBJECTS).where(SUBJECTS.c.subject == "r-1").values(subject="r-9"), "subjects"),
        (delete(SUBJECTS).where(SUBJECTS.c.sequence == 2), "subjects entry-2"),
        (delete(CHECKPOINTS), "checkpoints 1"),
        (update(CHECKPOINTS).values(number=2), "checkpoints 2"),
        (update(CHECKPOINTS).values(signed="2018"), "checkpoints 1"),
        (update(CHECKPOINTS).values(token=b"t"), "tokens 1"),
    ],
)
def test_a_changed_row_is_named(case: Case, statement: object, where: str) -> None:
    decide(case, DECISION)
    make_case_account(case, WHEN)
    sign_case(case, WHEN)
    with change(case) as connection:
        connection.execute(statement)  # type: ignore[call-overload]
    assert any(finding.where.startswith(where) for finding in verify_case(case))


def test_a_row_that_is_no_text_any_more_is_named(case: Case) -> None:
    if case.engine.dialect.name != "sqlite":
        # A server refuses such bytes.
        return
    with change(case) as connection:
        connection.exec_driver_sql("UPDATE reports SET text = CAST(x'ff' AS TEXT) WHERE number = 1")
    assert [finding.where for finding in verify_case(case)] == ["reports r-1"]


def test_an_erased_entry_tells_of_nothing(case: Case) -> None:
    erase_report(case, "r-1", why="asked for", when=WHEN)
    with change(case) as connection:
        connection.execute(update(LEDGER).where(LEDGER.c.sequence == 1).values(payload=b"[]"))
    assert [(found.where, found.code) for found in verify_case(case)] == [("entry-1", "payload")]


def test_a_database_that_cannot_be_read_is_a_finding(case: Case) -> None:
    if case.engine.dialect.name != "sqlite":
        return
    with case.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    path = case.folder / DATABASE
    content = path.read_bytes()
    path.write_bytes(content[:4096] + bytes(len(content) - 4096))
    assert "case.db" in {finding.where for finding in verify_case(case)}


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
