"""Nouns for people state a status only where the word itself does."""

import pytest

from firsthand.read.groups import find_status, is_named_person, is_no_person, is_person_word
from firsthand.text.parses import parse_text


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Four civilians died.", "civilian"),
        ("Civilians died.", "civilian"),
        ("Four unarmed civilian drivers died.", "civilian"),
        ("Four soldiers died.", "combatant"),
        ("Four dissidents died.", "unknown"),
        ("Four members died.", "unknown"),
    ],
)
def test_the_status_is_that_of_the_words(text: str, status: str) -> None:
    subject = next(token for token in parse_text(text) if token.dep_ in ("nsubj", "nsubjpass"))
    assert find_status(subject) == status


@pytest.mark.parametrize(("word", "doer"), [("welder", True), ("cellist", True), ("river", False)])
def test_a_doer_is_told_by_its_ending(word: str, doer: bool) -> None:
    token = next(token for token in parse_text(f"The {word} was there.") if token.text == word)
    assert is_person_word(token) is doer


def test_people_animals_and_names_are_told_apart() -> None:
    words = {token.text: token for token in parse_text("Jana Orel saw a sheep and a farmer.")}
    assert is_named_person(words["Orel"])
    assert is_person_word(words["farmer"])
    assert is_no_person(words["sheep"])
    assert not is_person_word(words["sheep"])
