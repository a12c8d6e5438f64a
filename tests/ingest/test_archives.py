"""An archive gives its files, and no bomb is unpacked."""

import io
import struct
import zipfile

import pytest
from tests.ingest.files import WORDS, make_zip

from firsthand.errors import UnreadableReport
from firsthand.ingest.archives import check_members, list_members, read_zip
from firsthand.ingest.documents import Draft
from firsthand.ingest.plain import read_plain


def read_text(name: str, content: bytes) -> tuple[Draft, ...]:
    if not name.endswith(".txt"):
        raise UnreadableReport("unknown_format", "No.", "None.")
    return read_plain(content)


def test_each_file_is_read_and_named_and_one_that_cannot_be_is_refused() -> None:
    content = make_zip({"a/b.txt": WORDS.encode(), "c.xyz": b"1", ".hidden.txt": b"x"})
    draft, refusal = read_zip(content, read_text)
    assert isinstance(draft, Draft)
    assert (draft.member, draft.text) == ("a/b.txt", WORDS)
    assert isinstance(refusal, UnreadableReport)
    assert refusal.member == "c.xyz"


def test_names_that_lead_out_of_the_archive_are_only_names() -> None:
    ((name, content),) = list_members(make_zip({"../../etc/b.txt": b"words"}))
    assert (name, content) == ("../../etc/b.txt", b"words")


def test_links_are_no_files() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/elsewhere")
    assert list(list_members(held.getvalue())) == []


def make_overlap() -> bytes:
    """Make an archive whose list names the same bytes many times."""
    content = make_zip({"a.txt": b"0" * 100_000})
    start = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    entry = content[start:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 30, 30, len(entry) * 30, start, 0)
    return content[:start] + entry * 30 + tail


def lie_about_size() -> bytes:
    """Make an archive that says that its large file is small."""
    content = bytearray(make_zip({"a.txt": b"0" * 5_000_000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.index(mark) + offset
        content[place : place + 4] = struct.pack("<L", 10)
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        make_zip({"a.txt": b"0" * 20_000_000}),
        make_zip({f"{number}.txt": b"" for number in range(10_001)}),
        make_overlap(),
    ],
)
def test_bombs_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableReport) as refusal:
        check_members(content)
    assert refusal.value.code == "bomb"


def test_a_lie_about_a_size_unpacks_no_more_than_it_says() -> None:
    with pytest.raises(UnreadableReport) as refusal:
        check_members(lie_about_size())
    assert refusal.value.code in ("bomb", "damaged")


@pytest.mark.parametrize("content", [b"", b"PK", b"none", make_zip({"a": b"1"})[:-30]])
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableReport) as refusal:
        check_members(content)
    assert refusal.value.code == "damaged"


def test_an_archive_that_lies_about_a_size_is_stopped_on_the_way() -> None:
    content = make_zip({"a.txt": bytes(5_000_000)})
    place = content.rindex(b"PK\1\2") + 24
    lying = content[:place] + (10).to_bytes(4, "little") + content[place + 4 :]
    with pytest.raises(UnreadableReport):
        list(list_members(lying))


def test_a_rare_packing_is_refused_before_it_is_unpacked() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.txt", "words")
    with pytest.raises(UnreadableReport, match="rare"):
        list(list_members(target.getvalue()))
