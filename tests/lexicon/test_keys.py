"""All spellings of a place's name fold to one key."""

import pytest

from firsthand.lexicon.keys import fold_name


@pytest.mark.parametrize("name", ["Oster", "the OSTER", "Öster", "O'ster", "oster."])
def test_a_name_of_a_place_folds_to_one_key(name: str) -> None:
    assert fold_name(name) == "oster"


def test_a_hyphen_parts_the_words_of_a_place() -> None:
    assert fold_name("Maarat al-Numan") == "maarat al numan"


def test_short_forms_are_written_out() -> None:
    assert fold_name("St. Ilma") == fold_name("Saint Ilma")
