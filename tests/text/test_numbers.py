"""Quantities have the bounds that their words give them, and no more."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.test_numerals import write_words

from firsthand.text.numbers import Quantity, find_quantities

BOUNDS = ["", "at least ", "more than ", "up to ", "fewer than ", "about ", "no more than "]


def read_one(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("At least 31 villagers died.", "At least 31", 31, None),
        ("Up to 40 people died.", "Up to 40", None, 40),
        ("As many as 40 people died.", "As many as 40", None, 40),
        ("No more than 40 people died.", "No more than 40", None, 40),
        ("More than 30 people died.", "More than 30", 31, None),
        ("Well over 100 people died.", "Well over 100", 101, None),
        ("Fewer than ten people died.", "Fewer than ten", None, 9),
        ("Not fewer than 12 people died.", "Not fewer than 12", 12, None),
        ("Between 10 and 12 people died.", "Between 10 and 12", 10, 12),
        ("Ten to 12 people died.", "Ten to 12", 10, 12),
        ("10-12 people died.", "10-12", 10, 12),
        ("Four or five people died.", "Four or five", 4, 5),
        ("At least 10 and up to 40 people died.", "At least 10 and up to 40", 10, 40),
        ("10, possibly as many as 12, died.", "10, possibly as many as 12", 10, 12),
        ("40 or more people died.", "40 or more", 40, None),
        ("Thirty-plus people died.", "Thirty-plus", 30, None),
        ("At least another 20 people died.", "At least another 20", 20, None),
        ("A third of the 90 prisoners died.", "A third of the 90", 30, 30),
        ("Three to four hundred people died.", "Three to four hundred", 300, 400),
        ("Five (5) people died.", "Five (5)", 5, 5),
        ("All but two of the 30 passengers died.", "All but two of the 30", 28, 28),
        ("More than a dozen people died.", "More than a dozen", 13, None),
        ("1.5 million people fled.", "1.5 million", 1_500_000, 1_500_000),
        ("No one died.", "No one", 0, 0),
        ("Not a single villager died.", "Not a single", 0, 0),
    ],
)
def test_the_words_around_a_number_bound_it(
    text: str, words: str, low: int | None, high: int | None
) -> None:
    quantity = read_one(text)
    assert text[quantity.start : quantity.end] == words
    assert (quantity.low, quantity.high, quantity.vague) == (low, high, False)


@pytest.mark.parametrize(
    "words", ["nearly 40", "some 40", "about 40", "around 40", "an estimated 40", "40 or so"]
)
def test_a_number_near_another_is_approximate(words: str) -> None:
    quantity = read_one(f"On Monday {words} people died.")
    assert (quantity.low, quantity.high, quantity.approximate) == (40, 40, True)


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("several", 2),
        ("a few", 2),
        ("many", 2),
        ("a number of", 2),
        ("“a number” of", 2),
        ("dozens of", 12),
        ("scores of", 20),
        ("hundreds of", 100),
        ("several hundred", 200),
        ("a few dozen", 24),
        ("tens of thousands of", 10_000),
    ],
)
def test_words_without_a_number_are_vague_and_open(words: str, low: int) -> None:
    quantity = read_one(f"The raid killed {words} people.")
    assert (quantity.low, quantity.high, quantity.vague) == (low, None, True)


def test_about_after_a_report_is_no_bound() -> None:
    quantity = read_one("The agency reported about one killed.")
    assert (quantity.low, quantity.approximate) == (1, False)


@pytest.mark.parametrize(
    "text",
    [
        "How many people were hurt?",
        "In his twenties he moved to Oster.",
        "The 1980’s were worse than the 1990s.",
        "A three-year-old boy played in the 3400 block of Mill Street.",
        "Two-thirds of the town lies in ruins.",
        "It was no longer safe.",
        "An AK-47 and a .22-caliber rifle were found.",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert find_quantities(text) == ()


@given(st.sampled_from(BOUNDS), st.integers(2, 9_999))
def test_low_is_never_above_high(bound: str, value: int) -> None:
    for quantity in find_quantities(f"They said {bound}{value:,} villagers were killed."):
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@given(st.integers(1, 200), st.integers(1, 200))
def test_a_range_has_its_lower_end_first(one: int, other: int) -> None:
    for quantity in find_quantities(f"Between {one} and {other} villagers were killed."):
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@given(st.sampled_from(BOUNDS), st.integers(2, 999))
def test_digits_and_words_give_the_same(bound: str, value: int) -> None:
    digits = read_one(f"They said {bound}{value} villagers were killed.")
    words = read_one(f"They said {bound}{write_words(value)} villagers were killed.")
    assert (digits.low, digits.high, digits.approximate) == (
        words.low,
        words.high,
        words.approximate,
    )


@given(
    st.integers(1900, 2099),
    st.sampled_from(["In {}, soldiers came.", "In May {} it burned.", "The raid of {} was worse."]),
)
def test_a_year_is_no_count(year: int, text: str) -> None:
    assert find_quantities(text.format(year)) == ()


@given(st.text(max_size=80))
def test_any_text_is_read_and_spans_stay_inside(text: str) -> None:
    quantities = find_quantities(text)
    assert all(0 <= item.start < item.end <= len(text) for item in quantities)
    assert all(one.end <= other.start for one, other in pairwise(quantities))
