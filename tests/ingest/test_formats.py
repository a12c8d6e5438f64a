"""Files and folders give documents and refusals; nothing is left out in silence."""

import datetime
from pathlib import Path

import pytest

from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import Ingested, find_files, find_sites, ingest_all, make_writable
from firsthand.settings import Settings

WORDS = "At least nine people were killed when shells hit the market, residents said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "wire.TXT").write_text(WORDS)
    (tmp_path / "copy.txt").write_text(WORDS)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "notes.md").write_text("notes")
    (tmp_path / "sites.csv").write_text("name\n")
    (tmp_path / ".hidden.txt").write_text(WORDS)
    return tmp_path


def ingest(*sources: Path) -> Ingested:
    settings = Settings(cache=Path("unused"), today=datetime.date(2019, 6, 1))
    return ingest_all(sources, Fallback(), settings, lambda _stage, _done, _total: None)


def test_a_folder_is_read_with_its_folders(folder: Path) -> None:
    result = ingest(folder)
    assert len(result.documents) == 1
    assert [refusal.name for refusal in result.refused] == ["empty.txt"]
    assert sorted(line.split(":")[0] for line in result.left_out) == ["deep/wire.TXT", "notes.md"]


def test_a_report_is_not_named_after_its_path(folder: Path) -> None:
    assert (
        ingest(folder / "copy.txt").documents[0].report.id
        == ingest(folder / "deep" / "wire.TXT").documents[0].report.id
    )


@pytest.mark.parametrize(
    ("name", "code"), [("none.txt", "missing"), ("notes.md", "unknown_format")]
)
def test_a_file_that_was_named_is_always_answered(folder: Path, name: str, code: str) -> None:
    (refusal,) = ingest(folder / name).refused
    assert (refusal.name, refusal.code) == (name, code)
    assert refusal.reason
    assert refusal.remedy


def test_sites_lie_beside_the_reports(folder: Path) -> None:
    assert find_sites([folder]) == (folder / "sites.csv",)
    assert find_sites([folder / "copy.txt"]) == (folder / "sites.csv",)
    assert all(path.name != "sites.csv" for path, _ in find_files([folder])[0])


def test_an_account_written_before_is_no_report(folder: Path) -> None:
    account = folder / "account"
    account.mkdir()
    (account / "account.json").write_text('{"format": "firsthand-account/1"}')
    (account / "index.html").write_text("<p>Words of an earlier account, of no report at all.</p>")
    found, left_out = find_files([folder])
    assert not any(account in path.parents for path, _ in found)
    assert "account: an account, no report" in left_out


def test_a_hostile_file_name_can_be_written() -> None:
    assert make_writable("a\x1b[31m\udcff.txt") == "a�[31m?.txt"
