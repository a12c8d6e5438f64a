"""A case chooses its rule; each says what it left out."""

import pytest
from msgspec import structs
from tests.weigh.test_tolls import REPORTS, state

from firsthand.errors import UsageError
from firsthand.model.incidents import Toll
from firsthand.weigh import rules
from firsthand.weigh.figures import Figure
from firsthand.weigh.rules import RULES, find_rule
from firsthand.weigh.sieves import Grounds
from firsthand.weigh.tolls import reconcile_row

GROUNDS = Grounds(reports=REPORTS)
# A hospital raises its figure, the ministry gives a lower one, and somebody not named a higher.
EARLY = state("c-1", 9, 9, day="2019-05-14")
LATE = state("c-2", 14, 14)
MINISTRY = state("c-3", 4, 4, by="the ministry")
MISSION = state("c-4", 19, 19, by="the mission")
RUMOUR = structs.replace(
    state("c-5", 31, None, by="a resident"),
    origin=structs.replace(LATE.origin, key="a resident", name="a resident", resolved=False),
)
ALL = (EARLY, LATE, MINISTRY, MISSION, RUMOUR)


def reconcile(rule: str, *figures: Figure) -> Toll:
    toll = reconcile_row(figures or ALL, (), GROUNDS, rule)
    assert toll is not None
    assert toll.rule == rule
    assert {*toll.claims, *(item.claim for item in toll.excluded)} == {
        figure.claim for figure in figures or ALL
    }
    return toll


def test_the_default_takes_the_latest_of_each_origin() -> None:
    toll = reconcile("range of latest")
    assert (toll.low, toll.high, toll.open, toll.best) == (4, 31, True, None)
    assert [(item.claim, item.code) for item in toll.excluded] == [("c-1", "earlier")]


def test_minimum_and_maximum_take_every_figure_ever_stated() -> None:
    grown = (EARLY, LATE, MISSION)
    assert (reconcile("range of latest", *grown).low, reconcile("minimum–maximum", *grown).low) == (
        14,
        9,
    )
    more = state("c-6", 3, 3, counting="additional")
    toll = reconcile("minimum–maximum", *grown, more)
    assert (toll.low, toll.high) == (9, 19)
    assert [(item.claim, item.code) for item in toll.excluded] == [("c-6", "may be a part")]


def test_low_best_and_high_keep_out_what_nobody_identified_gives_above_all() -> None:
    toll = reconcile("low, best, high")
    assert (toll.low, toll.best, toll.high) == (4, 14, 19)
    assert ("c-5", "not identified") in {(item.claim, item.code) for item in toll.excluded}
    assert toll.reason.startswith("best is the median of 3 origins that are identified")


def test_where_nobody_is_identified_all_count() -> None:
    toll = reconcile("low, best, high", RUMOUR)
    assert (toll.low, toll.best, toll.high, toll.open) == (31, 31, 31, True)
    assert toll.reason.startswith("best is the median of one origin that is not identified")


def test_the_most_conservative_is_one_number() -> None:
    toll = reconcile("most conservative")
    assert (toll.low, toll.best, toll.high, toll.open) == (4, 4, 4, False)
    assert [item.code for item in toll.excluded].count("above the most conservative") == 3


def test_no_rule_overwrites_what_was_stated() -> None:
    for rule in RULES:
        assert len(reconcile(rule).history) == len(ALL)


def test_every_rule_says_where_it_is_from() -> None:
    assert all(rule.origin for rule in RULES.values())


def test_a_rule_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="Choose one of “range of latest”"):
        find_rule("average")


def test_an_outlet_gives_a_figure_for_each_hospital() -> None:
    figures = (state("c-1", 21, 21, by="The Lantern"), state("c-2", 6, 6, by="The Lantern"))
    kept, _ = rules.keep_latest(figures, GROUNDS)
    assert [figure.claim for figure in kept] == ["c-1"]


def test_measures_say_whose_figures_they_are() -> None:
    assert rules.measure_range([LATE, MISSION]).reason == (
        "the latest figure of 2 origins: lowest by the hospital, highest by the mission"
    )
    assert rules.measure_all([LATE]).reason.startswith("of 1 figures, earlier ones too")
    assert rules.measure_best([LATE, MISSION]).best == 14
    assert rules.measure_lowest([LATE]).reason.endswith("by the hospital")
    assert [rules.count_origins(number) for number in (1, 2)] == [
        "one origin that is",
        "2 origins that are",
    ]
    up_to = rules.measure_range([state("c-1", None, 40)])
    assert (up_to.low, up_to.high) == (None, 40)


def test_single_sieves_of_rules_leave_out_only_what_they_name() -> None:
    assert rules.drop_unidentified_highs([RUMOUR], GROUNDS) == ([RUMOUR], [])
    assert rules.keep_lowest([LATE, MINISTRY], GROUNDS)[0] == [MINISTRY]
    more = state("c-6", 3, 3, counting="additional")
    assert rules.drop_additional([more], GROUNDS) == ([more], [])
