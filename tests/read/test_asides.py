"""Questions, definitions and wishes tell of no act."""

import pytest

from firsthand.read.acts import find_acts
from firsthand.text.parses import parse_text


def list_types(text: str) -> list[str]:
    return [act.type for act in find_acts(parse_text(text))]


@pytest.mark.parametrize(
    "text",
    [
        "It was not clear who fired the shells.",
        "The mayor did not know who had abducted the courier.",
    ],
)
def test_a_question_who_did_it_tells_no_act(text: str) -> None:
    assert list_types(text) == []


def test_who_after_a_noun_asks_nothing() -> None:
    assert list_types("The rebels who shot the courier fled.") == ["shooting"]


@pytest.mark.parametrize(
    "text",
    ["Attacks on civilians are a war crime.", "Attacks on hospitals are prohibited."],
)
def test_a_rule_about_such_acts_tells_no_act(text: str) -> None:
    assert list_types(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The attacks on civilians were a war crime.",
        "Attacks on the camp are a daily fear.",
        "Attacks by rebels are a violation of the truce.",
    ],
)
def test_acts_that_were_done_stay_acts(text: str) -> None:
    assert list_types(text) == ["assault"]


def test_what_a_noun_is_for_is_no_response() -> None:
    assert list_types("Few had the decency to mourn the dead of Oster.") == []
