"""Rare names weigh, common ones and those of outlets do not."""

import math

import pytest
from msgspec import structs
from tests.values import make_actor, make_place, make_reading, make_report

from firsthand.link.rarities import (
    find_rare_places,
    find_shared,
    key_name,
    list_names,
    list_people,
    list_victims,
    weigh_names,
)
from firsthand.model.actors import Name
from firsthand.model.victims import Victim

SOLLE = Victim(
    id="v-1",
    names=(Name(text="Katrin Solle", report="r-1", start=0, end=9, reason="named as harmed"),),
    outcome="killed",
    claims=("c-1",),
)
READING = structs.replace(
    make_reading(make_report(publisher="lantern-daily.example"), places=(make_place("Belmuro"),)),
    actors=(
        make_actor("Dr Sera Lunde", "person"),
        make_actor("The Lantern", "outlet"),
        make_actor("Daily"),
    ),
    victims=(SOLLE,),
)


def test_names_of_people_and_places_are_listed_but_not_of_outlets() -> None:
    assert list_names(READING) == {"sera", "lunde", "belmuro", "katrin", "solle"}


def test_full_names_are_listed_without_titles() -> None:
    assert list_people(READING) == {("sera", "lunde")}
    assert list_victims(READING, {"c-1"}) == {("katrin", "solle")}
    assert list_victims(READING, {"c-2"}) == frozenset()


def test_a_victim_is_found_by_first_and_last_name() -> None:
    victims = frozenset({("katrin", "solle")})
    assert find_shared(victims, {("katrin", "ana", "solle")}) == ("katrin", "solle")
    assert find_shared(victims, {("piet", "solle")}) is None
    assert key_name(("katrin", "ana", "solle")) == ("katrin", "solle")
    assert key_name(("katrin", "solle", "jr")) == ("katrin", "solle")


def test_a_name_weighs_by_how_few_reports_have_it() -> None:
    reports = {str(number): {"oster"} for number in range(100)} | {
        "a": {"adreva", "oster"},
        "b": {"adreva"},
        "c": {"alone"},
    }
    weights = weigh_names(reports)
    assert weights == {"adreva": pytest.approx(math.log(103 / 2))}


def test_a_place_is_rare_if_more_than_one_report_names_it_but_hardly_any() -> None:
    told = [frozenset({"quarry lane", "oster"}), frozenset({"quarry lane", "oster"})]
    told += [frozenset({"oster"})] * 30 + [frozenset({"mill road"})]
    assert find_rare_places(told, 1000) == {"quarry lane"}
    assert find_rare_places(told, 100) == frozenset()
