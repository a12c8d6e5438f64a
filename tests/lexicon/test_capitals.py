"""Names that a dictionary lists keep their capital, everyday words do not."""

from firsthand.lexicon.capitals import load_capitalised


def test_names_of_countries_their_people_and_large_cities_are_capitalised() -> None:
    assert {"peru", "peruvian", "peruvians", "lima"} <= load_capitalised()


def test_words_of_every_day_are_not() -> None:
    assert not {"sale", "orange", "police", "east"} & load_capitalised()
