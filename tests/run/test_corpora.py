"""Tests of corpora: of many reports only what may speak of harm is read."""

import pytest
from tests.values import make_report

from firsthand.lexicon.gazetteers import Gazetteer, open_gazetteer
from firsthand.model.readings import Reading
from firsthand.model.reports import Document
from firsthand.run.corpora import read_corpus, read_in_part
from firsthand.settings import make_settings

TEXT = (
    "BELMURO, May 14 (Tavarra Wire) - The market opened at dawn, officials said.\n\n"
    "A shell killed nine people, the hospital said on Tuesday.\n\n"
    "Trade was brisk. Prices fell."
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(make_settings(), lambda _line: None)


def make_document(text: str) -> Document:
    return Document(report=make_report(published="2019-05-15"), text=text)


def test_what_is_found_stands_where_it_stands_in_the_text(gazetteer: Gazetteer) -> None:
    (reading,) = read_in_part([make_document(TEXT)], gazetteer, ())
    (count,) = {count for claim in reading.claims for count in claim.casualties}
    assert (count.outcome, count.low, count.high) == ("killed", 9, 9)
    assert TEXT[count.start : count.end].startswith("nine")
    for claim in reading.claims:
        assert claim.quote == " … ".join(TEXT[start:end] for start, end in claim.parts)


def test_the_report_says_that_the_rest_was_not_read(gazetteer: Gazetteer) -> None:
    (reading,) = read_in_part([make_document(TEXT)], gazetteer, ())
    assert [caution.code for caution in reading.report.cautions] == ["read in part"]


def test_a_report_without_harm_is_not_read(gazetteer: Gazetteer) -> None:
    (reading,) = read_in_part([make_document("Trade was brisk. Prices fell.")], gazetteer, ())
    assert reading.claims == ()
    assert [caution.code for caution in reading.report.cautions] == ["not read"]


def test_a_corpus_is_read_in_its_order(gazetteer: Gazetteer) -> None:
    documents = [make_document(TEXT), make_document("Prices fell.")]
    results = read_corpus(
        documents, gazetteer, (), workers=1, progress=lambda _stage, _done, _total: None
    )
    assert [isinstance(item, Reading) and bool(item.claims) for item in results] == [True, False]
