"""Tests of intervals: how stretches of time are written, counted and narrowed."""

from datetime import date, datetime

import pytest

from firsthand.text.dates import find_expressions
from firsthand.text.intervals import (
    Anchors,
    count_from_earlier,
    format_moment,
    look_back,
    span_days,
    take_part,
)

(EXPRESSION,) = find_expressions("two days earlier")


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (None, None),
        (datetime(2011, 4, 8), "2011-04-08"),
        (datetime(2011, 4, 8, 5), "2011-04-08T05:00"),
    ],
)
def test_midnight_is_written_as_the_day_alone(moment: datetime | None, written: str | None) -> None:
    assert format_moment(moment) == written


def test_a_part_is_cut_from_a_day_only() -> None:
    week = span_days(date(2011, 4, 4), date(2011, 4, 11), "week", "text", "rule")
    assert take_part(week, "morning") == week


def test_nothing_is_counted_from_a_time_nobody_told() -> None:
    assert count_from_earlier(EXPRESSION, Anchors(), "day", -2).start is None


def test_the_past_hours_reach_back_to_the_day_before() -> None:
    interval = look_back(EXPRESSION, Anchors(published=date(2011, 4, 8)), "hour", 24)
    assert (interval.start, interval.end) == (datetime(2011, 4, 7), datetime(2011, 4, 9))
