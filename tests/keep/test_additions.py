"""Files are kept as bytes first; adding them again adds nothing."""

import datetime
from pathlib import Path

import pytest
from tests.ingest.files import make_picture, make_zip
from tests.keep.conftest import WHEN

from firsthand.ingest.documents import Fallback
from firsthand.keep.accounts import make_case_account
from firsthand.keep.additions import Added, Intake, add_files
from firsthand.keep.cases import Case, init_case
from firsthand.keep.checks import verify_case
from firsthand.settings import Settings, make_settings
from firsthand.store.evidence import list_extractions

WORDS = "Nine people were killed when shells hit the market in Belmuro on 14 May 2019."


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Title: Nine dead\nPublished: 2019-05-15\n\n{WORDS}")
    (folder / "b.csv").write_text("text\nThree wounded people were taken to a hospital.\n")
    (folder / "c.txt").write_bytes(b"\x00\x01\x02")
    return folder


def add(case: Case, downloads: Path) -> Added:
    settings = Settings(cache=make_settings().cache, today=datetime.date(2019, 6, 1))
    intake = Intake(fallback=Fallback(), sites=(), settings=settings, when=WHEN)
    return add_files(case, [downloads], intake, lambda _stage, _done, _all: None)


def test_what_is_new_is_kept_and_read_and_the_rest_is_refused_or_known(
    tmp_path: Path, downloads: Path
) -> None:
    case = init_case(tmp_path / "case", title="", who="Ana", when=WHEN)
    first = add(case, downloads)
    assert (len(first.new), first.known) == (2, 0)
    assert [refusal.name for refusal in first.refused] == ["c.txt"]
    again = add(case, downloads)
    assert (again.new, again.known) == ((), 2)
    account = make_case_account(case, WHEN).account
    assert len(account.reports) == 2
    assert [refusal.name for refusal in account.refused] == ["c.txt"]
    assert verify_case(case) == ()


def test_the_bytes_of_a_refused_file_are_kept_too(tmp_path: Path, downloads: Path) -> None:
    case = init_case(tmp_path / "case", title="", who="Ana", when=WHEN)
    add(case, downloads)
    kept = {path.read_bytes() for path in case.evidence.glob("??/*/original")}
    assert b"\x00\x01\x02" in kept


def test_what_cannot_be_read_is_kept_as_a_report_that_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "market.jpg").write_bytes(make_picture())
    (folder / "call.mp3").write_bytes(b"sound")
    (folder / "rue.txt").write_text("Au moins neuf personnes ont été tuées sur le marché hier.")
    (folder / "photos.zip").write_bytes(make_zip({"quay.png": make_picture(exif=False)}))
    case = init_case(tmp_path / "case", title="", who="Ana", when=WHEN)
    added = add(case, folder)
    assert (len(added.new), len(added.unread), added.refused) == (4, 4, ())
    account = make_case_account(case, WHEN).account
    told = {report.title: report for report in account.reports}
    assert told.keys() == {"market.jpg", "call.mp3", "quay.png", None}
    assert told["market.jpg"].length == 0
    assert told[None].language == "fr"
    assert all(report.cautions for report in account.reports)
    assert verify_case(case) == ()


def test_what_a_picture_says_of_itself_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "market.jpg").write_bytes(make_picture())
    case = init_case(tmp_path / "case", title="", who="Ana", when=WHEN)
    add(case, tmp_path / "market.jpg")
    (original,) = case.evidence.glob("??/*/original")
    (extraction,) = list_extractions(case.evidence, original.parent.name)
    assert extraction.extractor == "exif"
    (text,) = original.parent.glob("texts/*.txt")
    assert "Coastcam" in text.read_text("utf-8")
