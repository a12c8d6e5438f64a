"""What was done "that morning" was done on the day of something done, not of a visit."""

import pytest

from firsthand.read.anaphors import says_act
from firsthand.read.times import find_times
from firsthand.text.parses import parse_text


def find_start(text: str) -> str | None:
    return find_times(parse_text(text), "2019-05-28")[-1].start


def test_an_act_goes_back_to_the_day_of_an_act() -> None:
    text = (
        "Four people were killed in Oster on 14 May. Observers visited the town on 24 May. "
        "The army admitted that a battery had shelled it that morning."
    )
    assert find_start(text) == "2019-05-14T05:00"


def test_what_is_no_act_goes_back_to_the_day_told_last() -> None:
    text = (
        "Four people were killed in Oster on 14 May. Observers visited the town on 24 May. "
        "They spoke with the mayor that morning."
    )
    assert find_start(text) == "2019-05-24T05:00"


def test_without_a_day_of_an_act_the_last_day_counts() -> None:
    text = "Observers visited Oster on 24 May. Soldiers shelled it that morning."
    assert find_start(text) == "2019-05-24T05:00"


def test_the_nearer_of_two_acts_counts() -> None:
    text = (
        "Four people were killed in Oster on 14 May. Soldiers shelled the port on 20 May. "
        "They killed a nurse that same day."
    )
    assert find_start(text) == "2019-05-20"


@pytest.mark.parametrize(("words", "said"), [("14 May", True), ("24 May", False)])
def test_a_clause_says_an_act_by_its_verb(words: str, *, said: bool) -> None:
    text = "They were killed on 14 May. Observers came on 24 May."
    assert says_act(parse_text(text), text.index(words)) is said
