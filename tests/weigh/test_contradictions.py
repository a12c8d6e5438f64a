"""Answers contradict each other when they cannot both hold; growth over time is none."""

import pytest
from tests.values import make_actor
from tests.weigh.test_tolls import REPORTS, state

from firsthand.model.incidents import Responsibility
from firsthand.weigh.contradictions import find_contradictions, show_bounds
from firsthand.weigh.figures import Figure
from firsthand.weigh.tolls import Grounds, reconcile_tolls


def list_sides(*figures: Figure) -> list[list[str]]:
    tolls = reconcile_tolls(figures, (), Grounds(reports=REPORTS))
    found = find_contradictions(tolls, figures, (), {})
    return [[side.answer for side in item.sides] for item in found]


def test_latest_figures_that_exclude_each_other_contradict() -> None:
    figures = (state("c-1", 14, 14), state("c-2", 31, 31, by="the council"))
    assert list_sides(*figures) == [["14", "31"]]


def test_a_figure_that_one_origin_raised_is_no_contradiction() -> None:
    assert list_sides(state("c-1", 22, 22, day="2019-05-14"), state("c-2", 31, 31)) == []


def test_an_open_figure_agrees_with_a_larger_one() -> None:
    assert list_sides(state("c-1", 9, None), state("c-2", 14, 14, by="the hospital 2")) == []


def test_what_is_said_and_denied_of_an_actor_is_contested() -> None:
    army = make_actor("Marenian army")
    said = Responsibility(actor=army.id, stance="alleged", claims=("c-1",))
    denied = Responsibility(actor=army.id, stance="denied", claims=("c-2",))
    (found,) = find_contradictions((), (), (said, denied), {army.id: army})
    assert found.about == "whether Marenian army did it"
    assert [side.answer for side in found.sides] == ["alleged", "denied"]
    assert find_contradictions((), (), (denied,), {}) == ()


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (31, 31, "31"),
        (31, None, "at least 31"),
        (None, 40, "up to 40"),
        (10, 12, "10 to 12"),
        (None, None, "not known"),
    ],
)
def test_bounds_are_written_as_people_do(low: int | None, high: int | None, words: str) -> None:
    assert show_bounds(low, high) == words
