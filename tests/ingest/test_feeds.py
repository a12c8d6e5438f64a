"""A feed gives a report for each entry."""

import pytest
from tests.ingest.files import WORDS, make_feed

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.feeds import read_feed


def test_an_entry_is_a_report_with_its_address_and_date() -> None:
    (draft,) = read_feed(make_feed())
    assert isinstance(draft, Draft)
    assert (draft.text, draft.title, draft.publisher, draft.uri, draft.notes) == (
        WORDS,
        "Nine dead",
        "Coast Radio",
        "https://coast.example/1",
        (),
    )


def test_a_summary_says_that_it_is_one() -> None:
    (draft,) = read_feed(make_feed(whole=False))
    assert isinstance(draft, Draft)
    assert draft.text == "Nine dead in Belmuro."
    assert draft.notes


@pytest.mark.parametrize("content", [b"", b"<a/>", b"words", b"<!DOCTYPE x [<!ENTITY y 'z'>]><x/>"])
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableReport):
        read_feed(content)
