"""A backup is the case, and a damaged one is refused."""

from pathlib import Path

import pytest
from tests.keep.conftest import WHEN

from firsthand.errors import BrokenCase
from firsthand.keep.accounts import make_case_account
from firsthand.keep.backups import backup_case, restore_case
from firsthand.keep.cases import Case, open_case
from firsthand.keep.checks import verify_case


def test_what_is_restored_gives_the_same_account(case: Case, tmp_path: Path) -> None:
    backup_case(case, tmp_path / "backup", WHEN)
    restored = restore_case(tmp_path / "backup", tmp_path / "again", who="Ana", when=WHEN)
    assert make_case_account(restored, WHEN).account == make_case_account(case, WHEN).account


def test_a_damaged_backup_is_refused_and_leaves_nothing(case: Case, tmp_path: Path) -> None:
    backup_case(case, tmp_path / "backup", WHEN)
    original = next((tmp_path / "backup").glob("evidence/??/*/original"))
    original.chmod(0o600)
    original.write_bytes(b"other words")
    with pytest.raises(BrokenCase, match="not whole"):
        restore_case(tmp_path / "backup", tmp_path / "again", who="Ana", when=WHEN)
    assert not (tmp_path / "again").exists()


def test_nothing_that_is_there_is_written_over(case: Case, tmp_path: Path) -> None:
    (tmp_path / "backup").mkdir()
    with pytest.raises(BrokenCase, match="there already"):
        backup_case(case, tmp_path / "backup", WHEN)


def test_a_backup_goes_to_a_server(case: Case, tmp_path: Path, other_space: str) -> None:
    backup_case(case, tmp_path / "backup", WHEN)
    target = tmp_path / "again"
    restored = restore_case(tmp_path / "backup", target, who="Ana", when=WHEN, database=other_space)
    assert restored.engine.dialect.name == "postgresql"
    assert not list(target.glob("case.db*"))
    assert make_case_account(restored, WHEN).account == make_case_account(case, WHEN).account
    assert verify_case(open_case(target, who="Ana", when=WHEN)) == ()
