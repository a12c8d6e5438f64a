"""Killing somebody who works in a case leaves it clean, unless they are careless."""

from pathlib import Path

from torture.crashes import is_kept, is_whole, torture_crashes
from torture.promises import TORTURES
from torture.reports import WHEN
from torture.workers import WHO

from firsthand.keep.cases import init_case


def test_all_that_was_said_is_kept_and_the_case_is_clean() -> None:
    result = torture_crashes(TORTURES["crashes"].few)
    assert result.failures == ()
    assert result.control > 0


def test_what_was_never_kept_is_missed(tmp_path: Path) -> None:
    case = init_case(tmp_path / "case", title="Harbour", who=WHO, when=WHEN)
    assert not is_kept(case, "d-1")


def test_a_package_with_another_file_is_not_whole(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  words\n")
    (tmp_path / "words").write_text("words")
    assert not is_whole(tmp_path)
