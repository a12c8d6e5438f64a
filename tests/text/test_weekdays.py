"""Tests of weekdays: which day a weekday means."""

from datetime import date

import pytest

from firsthand.text.dates import find_expressions
from firsthand.text.intervals import Anchors, format_moment
from firsthand.text.weekdays import resolve_weekday

# A Friday.
PUBLISHED = date(2011, 4, 8)


@pytest.mark.parametrize(
    ("words", "earlier", "start"),
    [
        ("Wednesday", None, "2011-04-06"),
        ("last Friday", None, "2011-04-01"),
        ("next Monday", None, "2011-04-11"),
        ("Tuesday of last week", None, "2011-03-29"),
        ("the following Monday", date(2011, 3, 2), "2011-03-07"),
        ("the previous Monday", date(2011, 3, 2), "2011-02-28"),
    ],
)
def test_a_weekday_is_the_nearest_its_words_allow(
    words: str, earlier: date | None, start: str
) -> None:
    (expression,) = find_expressions(words)
    found = resolve_weekday(expression, Anchors(published=PUBLISHED, earlier=earlier))
    assert format_moment(found.start) == start


def test_late_on_a_night_is_its_late_hours() -> None:
    (expression,) = find_expressions("late on Saturday night")
    found = resolve_weekday(expression, Anchors(published=PUBLISHED))
    assert format_moment(found.start) == "2011-04-02T21:00"


def test_a_weekday_without_a_publication_date_stays_open() -> None:
    (expression,) = find_expressions("Wednesday")
    assert resolve_weekday(expression, Anchors()).start is None
