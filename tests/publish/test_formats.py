"""An account folder holds our files, and keeps everybody else's."""

from pathlib import Path

import pytest
from tests.publish.samples import ACCOUNT, REPORT, TEXT, TEXTS

from firsthand.errors import UsageError
from firsthand.model.accounts import decode_account
from firsthand.publish.formats import FORMATS, write_account
from firsthand.publish.pages import LONGEST_INLINE


def test_every_format_and_every_text_is_written(tmp_path: Path) -> None:
    written = write_account(ACCOUNT, TEXTS, tmp_path / "out")
    assert {path.name for path in written} == {*FORMATS, f"{REPORT.id}.txt"}
    assert (tmp_path / "out" / REPORT.text_file).read_text("utf-8") == TEXT
    assert decode_account((tmp_path / "out" / "account.json").read_bytes()) == ACCOUNT


def test_only_our_own_files_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "texts" / "mine.txt").write_text("mine")
    (tmp_path / "texts" / "r-00000000000000ff.txt").write_text("of an earlier account")
    (tmp_path / "texts" / "r-00000000000000ff.html").write_text("of an earlier account")
    write_account(ACCOUNT, TEXTS, tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "texts" / "mine.txt").read_text() == "mine"
    assert not (tmp_path / "texts" / "r-00000000000000ff.txt").exists()
    assert not (tmp_path / "texts" / "r-00000000000000ff.html").exists()


def test_a_foreign_file_of_our_names_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(UsageError, match=r"index\.html is not from an earlier account"):
        write_account(ACCOUNT, TEXTS, tmp_path)
    assert (tmp_path / "index.html").read_text() == "mine"


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_account(ACCOUNT, TEXTS, tmp_path)]
    second = [path.read_bytes() for path in write_account(ACCOUNT, TEXTS, tmp_path)]
    assert first == second


def test_long_texts_get_pages_beside_the_index(tmp_path: Path) -> None:
    long = {REPORT.id: TEXT + " " * LONGEST_INLINE}
    names = {path.name for path in write_account(ACCOUNT, long, tmp_path)}
    assert f"{REPORT.id}.html" in names
    assert (tmp_path / "texts" / f"{REPORT.id}.html").exists()


def test_a_file_in_the_place_of_the_folder_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(UsageError, match="--out"):
        write_account(ACCOUNT, TEXTS, tmp_path / "out")
