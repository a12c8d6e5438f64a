"""Publication dates are read where they are plain, and kept as words where they are not."""

import datetime

import pytest

from firsthand.ingest.dates import read_publication

TODAY = datetime.date(2019, 6, 1)


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("2019-05-14", "2019-05-14"),
        ("2019-05-14T15:40:00+00:00", "2019-05-14T15:40:00+00:00"),
        ("14 May 2019", "2019-05-14"),
        ("Tuesday, May 14, 2019", "2019-05-14"),
        ("May 14th 2019, 3:40 pm", "2019-05-14"),
        ("Tue, 14 May 2019 15:40:00 +0000", "2019-05-14"),
    ],
)
def test_a_plain_date_is_read(words: str, published: str) -> None:
    publication = read_publication(words, "header", TODAY)
    assert (publication.published, publication.basis) == (published, "header")
    assert publication.cautions == ()


@pytest.mark.parametrize(
    "words", ["04/08/2011", "spring", "2019-13-45", "31 June 2018", "14 Floo 2019"]
)
def test_a_date_that_could_be_another_stays_unknown(words: str) -> None:
    publication = read_publication(words, "header", TODAY)
    assert (publication.published, publication.words) == (None, words)
    assert publication.cautions[0].code == "publication date unread"


def test_a_date_in_the_future_stays_unknown_with_a_caution() -> None:
    publication = read_publication("2031-01-01", "user", TODAY)
    assert (publication.published, publication.basis, publication.words) == (
        None,
        None,
        "2031-01-01",
    )
    assert publication.cautions[0].code == "publication date in the future"


@pytest.mark.parametrize("words", [None, "", "  "])
def test_no_date_is_no_date(words: str | None) -> None:
    assert read_publication(words, "header", TODAY).words is None
