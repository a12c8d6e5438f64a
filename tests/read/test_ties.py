"""Ties bring people to acts from the words around them."""

import pytest

from firsthand.read.ties import Tie, find_ties
from firsthand.text.parses import parse_text


def tie_to(text: str, word: str) -> list[Tie]:
    token = next(token for token in parse_text(text) if token.text == word)
    return list(find_ties(token))


@pytest.mark.parametrize(
    ("text", "word", "agent", "confidence"),
    [
        ("Soldiers carried out a raid.", "raid", "Soldiers", None),
        ("A raid was carried out by soldiers.", "raid", "soldiers", None),
        ("The mayor blamed soldiers for the raid.", "raid", "soldiers", "accused"),
        ("Soldiers claimed responsibility for the raid.", "raid", "Soldiers", "claimed"),
        ("Soldiers denied involvement in the raid.", "raid", "Soldiers", "denied"),
    ],
)
def test_an_agent_is_tied_to_a_noun(
    text: str, word: str, agent: str, confidence: str | None
) -> None:
    tie = tie_to(text, word)[0]
    assert [token.text for token in tie.agents] == [agent]
    assert tie.confidence == confidence


def test_who_comes_under_attack_is_its_target() -> None:
    tie = tie_to("The convoy came under attack.", "attack")[0]
    assert [token.text for token in tie.targets] == ["convoy"]


def test_a_word_that_ties_nobody_gives_nothing() -> None:
    assert tie_to("The mayor remembers the raid.", "raid") == []


def test_who_is_believed_to_have_done_it_is_suspected() -> None:
    text = "The strike is believed to have been carried out by the air force."
    (tie, *_) = tie_to(text, "strike")
    assert [token.text for token in tie.agents] == ["force"]
    assert tie.confidence == "suspected"
