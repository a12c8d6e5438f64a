"""Adjectives tell of which country a report speaks."""

from firsthand.lexicon.countries import (
    load_adjectives,
    load_capitals,
    load_countries,
    load_neighbours,
)


def test_an_adjective_gives_the_code_of_its_country() -> None:
    assert load_adjectives()["Iraqi"] == "IQ"
    assert load_adjectives()["Sri Lankan"] == "LK"


def test_a_country_without_an_adjective_gives_none() -> None:
    assert "-" not in load_adjectives()


def test_a_country_is_known_by_each_of_its_names() -> None:
    assert load_countries()["iraq"] == "IQ"
    assert load_countries()["us"] == load_countries()["united states of america"] == "US"


def test_a_capital_gives_the_code_of_its_country() -> None:
    assert load_capitals()["baghdad"] == "IQ"


def test_a_country_has_its_neighbours() -> None:
    assert "SY" in load_neighbours()["IQ"]
    assert "FR" not in load_neighbours()["IQ"]
