"""Participants are the words of the report, no more and no fewer."""

import pytest
from spacy.tokens import Token

from firsthand.read.participants import is_suspected, name_participant, noun_part
from firsthand.text.parses import parse_text


def find_token(text: str, word: str) -> Token:
    return next(token for token in parse_text(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "head", "words"),
    [
        ("The residents of Oster fled.", "residents", "The residents of Oster"),
        ("Soldiers who came from Kadun fired.", "Soldiers", "Soldiers"),
        ("No civilians were hurt.", "civilians", "civilians"),
        ("They hit at least three houses.", "houses", "at least three houses"),
    ],
)
def test_a_noun_phrase_ends_before_its_relative_clause(text: str, head: str, words: str) -> None:
    start, end = noun_part(find_token(text, head))
    assert text[start:end] == words


@pytest.mark.parametrize("word", ["Nobody", "It", "Nothing"])
def test_a_word_for_nobody_names_no_participant(word: str) -> None:
    assert name_participant(find_token(f"{word} was hurt.", word)) is None


def test_the_names_of_people_stand_for_the_people() -> None:
    text = "They read the names of the villagers."
    participant = name_participant(find_token(text, "names"))
    assert participant is not None
    assert participant.text == "the villagers"


def test_suspected_people_are_only_suspected() -> None:
    rebels = find_token("Suspected rebels fired.", "rebels")
    assert is_suspected(rebels)
    participant = name_participant(rebels, "stated")
    assert participant is not None
    assert participant.confidence == "suspected"


def test_a_word_of_abuse_names_nobody() -> None:
    assert name_participant(find_token("A madman attacked the town.", "madman")) is None


def test_what_stands_in_front_is_what_is_meant() -> None:
    participant = name_participant(find_token("It lay in front of the mill.", "front"))
    assert participant is not None
    assert participant.text == "the mill"
