"""Files and folders give documents and refusals; nothing is left out in silence."""

import contextlib
import datetime
import json
import random
from pathlib import Path

import pytest
from tests.ingest.files import (
    PAGE,
    make_docx,
    make_feed,
    make_mail,
    make_pdf,
    make_picture,
    make_wacz,
    make_warc,
    make_xlsx,
    make_zip,
)

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import (
    DEEPEST,
    Ingested,
    find_files,
    find_medium,
    find_sites,
    ingest_all,
    make_writable,
    read_bytes,
    read_content,
)
from firsthand.model.reports import Document, Refusal
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


def test_pictures_are_for_a_case(folder: Path) -> None:
    (folder / "market.jpg").write_bytes(make_picture())
    assert "market.jpg" not in [name for _, name in find_files([folder])[0]]
    assert "market.jpg" in [name for _, name in find_files([folder], media=True)[0]]
    (refusal,) = ingest(folder / "market.jpg").refused
    assert refusal.reason == "It is a picture."
    settings = Settings(cache=Path("unused"), today=datetime.date(2019, 6, 1))
    (kept,) = read_bytes("b/market.jpg", make_picture(), Fallback(), settings, unread=True)
    assert isinstance(kept, Document)
    assert (kept.report.title, kept.text) == ("market.jpg", "")
    assert (find_medium("market.JPG"), find_medium("a.txt")) == (".jpg", None)


def test_a_scan_is_a_report_without_text_only_in_a_case(tmp_path: Path) -> None:
    content, settings = make_pdf([[]]), Settings(cache=tmp_path, today=datetime.date(2019, 6, 1))
    (kept,) = read_bytes("order.pdf", content, Fallback(), settings, unread=True)
    assert isinstance(kept, Document)
    assert (kept.report.title, kept.text) == ("order.pdf", "")
    (refusal,) = read_bytes("order.pdf", content, Fallback(), settings)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "scanned"


def test_a_hostile_file_name_can_be_written() -> None:
    assert make_writable("a\x1b[31m\udcff.txt") == "a�[31m?.txt"


def test_files_in_files_are_read(tmp_path: Path) -> None:
    inner = make_zip({"a.txt": WORDS.encode()})
    outer = make_zip({"mail.eml": make_mail(), "inner.zip": inner})
    (tmp_path / "outer.zip").write_bytes(outer)
    result = ingest(tmp_path)
    assert len(result.documents) == 2
    assert result.refused == ()


def test_a_refusal_in_a_file_names_its_way(tmp_path: Path) -> None:
    inner = make_zip({"a.xyz": b"?"})
    (tmp_path / "outer.zip").write_bytes(make_zip({"inner.zip": inner}))
    (refusal,) = ingest(tmp_path).refused
    assert refusal.name == "outer.zip/inner.zip/a.xyz"


def test_files_in_files_end_somewhere() -> None:
    content = make_zip({"a.txt": WORDS.encode()})
    for number in range(DEEPEST):
        content = make_zip({f"{number}.zip": content})
    (result,) = read_content("all.zip", content)
    assert isinstance(result, UnreadableReport)
    assert result.code == "bomb"


SAMPLES = {
    "a.pdf": make_pdf([[WORDS]]),
    "a.docx": make_docx([WORDS]),
    "a.xlsx": make_xlsx([["title", "text"], ["A", WORDS]]),
    "a.eml": make_mail(attachments={"x.docx": make_docx([WORDS])}),
    "a.mbox": b"From a Tue May 14 18:00:00 2019\n" + make_mail(),
    "a.warc": make_warc({"https://coast.example/1": PAGE.encode()}),
    "a.wacz": make_wacz({"https://coast.example/1": PAGE.encode()}),
    "a.zip": make_zip({"a/b.eml": make_mail(), "c.txt": WORDS.encode()}),
    "a.rss": make_feed(),
    "a.json": json.dumps({"messages": [{"date": "2019-05-14", "text": WORDS}]}).encode(),
    "a.html": PAGE.encode(),
}


@pytest.mark.parametrize("number", range(40))
def test_damaged_files_are_refused_and_crash_nothing(number: int) -> None:
    chance = random.Random(number)
    for name, content in SAMPLES.items():
        damaged = bytearray(content)
        for _ in range(chance.choice([1, 2, 9])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with contextlib.suppress(UnreadableReport):
            read_content(name, bytes(damaged))
