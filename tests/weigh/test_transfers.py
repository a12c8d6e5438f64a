"""Bodies and wounded who were moved are not counted twice."""

import pytest
from msgspec import structs
from tests.values import make_claim, make_count
from tests.weigh.test_tolls import state

from firsthand.model.casualties import Casualties
from firsthand.model.claims import Claim
from firsthand.weigh.transfers import find_moves, tells_of_move, tells_of_rest, tells_of_share


def say(quote: str, *counts: Casualties) -> Claim:
    return structs.replace(make_claim("c-1", counts=counts), quote=quote)


@pytest.mark.parametrize(
    ("quote", "number"),
    [
        ("Four of the 14 bodies were brought from the Sisters' clinic at night", 4),
        ("three bodies had been transferred to the military hospital", 3),
        ("Six wounded people were later sent on to the District Hospital", 6),
        ("two injured were moved from the clinic", 2),
    ],
)
def test_those_said_to_be_moved_between_hospitals_are_found(quote: str, number: int) -> None:
    assert [move.number for move in find_moves([say(quote)])] == [number]


@pytest.mark.parametrize(
    "quote",
    [
        "Nine wounded people were taken to hospital",
        "14 bodies were brought to the morgue",
        "six children were moved to another school",
    ],
)
def test_who_is_brought_in_first_is_nobodys_second_count(quote: str) -> None:
    assert find_moves([say(quote)]) == ()


def test_words_without_the_dead_or_wounded_take_the_outcome_of_the_count() -> None:
    count = make_count(6, 6, outcome="injured", text="Six")
    (move,) = find_moves([say("Six were sent on to the District Hospital", count)])
    assert (move.outcome, move.number) == ("injured", 6)


def test_the_figure_of_those_moved_is_told_from_the_whole() -> None:
    claim = say("Four of the 14 bodies were brought from the Sisters' clinic")
    assert tells_of_move(claim, state("c-1", 4, 4))
    assert not tells_of_move(claim, state("c-1", 14, 14))


@pytest.mark.parametrize(
    ("quote", "text", "rest"),
    [
        ("Two bodies are still in the chapel", "Two bodies", True),
        ("Forty-one injured people remain in the hospital", "Forty-one", True),
        ("The hospital still has 38 patients", "38 patients", True),
        ("14 people were killed, and shops remain shut", "14 people", False),
        ("14 people were killed", "14 people", False),
    ],
)
def test_who_is_left_is_no_whole(quote: str, text: str, rest: bool) -> None:
    claim = say(quote, make_count(2, 2, text=text))
    assert tells_of_rest(claim, state("c-1", 2, 2)) is rest


@pytest.mark.parametrize(
    ("quote", "text", "share"),
    [
        ("Three of the four people killed at the mill were shot", "Three of the four people", True),
        ("Twelve of the dead have been identified", "Twelve", True),
        ("31 of the 40 passengers were killed", "31 of the 40 passengers", False),
        ("four people were killed", "four people", False),
    ],
)
def test_a_share_of_the_dead_is_told_from_the_dead(quote: str, text: str, share: bool) -> None:
    claim = say(quote, make_count(3, 3, text=text))
    assert tells_of_share(claim, state("c-1", 3, 3)) is share
