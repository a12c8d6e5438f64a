"""What is risked, feared, planned or meant has not happened by these words."""

import pytest

from firsthand.read.prospects import is_attempted_killing, is_prospect, tells_done
from firsthand.text.parses import parse_text


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("She spoke of the possibility of injuries in clashes at the camp.", "clashes", True),
        ("She spoke of the risk of a massacre.", "massacre", True),
        ("She spoke of the day of the massacre.", "massacre", False),
        ("Fearing an attack, families fled.", "attack", True),
        ("Recalling an attack, families fled.", "attack", False),
        ("They made a plan to close the camp and expel the families.", "expel", True),
        ("They carried out an order to expel the families.", "expel", False),
        ("They found a way to help the families.", "help", True),
        ("The raid was meant to kill the commander.", "kill", True),
        ("The convoy was to be attacked at dawn.", "attacked", True),
        ("The men were on their way to attack the depot.", "attack", True),
        ("The men came to attack the depot.", "attack", False),
    ],
)
def test_what_lies_ahead_is_told_from_what_was_done(text: str, word: str, expected: bool) -> None:
    doc = parse_text(text)
    token = next(token for token in doc if token.text == word)
    verb = next((item for item in (token, *token.ancestors) if item.pos_ == "VERB"), token)
    assert is_prospect(token, verb) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They want to try those who killed the nuns.", "killed", True),
        ("They want to find the men who were taken in May.", "taken", True),
        ("They want to kill those who fled.", "kill", False),
        ("They want soldiers who will kill.", "kill", False),
    ],
)
def test_a_relative_clause_in_the_past_takes_it_for_done(
    text: str, word: str, expected: bool
) -> None:
    doc = parse_text(text)
    assert tells_done(next(token for token in doc if token.text == word)) is expected


def test_what_was_only_tried_is_not_told_as_done() -> None:
    for text in ("Soldiers tried to arrest him.", "An attempt to arrest him failed."):
        (word,) = [token for token in parse_text(text) if token.text == "arrest"]
        assert is_prospect(word, word)
        assert not is_attempted_killing(word)


def test_whoever_tried_to_kill_attacked() -> None:
    (word,) = [token for token in parse_text("They tried to kill the judge.") if token.i == 3]
    assert is_attempted_killing(word)
    assert not is_prospect(word, word)
    done = [token for token in parse_text("They came to kill the judge.") if token.i == 3]
    assert not is_attempted_killing(done[0])
