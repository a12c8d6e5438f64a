"""A given name shows a sex only where it stands in a full name."""

from firsthand.lexicon.given_names import find_sex_of_name


def test_a_given_name_shows_a_sex_in_a_full_name_only() -> None:
    assert find_sex_of_name("Maria Vesk") == "female"
    assert find_sex_of_name("Maria") is None
    assert find_sex_of_name("Orlan Vesk") is None
