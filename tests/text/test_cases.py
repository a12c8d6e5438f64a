"""Texts in capitals are shown in the case they would usually have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.cases import is_upper_case, truecase

CAPITALS = "SOLDIERS ATTACKED THE TOWN OF OSTER TODAY. THE FMLR DENIED THE ATTACK."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CAPITALS, True),
        ("Soldiers attacked the town of Oster today. The FMLR denied it.", False),
        ("OSTER", False),
        ("", False),
    ],
)
def test_capitals_throughout_are_noticed(text: str, expected: bool) -> None:
    assert is_upper_case(text) is expected


def test_common_words_get_small_letters_and_names_keep_a_capital() -> None:
    assert truecase(CAPITALS) == (
        "Soldiers attacked the Town of Oster today. The FMLR denied the attack."
    ).replace("Town", truecase("A TOWN")[2:])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TODAY FOUR MEN SET FIRE TO VEHICLES.", "Today four men set fire to vehicles."),
        ("POLICE FOUND JORAN VELMAT IN OSTER.", "Police found Joran Velmat in Oster."),
        ("A CALL FROM COLONEL VELMAT CAME", "A call from Colonel Velmat came"),
        ("AN ATTACK NEAR THE U.S. EMBASSY", "An attack near the U.S. embassy"),
        ("OSTER, 3 MAY 89 (TAVRA) -- ALL LEFT.", "Oster, 3 May 89 (Tavra) -- All left."),
        ("THEY MAY COME ON MAY 3.", "They may come on May 3."),
    ],
)
def test_words_of_the_language_are_told_from_names(text: str, expected: str) -> None:
    assert truecase(text) == expected


def test_names_given_keep_a_capital() -> None:
    assert truecase("THE PERUVIAN POLICE IN LIMA", {"peruvian", "lima"}) == (
        "The Peruvian police in Lima"
    )


def test_abbreviations_without_vowels_stay() -> None:
    assert truecase("IN THE FMLR") == "In the FMLR"


@given(st.text(max_size=60))
def test_the_length_stays_the_same(text: str) -> None:
    assert len(truecase(text)) == len(text)
