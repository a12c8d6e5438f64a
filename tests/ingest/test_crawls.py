"""A web archive gives its articles with address and time of capture, and tells what changed."""

import gzip

import pytest
from tests.ingest.files import PAGE, make_wacz, make_warc

from firsthand.errors import UnreadableReport
from firsthand.ingest.crawls import read_wacz, read_warc
from firsthand.ingest.documents import Draft
from firsthand.ingest.formats import read_content

ADDRESS = "https://coast.example/1"
PAGES = {ADDRESS: PAGE.encode()}


@pytest.mark.parametrize("content", [make_warc(PAGES), gzip.compress(make_warc(PAGES))])
def test_an_article_has_its_address_and_time_of_capture(content: bytes) -> None:
    (draft,) = read_warc(content, read_content)
    assert isinstance(draft, Draft)
    assert (draft.uri, draft.captured, draft.notes) == (ADDRESS, "2019-05-15T10:00:00+00:00", ())
    assert "shells struck the market" in draft.text


def test_a_capture_that_was_changed_says_so() -> None:
    (draft,) = read_warc(make_warc(PAGES, digest="sha256:" + "0" * 64), read_content)
    assert isinstance(draft, Draft)
    assert draft.notes == ("The capture's digest is not that of its bytes: it was changed.",)


def test_a_page_without_an_article_is_refused_by_its_address() -> None:
    draft, refusal = read_warc(
        make_warc({**PAGES, "https://coast.example/2": b"<p>"}), read_content
    )
    assert isinstance(draft, Draft)
    assert isinstance(refusal, UnreadableReport)
    assert refusal.reason.startswith("https://coast.example/2: ")


def test_a_packed_archive_is_held_against_its_list() -> None:
    (draft,) = read_wacz(make_wacz(PAGES), read_content)
    assert isinstance(draft, Draft)
    assert draft.notes == ()
    (changed,) = read_wacz(make_wacz(PAGES, listed="0" * 64), read_content)
    assert isinstance(changed, Draft)
    assert changed.notes == ("“archive/data.warc” is not the file that the archive lists.",)


@pytest.mark.parametrize("content", [b"", b"none", b"WARC/1.0\r\n\r\n"])
def test_what_is_no_web_archive_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableReport):
        read_warc(content, read_content)
