"""Answers contradict each other when they cannot both hold; growth over time is none."""

import pytest
from msgspec import structs
from tests.values import make_act, make_claim, make_count, make_link
from tests.weigh.test_denials import BY_ARMY, BY_STAFF, OWN, SHELLED, make_case
from tests.weigh.test_tolls import REPORTS, state

from firsthand.model.incidents import TollStatus
from firsthand.weigh.contradictions import find_contradictions, show_bounds
from firsthand.weigh.denials import find_denials
from firsthand.weigh.figures import Figure
from firsthand.weigh.sieves import Grounds
from firsthand.weigh.tolls import reconcile_tolls


def list_sides(*figures: Figure) -> list[list[str]]:
    tolls = reconcile_tolls(figures, (), Grounds(reports=REPORTS))
    found = find_contradictions(tolls, figures, (), make_case())
    return [[side.answer for side in item.sides] for item in found]


def test_latest_figures_that_exclude_each_other_contradict() -> None:
    figures = (state("c-1", 14, 14, by="the mission"), state("c-2", 31, 31, by="the council"))
    assert list_sides(*figures) == [["14", "31"]]


def test_a_figure_that_one_origin_raised_is_no_contradiction() -> None:
    assert list_sides(state("c-1", 22, 22, day="2019-05-14"), state("c-2", 31, 31)) == []


def test_an_open_figure_agrees_with_a_larger_one() -> None:
    assert list_sides(state("c-1", 9, None), state("c-2", 14, 14, by="a nurse")) == []


def test_what_one_hospital_counts_is_a_least_number() -> None:
    bodies = state("c-1", 14, 14, by="St Ilma's Hospital")
    assert list_sides(bodies, state("c-2", 31, 31, by="the council")) == []
    fewer = state("c-2", 4, 4, by="the ministry")
    assert list_sides(bodies, fewer) == [["4", "at least 14"]]


def test_who_counts_bodies_counts_those_they_saw() -> None:
    seen = make_claim("c-1", counts=(make_count(11, 11, text="eleven bodies"),))
    figures = (state("c-1", 11, 11, by="a trader"), state("c-2", 24, 24, by="the mission"))
    tolls = reconcile_tolls(figures, (), Grounds(reports=REPORTS))
    assert find_contradictions(tolls, figures, (), make_case(seen)) == ()


def test_sides_name_who_takes_them() -> None:
    said = make_claim("c-1", act=SHELLED, speakers=(make_link("a nurse"),))
    denied = make_claim("c-2", report="r-2", act=OWN, stance="denied", speakers=BY_ARMY)
    case = make_case(said, denied)
    (found,) = find_contradictions((), (), find_denials(case), case)
    assert found.about == "whether Marenian army did it"
    assert [(side.answer, side.origins) for side in found.sides] == [
        ("alleged", ("a nurse",)),
        ("denied", ("Marenian army",)),
    ]


def test_a_denial_that_was_withdrawn_is_a_change_and_no_contradiction() -> None:
    said = make_claim("c-1", act=SHELLED, speakers=(make_link("a nurse"),))
    denied = make_claim("c-2", report="r-2", act=OWN, stance="denied", speakers=BY_ARMY)
    admitted = make_claim("c-3", report="r-3", act=OWN, speakers=BY_STAFF)
    case = make_case(said, denied, admitted)
    assert find_contradictions((), (), find_denials(case), case) == ()


def test_whom_the_denier_names_instead_is_a_side() -> None:
    said = make_claim("c-1", act=SHELLED, speakers=(make_link("a nurse"),))
    denied = make_claim("c-2", report="r-2", act=OWN, stance="denied", speakers=BY_ARMY)
    rebels = make_act("shelling", agents=("the rebels",))
    instead = make_claim("c-3", report="r-2", act=rebels, speakers=BY_ARMY)
    case = make_case(said, denied, instead)
    (found,) = find_contradictions((), (), find_denials(case), case)
    assert [side.answer for side in found.sides] == ["alleged", "denied", "rebels did it"]


def test_an_act_said_and_denied_to_have_happened_is_contested() -> None:
    said = make_claim("c-1", act=make_act("air_strike"), speakers=(make_link("a nurse"),))
    negated = make_act("air_strike", negated=True)
    denied = make_claim("c-2", report="r-2", act=negated, speakers=BY_ARMY)
    case = make_case(said, denied)
    (found,) = find_contradictions((), (), find_denials(case), case)
    assert (found.about, [side.answer for side in found.sides]) == (
        "whether it happened",
        ["it happened", "it did not"],
    )


def test_more_civilians_and_combatants_than_dead_are_contested() -> None:
    def count(claim: str, by: str, status: TollStatus) -> Figure:
        return structs.replace(state(claim, 4, 4, by=by), status=status)

    figures = (
        count("c-1", "the monitors", "all"),
        count("c-2", "the monitors", "civilian"),
        count("c-3", "the army", "combatant"),
    )
    (found,) = find_contradictions((), figures, (), make_case())
    assert found.about == "whether those who were killed were civilians"
    assert [side.claims for side in found.sides] == [("c-2",), ("c-3",)]
    nine = structs.replace(figures[0], low=9, high=9)
    assert find_contradictions((), (nine, *figures[1:]), (), make_case()) == ()


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
