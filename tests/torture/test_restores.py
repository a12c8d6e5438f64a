"""What is restored is what was backed up, and what was damaged since is refused."""

from pathlib import Path

from torture.promises import TORTURES
from torture.reports import WHEN, add_report
from torture.restores import read_rows, torture_restores
from torture.workers import WHO

from firsthand.keep.cases import init_case


def test_every_backup_is_restored_whole_or_refused() -> None:
    result = torture_restores(TORTURES["restores"].few)
    assert result.failures == ()
    assert result.control == result.ran == 50


def test_another_report_is_another_case(tmp_path: Path) -> None:
    case = init_case(tmp_path / "case", title="Harbour", who=WHO, when=WHEN)
    before = read_rows(case)
    add_report(case, 1)
    assert read_rows(case) != before
