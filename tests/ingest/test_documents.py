"""A draft becomes a document with digests, a language, and what the user filled in."""

import datetime

import pytest

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft, Fallback, is_readable, make_document
from firsthand.model.reports import UNREAD

TODAY = datetime.date(2019, 6, 1)
WORDS = "At least nine people were killed when shells hit the market, residents said."


def make_draft(text: str = WORDS, title: str | None = None, publisher: str | None = None) -> Draft:
    return Draft(
        content=text.encode(),
        text=text,
        title=title,
        publisher=publisher,
        basis="header",
        extractor="plain text",
    )


def test_the_title_is_the_first_line() -> None:
    document = make_document(make_draft(title="Nine killed"), Fallback(), TODAY)
    assert document.text == f"Nine killed\n\n{WORDS}"


def test_a_title_that_is_there_already_is_not_repeated() -> None:
    document = make_document(make_draft(f"Nine  Killed\n{WORDS}", "Nine killed"), Fallback(), TODAY)
    assert document.text.count("illed\n") == 1


def test_a_fallback_fills_gaps_only_and_is_named() -> None:
    fallback = Fallback(publisher="The Courier", published="2019-05-14")
    filled = make_document(make_draft(), fallback, TODAY).report
    kept = make_document(make_draft(publisher="Tavarra Wire"), fallback, TODAY).report
    assert (filled.publisher, filled.published, filled.published_basis) == (
        "The Courier",
        "2019-05-14",
        "user",
    )
    assert kept.publisher == "Tavarra Wire"


@pytest.mark.parametrize(
    ("text", "code"),
    [("— … —", "empty"), ("Au moins neuf personnes ont été tuées sur le marché hier.", "language")],
)
def test_what_cannot_be_read_is_refused(text: str, code: str) -> None:
    with pytest.raises(UnreadableReport) as caught:
        make_document(make_draft(text), Fallback(), TODAY)
    assert caught.value.code == code


def test_a_case_keeps_a_text_in_another_language_and_says_so() -> None:
    words = "Au moins neuf personnes ont été tuées sur le marché hier."
    document = make_document(make_draft(words), Fallback(), TODAY, unread=True)
    assert (document.text, document.report.language) == (words, "fr")
    assert [caution.code for caution in document.report.cautions] == [UNREAD]
    assert not is_readable("fr")
    assert is_readable(None)


def test_what_has_no_words_is_a_report_without_text_only_in_a_case() -> None:
    draft = Draft(content=b"?", text="", basis="metadata", extractor="none: film", medium="film")
    assert make_document(draft, Fallback(), TODAY, unread=True).report.length == 0
    with pytest.raises(UnreadableReport, match="It is a film"):
        make_document(draft, Fallback(), TODAY)
