"""Spellings of one name meet; names of two people do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from firsthand.text.names import (
    fold_letters,
    is_same_name,
    is_spelling_of,
    make_initials,
    name_words,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarik al-Samiri", "Al-Sameri"),
        ("Mohammad Karimi", "Muhammed Karimi"),
        ("Hussein", "Hossein"),
        ("Martin Weller", "Weller"),
        ("General Orlan Vesk", "Orlan Vesk"),
        ("Saleh", "Salih"),
        ("Fatimah Noor", "Fatima Nour"),
    ],
)
def test_spellings_and_parts_of_one_name_meet(one: str, other: str) -> None:
    assert is_same_name(one, other)
    assert is_same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hosseini", "Hassani"),
        ("Mohammad", "Mahmoud"),
        ("Hassan", "Hussein"),
        ("Martin Weller", "Martin Welby"),
        ("Weller", "Well"),
        ("Ali", "Aly"),
        ("Martin", "Morton"),
    ],
)
def test_names_that_only_look_alike_do_not_meet(one: str, other: str) -> None:
    assert not is_same_name(one, other)


def test_words_meet_only_in_their_order() -> None:
    assert not is_same_name("Vesk Orlan", "Orlan Vesk")


def test_titles_and_particles_do_not_tell_people_apart() -> None:
    assert name_words("General Tarik al-Samiri") == ("tarik", "samiri")
    assert name_words("The President") == ("the", "president") or name_words("The President")


def test_letters_fold_in_their_own_script() -> None:
    assert fold_letters("Ёлка") == "елка"
    assert fold_letters("مُحَمَّد") == "محمد"


def test_initials_are_those_of_the_main_words() -> None:
    assert make_initials("People’s Front of Marenia") == "PFM"


@given(some.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_letters(fold_letters(name)) == fold_letters(name)


@given(some.text("aeiouhmnrslk", min_size=1, max_size=12), some.text("aeiouhmnrslk", max_size=12))
def test_being_a_spelling_goes_both_ways(one: str, other: str) -> None:
    assert is_spelling_of(one, one)
    assert is_spelling_of(one, other) == is_spelling_of(other, one)
