"""Figures, times and places are written as people write them, never finer than they are known."""

import pytest
from msgspec import structs
from tests.publish.samples import CLAIM, PLACE, TIME, TOLL

from firsthand.model.media import Box, MediaPart, Stretch
from firsthand.model.places import PlacePrecision
from firsthand.model.times import Precision
from firsthand.publish.wordings import (
    count_things,
    show_bounds,
    show_count,
    show_day,
    show_figure,
    show_outcome,
    show_place,
    show_plain,
    show_point,
    show_precision,
    show_source,
    show_standing,
    show_time,
)


@pytest.mark.parametrize(
    ("low", "high", "is_open", "shown"),
    [
        (31, 31, False, "31"),
        (31, 31, True, "at least 31"),
        (31, None, True, "at least 31"),
        (14, 31, False, "14–31"),
        (14, 31, True, "14–31 or more"),
        (None, 40, False, "up to 40"),
        (None, None, True, "unknown"),
        (0, 0, False, "0"),
    ],
)
def test_figures_are_written_as_people_write_them(
    low: int | None, high: int | None, is_open: bool, shown: str
) -> None:
    assert show_figure(structs.replace(TOLL, low=low, high=high, open=is_open)) == shown


def test_bounds_of_one_figure_keep_what_is_open() -> None:
    assert [show_bounds(31, 31), show_bounds(9, None), show_bounds(None, 40)] == [
        "31",
        "at least 9",
        "up to 40",
    ]
    assert show_bounds(None, None) == "no number"
    assert show_bounds(10, 12) == "10–12"


def test_a_count_says_what_its_words_leave_open() -> None:
    (count,) = CLAIM.casualties
    assert show_count(count) == "killed: 9"
    wider = structs.replace(
        count, high=None, vague=True, counting="cumulative", scope="in the province"
    )
    assert show_count(wider) == (
        "killed: at least 9 (vague words, cumulative, wider: in the province)"
    )


@pytest.mark.parametrize(
    ("start", "end", "precision", "shown"),
    [
        ("2019-05-14", "2019-05-15", "day", "14 May 2019 (to the day)"),
        ("2019-05-01", "2019-06-01", "month", "May 2019 (to the month)"),
        ("2016-01-01", "2017-01-01", "year", "2016 (to the year)"),
        ("2019-05-13", "2019-05-20", "week", "13 May 2019 to 19 May 2019 (to the week)"),
        ("2019-05-14T05:00", "2019-05-14T12:00", "part of day", "14 May 2019, 05:00 to 12:00"),
        ("2019-05-14T18:00", "2019-05-15T06:00", "part of day", "14 May 2019, 18:00, to 15 May"),
        ("2011-04-08", "2011-04-08T09:00", "part of day", "8 April 2011, 00:00 to 09:00"),
        ("2019-05-14T08:30", "2019-05-14T08:31", "minute", "14 May 2019, 08:30 (to the minute)"),
        ("2019-05-14", None, "day", "from 14 May 2019 on (to the day)"),
        (None, "2019-05-14", "day", "before 14 May 2019 (to the day)"),
        ("0000-12-01", "0001-01-01", "month", "0000-12-01 to 0001-01-01 (to the month)"),
    ],
)
def test_an_interval_is_written_with_its_precision(
    start: str | None, end: str | None, precision: Precision, shown: str
) -> None:
    time = structs.replace(TIME, start=start, end=end, precision=precision)
    assert show_time(time).startswith(shown)


def test_an_unresolved_time_keeps_its_words() -> None:
    time = structs.replace(TIME, start=None, end=None, precision="unknown")
    assert show_time(time) == "time not resolved (“on Tuesday”)"
    assert show_time(structs.replace(time, text=None)) == "time not known"
    assert show_time(None) == "time not stated"
    assert show_precision(time) == "precision unknown"


def test_a_day_that_is_no_date_is_shown_as_it_stands() -> None:
    assert show_day("2019-05-14T15:40:00+00:00") == "14 May 2019"
    assert show_day("Tuesday") == "Tuesday"


@pytest.mark.parametrize(
    ("precision", "shown"),
    [
        ("site", "41.2000° N, 28.4000° W"),
        ("town", "41.20° N, 28.40° W"),
        ("district", "41.2° N, 28.4° W"),
        ("province", "41° N, 28° W"),
        ("country", None),
        ("unknown", None),
    ],
)
def test_a_point_has_no_more_decimals_than_its_precision_bears(
    precision: PlacePrecision, shown: str | None
) -> None:
    assert show_point(structs.replace(PLACE, precision=precision)) == shown


def test_a_place_is_named_with_its_precision() -> None:
    assert show_place(PLACE) == "Belmuro (town)"
    assert show_place(structs.replace(PLACE, precision="unknown")).endswith("is not known)")
    assert show_place(None) == "place not stated"


def test_numbers_agree_with_their_things() -> None:
    assert count_things(1, "report") == "1 report"
    assert count_things(1200, "report") == "1,200 reports"
    assert count_things(2, "person", "people") == "2 people"
    assert show_plain("sexual_violence") == "sexual violence"


def test_an_outcome_is_something_said() -> None:
    assert show_outcome("killed") == "said to be killed"
    assert show_outcome("sexual_violence") == "said to have suffered sexual violence"


def test_nobody_stands_as_a_perpetrator() -> None:
    assert show_standing("perpetrator side") == "of the side said to be responsible"
    assert show_standing("medical") == "medical"


def test_what_is_no_text_is_named_by_where_it_is() -> None:
    box = Box(page=None, left=120, top=340.5, right=480, bottom=400)
    assert show_source(MediaPart()) == "the whole of it"
    assert (
        show_source(MediaPart(box=box)) == "from 120, 340.5 to 480, 400 (pixels from the top left)"
    )
    part = MediaPart(time=Stretch(start=62.5, end=64), box=structs.replace(box, page=2))
    assert show_source(part) == (
        "1:02.50–1:04 (minutes and seconds); "
        "page 2, from 120, 340.5 to 480, 400 (points from the top left)"
    )
