"""Places are one by name or nearness, apart by distance or country, else not known."""

import pytest
from tests.values import make_place

from firsthand.link.distances import (
    are_apart,
    are_other_sites,
    compare_places,
    is_same_name,
    measure_distance,
    strip_kind,
    takes_in,
)

BELMURO = make_place("Belmuro")
MARKET = make_place("Harbour Market", 41.201, -28.403, precision="site")
TAVARRA = make_place("Tavarra", 42.9, -28.1)


def test_a_market_and_its_town_are_one_place() -> None:
    assert compare_places(BELMURO, MARKET) is True
    assert not are_apart(BELMURO, MARKET)


def test_far_towns_are_two_places() -> None:
    assert compare_places(BELMURO, TAVARRA) is False
    assert are_apart(BELMURO, TAVARRA)


def test_a_camp_is_the_same_with_and_without_the_word_camp() -> None:
    camp = make_place("Camp Adreva", None, None, precision="unknown")
    assert is_same_name(camp, make_place("Adreva", None, None, precision="unknown"))
    assert strip_kind("Camp") == "camp"


def test_one_name_in_two_countries_is_two_places() -> None:
    one = make_place("Oster", country="FR")
    other = make_place("Oster", country="DE")
    assert are_apart(one, other)
    assert not is_same_name(one, other)


def test_a_province_says_little_about_a_town_in_it() -> None:
    province = make_place("Halveth", 41.3, -28.5, precision="province")
    assert compare_places(BELMURO, province) is True
    assert compare_places(TAVARRA, province) is None


def test_an_unresolved_place_is_not_known_to_be_another() -> None:
    assert compare_places(BELMURO, make_place("the ridge", None, None)) is None
    assert compare_places(None, BELMURO) is None


def test_distances_are_in_kilometres() -> None:
    assert measure_distance(BELMURO, TAVARRA) == pytest.approx(190, abs=10)
    assert measure_distance(BELMURO, make_place("x", None, None)) == float("inf")


def test_two_sites_a_kilometre_apart_are_two_places() -> None:
    bridge = make_place("Dyers' Bridge", 41.22, -28.403, precision="site")
    arcade = make_place("Harbour Arcade", 41.202, -28.402, precision="site")
    assert are_other_sites(MARKET, bridge)
    assert compare_places(MARKET, bridge) is False
    assert are_apart(MARKET, bridge)
    assert not are_other_sites(MARKET, arcade)
    assert compare_places(MARKET, arcade) is True
    assert not are_other_sites(MARKET, BELMURO)


def test_where_the_wounded_are_brought_says_nothing_about_where_it_was() -> None:
    hospital = make_place("St Ilma's Hospital", 41.23, -28.39, precision="site")
    assert compare_places(MARKET, hospital) is None
    assert not are_apart(MARKET, hospital)
    assert compare_places(hospital, hospital) is True
    assert takes_in(hospital)
    assert not takes_in(MARKET)
    assert not takes_in(make_place("Clinic Street"))
