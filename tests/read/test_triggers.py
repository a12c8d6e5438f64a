"""Tests of triggers: which sentences may speak of harm to people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.read.triggers import cut_sentences, find_relevant


def find(text: str) -> list[str]:
    return [text[slice(*part)].strip() for part in find_relevant(text)]


@pytest.mark.parametrize(
    "text",
    [
        "At least nine people were killed in Belmuro.",
        "The mayor died of his wounds.",
        "A shell struck him in the chest.",
        "Three bodies were pulled from the river.",
        "The blast claimed the lives of two nurses.",
        "Six were taken to hospital.",
        "He was in critical condition.",
        "The rebels held four drivers hostage.",
        "They were driven from their homes.",
        "Police arrested eleven students.",
        "A bus ran over two boys.",
        "They beat him to death.",
        "The refugee who flees the war has nothing.",
        "That brought the toll to 34.",
        "The Marins' death was reported.",
        "The guerrillas have captured the Northern Front's Ostrel chief.",
        "Police opened fire on the crowd.",
        "GEN. MARIN, FORMERLY OF THE GUARD, HAD BEEN SHOT.",
        "Workers saw the remains of a pilot.",
    ],
)
def test_a_sentence_of_harm_is_kept(text: str) -> None:
    assert find(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The council passed a law about markets.",
        "He remained in office and held a speech.",
        "Shares hit a new high.",
        "The team beat its rivals.",
        "The price of bread fell.",
        "They took a bus to the lake.",
        "Conditions at the port are good for trade, says a study of last year.",
        "The film was shooting in Ostrel.",
        "The governing body met on Tuesday.",
        "She was admitted to hospital with a fever.",
        "The town was worst hit in years.",
    ],
)
def test_other_news_is_skipped(text: str) -> None:
    assert find(text) == []


def test_only_the_sentences_of_harm_are_kept() -> None:
    text = "The market opened at dawn. A bomb killed Gen. Oste Marin there. It closed at noon."
    assert find(text) == ["A bomb killed Gen. Oste Marin there."]


def test_a_dateline_comes_along() -> None:
    text = "BELMURO, May 14 (Tavarra Wire) - The market opened at dawn. A bomb killed two."
    assert find(text) == ["BELMURO, May 14 (Tavarra Wire) -", "A bomb killed two."]


def test_sentences_are_not_cut_after_abbreviations() -> None:
    text = "Gen. Oste met Mr. Marin at 5 p.m. Monday. They spoke."
    assert [text[slice(*part)].strip() for part in cut_sentences(text)] == [
        "Gen. Oste met Mr. Marin at 5 p.m. Monday.",
        "They spoke.",
    ]


@settings(deadline=None)
@given(st.text(alphabet="Mr. Oste died!? \n\n“”Tw", max_size=80))
def test_sentences_hold_the_whole_text(text: str) -> None:
    parts = list(cut_sentences(text))
    assert "".join(text[start:end] for start, end in parts) == text
