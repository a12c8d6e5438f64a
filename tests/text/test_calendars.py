"""Tests of calendars: number words, units and their arithmetic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.calendars import (
    Unit,
    find_period,
    make_date,
    read_amount,
    read_ordinal,
    shift,
    shift_days,
    shift_months,
)


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("24", 24),
        ("twenty-four", 24),
        ("twenty four", 24),
        ("a", 1),
        ("a couple of", 2),
        ("two hundred", 200),
        ("a dozen", 12),
        ("2 1/2", 2.5),
        ("1,200", 1200),
        ("twelve", 12),
        ("soon", None),
    ],
)
def test_amounts_are_read_from_digits_or_words(words: str, amount: float | None) -> None:
    assert read_amount(words) == amount


@pytest.mark.parametrize(("words", "number"), [("3rd", 3), ("third", 3), ("21", 21), ("", None)])
def test_ordinals_are_read_from_digits_or_words(words: str, number: int | None) -> None:
    assert read_ordinal(words) == number


def test_the_calendar_has_no_thirtieth_of_february() -> None:
    assert make_date(2011, 2, 30) is None


def test_the_last_day_of_a_month_stays_the_last() -> None:
    assert shift_months(date(2012, 3, 31), -1) == date(2012, 2, 29)


@pytest.mark.parametrize(
    ("unit", "first", "end"),
    [
        ("week", date(2011, 4, 4), date(2011, 4, 11)),
        ("weekend", date(2011, 4, 9), date(2011, 4, 11)),
        ("month", date(2011, 4, 1), date(2011, 5, 1)),
        ("season", date(2011, 3, 1), date(2011, 6, 1)),
        ("quarter", date(2011, 4, 1), date(2011, 7, 1)),
        ("half", date(2011, 1, 1), date(2011, 7, 1)),
        ("decade", date(2010, 1, 1), date(2020, 1, 1)),
        ("century", date(2001, 1, 1), date(2101, 1, 1)),
    ],
)
def test_a_unit_holds_its_day(unit: Unit, first: date, end: date) -> None:
    assert find_period(date(2011, 4, 8), unit) == (first, end)


@given(
    st.dates(date(2, 1, 1), date(9000, 1, 1)), st.sampled_from(["day", "week", "season", "year"])
)
def test_every_day_lies_in_its_period(day: date, unit: Unit) -> None:
    first, end = find_period(day, unit)
    assert first <= day < end


@given(st.dates(), st.integers(-(10**9), 10**9))
def test_moving_a_day_never_leaves_the_calendar(day: date, amount: int) -> None:
    assert shift_days(day, amount).year <= 9998
    assert shift(min(day, date(9998, 1, 1)), "decade", amount).year <= 9998
