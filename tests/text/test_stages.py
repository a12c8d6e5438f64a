"""Tests of stages: what "early", "mid" or "the night" cut out of a unit."""

from datetime import date, datetime

import pytest

from firsthand.text.calendars import Unit, find_period
from firsthand.text.stages import find_hours, take_stage


@pytest.mark.parametrize(
    ("unit", "modifier", "first", "end"),
    [
        ("month", "early", date(2011, 4, 1), date(2011, 4, 11)),
        ("month", "mid", date(2011, 4, 10), date(2011, 4, 21)),
        ("month", "late", date(2011, 4, 15), date(2011, 5, 1)),
        ("year", "early", date(2011, 1, 1), date(2011, 5, 1)),
        ("year", "mid", date(2011, 5, 1), date(2011, 9, 1)),
        ("year", "late", date(2011, 9, 1), date(2012, 1, 1)),
        ("week", "late", date(2011, 4, 8), date(2011, 4, 11)),
        ("decade", "late", date(2016, 1, 1), date(2020, 1, 1)),
    ],
)
def test_a_stage_is_cut_as_documented(unit: Unit, modifier: str, first: date, end: date) -> None:
    assert take_stage(*find_period(date(2011, 4, 8), unit), unit, modifier) == (first, end)


def test_the_night_ends_on_the_next_day() -> None:
    assert find_hours(date(2011, 4, 7), "night") == (
        datetime(2011, 4, 7, 18),
        datetime(2011, 4, 8, 6),
    )
