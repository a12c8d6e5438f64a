"""Numerals have the same value in digits and in words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.numerals import (
    NUMERAL_IN_DIGITS,
    NUMERAL_IN_WORDS,
    TEENS,
    TENS,
    UNITS,
    read_number,
)

NAMES = {value: word for words in (UNITS, TEENS, TENS) for word, value in words.items()}


def write_words(value: int, join: str = " and ", hyphen: str = "-") -> str:
    """Write a number below a million in English words."""
    if value >= 1000:
        rest = value % 1000
        lead = write_words(value // 1000, join, hyphen) + " thousand"
        return lead + (" " + write_words(rest, join, hyphen) if rest else "")
    if value >= 100:
        rest = value % 100
        lead = NAMES[value // 100] + " hundred"
        return lead + (join + write_words(rest, join, hyphen) if rest else "")
    if value in NAMES:
        return NAMES[value]
    return NAMES[value - value % 10] + hyphen + NAMES[value % 10]


@given(st.integers(1, 999_999), st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]))
def test_a_number_in_words_has_its_value(value: int, join: str, hyphen: str) -> None:
    words = write_words(value, join, hyphen)
    assert read_number(words) == value
    assert re.fullmatch(NUMERAL_IN_WORDS, words)


@given(st.integers(0, 10_000_000))
def test_a_number_in_digits_has_its_value(value: int) -> None:
    for digits in (str(value), f"{value:,}"):
        assert read_number(digits) == value
        assert re.fullmatch(NUMERAL_IN_DIGITS, digits)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a hundred", 100),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("3 million", 3_000_000),
        ("1.5 million", 1_500_000),
        ("12 hundred", 1_200),
        ("zero", 0),
        ("Forty-Two", 42),
        ("", None),
        ("many", None),
    ],
)
def test_scales_multiply_what_stands_before_them(words: str, value: int | None) -> None:
    assert read_number(words) == value


@given(st.integers(1, 19), st.integers(1, 19))
def test_two_numbers_joined_by_and_are_not_one(one: int, other: int) -> None:
    assert not re.fullmatch(NUMERAL_IN_WORDS, f"{NAMES[one]} and {NAMES[other]}")
