"""A report is read into claims that say who said what, with their exact words."""

import pytest
from hypothesis import given, settings, strategies
from tests.values import make_report

from firsthand.lexicon.gazetteers import Gazetteer, open_gazetteer
from firsthand.model.claims import Claim
from firsthand.model.readings import Reading
from firsthand.model.reports import Document
from firsthand.model.spans import quote_parts
from firsthand.read.claims import parse_document, read_report
from firsthand.settings import make_settings


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(make_settings(), lambda _line: None)


def read(text: str, gazetteer: Gazetteer, published: str | None = "2019-05-15") -> Reading:
    return read_report(Document(report=make_report(published=published), text=text), gazetteer, ())


def find(reading: Reading, act: str) -> Claim:
    (claim,) = [item for item in reading.claims if item.act is not None and item.act.type == act]
    return claim


def test_a_claim_has_its_speaker_act_count_and_time(gazetteer: Gazetteer) -> None:
    text = "A nurse said that soldiers had killed nine people in Belmuro on Tuesday."
    claim = find(read(text, gazetteer), "killing")
    assert [link.speaker for link in claim.attribution] == ["A nurse"]
    assert [(count.low, count.high) for count in claim.casualties] == [(9, 9)]
    assert claim.time is not None
    assert claim.time.start == "2019-05-14"
    assert claim.stance == "asserted"


def test_the_day_of_a_saying_is_not_the_day_of_what_is_said(gazetteer: Gazetteer) -> None:
    text = "The ministry on Wednesday denied that the army had shelled the market."
    claim = find(read(text, gazetteer), "shelling")
    assert claim.time is None
    assert claim.stance == "denied"


def test_a_relative_time_stays_open_without_a_publication_date(gazetteer: Gazetteer) -> None:
    claim = find(read("Soldiers killed nine people on Tuesday.", gazetteer, None), "killing")
    assert claim.time is not None
    assert claim.time.start is None
    assert claim.time.text == "Tuesday"


def test_sentences_with_numbers_that_gave_no_claim_are_listed(gazetteer: Gazetteer) -> None:
    text = "Nine people were killed in the port. The crew of the tug numbered 14."
    reading = read(text, gazetteer)
    assert [text[item.start : item.end] for item in reading.report.unread] == [
        "The crew of the tug numbered 14."
    ]


def test_a_text_in_capitals_is_read_with_the_same_offsets(gazetteer: Gazetteer) -> None:
    text = "SOLDIERS KILLED NINE PEOPLE IN THE PORT OF BELMURO ON TUESDAY, A NURSE SAID."
    reading = read(text, gazetteer)
    assert [count.low for claim in reading.claims for count in claim.casualties] == [9]
    assert parse_document(Document(report=make_report(), text=text)).text != text


WORDS = strategies.sampled_from(
    """
    soldiers killed nine people in Belmuro on Tuesday , said the ministry . "We saw it" İ ß
    warned that denied shelling of the market 14 bodies \n \n\n ( ) — … wounded dozens Dr Sera Lunde
    قال שלום 2019 if not would according to residents ; :
    """.split(" ")
)


@settings(max_examples=60, deadline=None)
@given(strategies.lists(WORDS, max_size=40))
def test_every_quote_is_the_text_at_its_parts(words: list[str]) -> None:
    text = " ".join(words)
    reading = read(text, open_gazetteer(make_settings(), lambda _line: None))
    for claim in reading.claims:
        assert claim.parts
        assert claim.quote == quote_parts(text, claim.parts)
        assert all(0 <= start < end <= len(text) for start, end in claim.parts)
    for item in reading.report.unread:
        assert 0 <= item.start < item.end <= len(text)
