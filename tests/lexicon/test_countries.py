"""Adjectives tell of which country a report speaks."""

from firsthand.lexicon.countries import load_adjectives


def test_an_adjective_gives_the_code_of_its_country() -> None:
    assert load_adjectives()["Iraqi"] == "IQ"
    assert load_adjectives()["Sri Lankan"] == "LK"


def test_a_country_without_an_adjective_gives_none() -> None:
    assert "-" not in load_adjectives()
