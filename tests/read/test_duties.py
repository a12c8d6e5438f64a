"""Help and protection promised, owed, refused or not given are found."""

import pytest

from firsthand.read.duties import find_duties
from firsthand.text.parses import parse_text


@pytest.mark.parametrize(
    ("text", "act_type", "words"),
    [
        ("The army failed to protect the town.", "failure_to_protect", "failed to protect"),
        ("The army refused to help the town.", "refusal_of_help", "refused to help"),
        ("The army did not intervene.", "failure_to_act", "intervene"),
        ("The army did nothing.", "failure_to_act", "did"),
        ("The army pledged to protect the town.", "pledge", "pledged to protect"),
        ("The army must protect the town.", "duty", "protect"),
    ],
)
def test_a_duty_is_found_with_its_words(text: str, act_type: str, words: str) -> None:
    act = next(iter(find_duties(parse_text(text))))
    assert (act.type, text[act.start : act.end]) == (act_type, words)
    assert [agent.text for agent in act.agents] == ["The army"]


def test_help_that_is_given_is_no_omission() -> None:
    assert list(find_duties(parse_text("The army protected the town."))) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Nobody has been charged.", []),
        ("No officer was punished.", []),
        ("The colonel was never tried.", ["The colonel"]),
    ],
)
def test_whom_no_court_answers_for_is_an_omission(text: str, targets: list[str]) -> None:
    (act,) = find_duties(parse_text(text))
    assert (act.type, act.pattern) == ("failure_to_act", "impunity")
    assert [target.text for target in act.targets] == targets


def test_a_charge_that_was_brought_is_no_omission() -> None:
    assert list(find_duties(parse_text("Two officers were charged."))) == []


def test_who_stands_by_a_word_given_is_not_idle() -> None:
    assert list(find_duties(parse_text("The council would do well to stand by its word."))) == []
    assert len(list(find_duties(parse_text("The guards stood by as the house burnt.")))) == 1
