"""Tests of resolutions: which interval each form of words means."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.text.dates import find_expressions
from firsthand.text.intervals import Anchors, Interval, Tense, format_moment
from firsthand.text.resolutions import resolve_expression

# A Friday.
PUBLISHED = date(2011, 4, 8)
TOLD = Anchors(published=PUBLISHED, earlier=date(2011, 3, 10), tense="past")


def resolve(words: str, anchors: Anchors = TOLD) -> Interval:
    (expression,) = find_expressions(words)
    return resolve_expression(expression, anchors)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("8 April 2011", "2011-04-08", "2011-04-09"),
        ("between 8 and 10 April", "2011-04-08", "2011-04-11"),
        ("8-10 April 2010", "2010-04-08", "2010-04-11"),
        ("2011-04-08", "2011-04-08", "2011-04-09"),
        ("13/04/2011", "2011-04-13", "2011-04-14"),
        ("on July 4", "2010-07-04", "2010-07-05"),
        ("in March", "2011-03-01", "2011-04-01"),
        ("last April", "2010-04-01", "2010-05-01"),
        ("June last year", "2010-06-01", "2010-07-01"),
        ("in July 2009", "2009-07-01", "2009-08-01"),
        ("early March", "2011-03-01", "2011-03-11"),
        ("the first half of 2010", "2010-01-01", "2010-07-01"),
        ("last year’s third quarter", "2010-07-01", "2010-10-01"),
        ("two to three weeks ago", "2011-03-18", "2011-03-26"),
        ("a decade ago", "2001-01-01", "2002-01-01"),
        ("Christmas Day 2009", "2009-12-25", "2009-12-26"),
        ("around 2 July 2010", "2010-07-01", "2010-07-04"),
        ("in 2003", "2003-01-01", "2004-01-01"),
        ("1996-1999", "1996-01-01", "2000-01-01"),
        ("the late 1980s", "1986-01-01", "1990-01-01"),
        ("the eighties", "1980-01-01", "1990-01-01"),
        ("the 19th century", "1801-01-01", "1901-01-01"),
        ("on Friday", "2011-04-08", "2011-04-09"),
        ("on Saturday", "2011-04-02", "2011-04-03"),
        ("last Friday", "2011-04-01", "2011-04-02"),
        ("next Friday", "2011-04-15", "2011-04-16"),
        ("Monday night", "2011-04-04T18:00", "2011-04-05T06:00"),
        ("today", "2011-04-08", "2011-04-09"),
        ("yesterday morning", "2011-04-07T05:00", "2011-04-07T12:00"),
        ("early this morning", "2011-04-08", "2011-04-08T09:00"),
        ("last night", "2011-04-07T18:00", "2011-04-08T06:00"),
        ("overnight", "2011-04-07T18:00", "2011-04-08T06:00"),
        ("at 5.30am on Friday", "2011-04-08T05:30", "2011-04-08T05:31"),
        ("at 5pm", "2011-03-10T17:00", "2011-03-10T18:00"),
        ("last week", "2011-03-28", "2011-04-04"),
        ("over the weekend", "2011-04-02", "2011-04-04"),
        ("earlier this month", "2011-04-01", "2011-04-08"),
        ("last month", "2011-03-01", "2011-04-01"),
        ("early next year", "2012-01-01", "2012-05-01"),
        ("two days ago", "2011-04-06", "2011-04-07"),
        ("two days earlier", "2011-03-08", "2011-03-09"),
        ("the next day", "2011-03-11", "2011-03-12"),
        ("that day", "2011-03-10", "2011-03-11"),
        ("recent weeks", "2011-03-18", "2011-04-09"),
        ("the past 24 hours", "2011-04-07", "2011-04-09"),
        ("a fortnight ago", "2011-03-25", "2011-04-09"),
        ("the third quarter of 2009", "2009-07-01", "2009-10-01"),
        ("last winter", "2010-12-01", "2011-03-01"),
        ("on New Year’s Day", "2011-01-01", "2011-01-02"),
    ],
)
def test_words_mean_their_interval(words: str, start: str, end: str) -> None:
    interval = resolve(words)
    assert (format_moment(interval.start), format_moment(interval.end)) == (start, end)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("for three hours", "duration"),
        ("every Friday", "set"),
        ("recently", "vague reference"),
        ("several years ago", "vague reference"),
        ("04/05/2011", "cannot be told apart"),
        ("30 February 2011", "no such day"),
    ],
)
def test_what_is_not_known_stays_unresolved(words: str, reason: str) -> None:
    interval = resolve(words)
    assert interval.start is None
    assert interval.basis is None
    assert reason in interval.reason


@pytest.mark.parametrize("words", ["on Friday", "yesterday", "last week", "in March", "last night"])
def test_a_relative_time_needs_a_publication_date(words: str) -> None:
    assert "without a publication date" in resolve(words, Anchors()).reason


def test_the_future_tense_looks_ahead() -> None:
    interval = resolve("on Monday", Anchors(published=PUBLISHED, tense="future"))
    assert format_moment(interval.start) == "2011-04-11"


WORDS = [
    "early",
    "late",
    "last",
    "next",
    "this",
    "the",
    "8",
    "10",
    "April",
    "May",
    "2011",
    "Friday",
    "night",
    "morning",
    "week",
    "weekend",
    "month",
    "of",
    "in",
    "two",
    "days",
    "ago",
    "earlier",
    "5.30am",
    "on",
    "at",
    "-",
    "quarter",
    "third",
    "1990s",
    "to",
    "99999",
    "12:30",
    "02/03/2011",
]


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=7,
    ),
    st.one_of(st.none(), st.dates()),
    st.sampled_from(["past", "future", None]),
)
def test_every_interval_starts_before_it_ends(
    words: list[str], day: date | None, tense: Tense | None
) -> None:
    for expression in find_expressions(" ".join(words)):
        anchors = Anchors(published=day, earlier=day, tense=tense)
        interval = resolve_expression(expression, anchors)
        assert (interval.start is None) == (interval.basis is None)
        if interval.start is not None and interval.end is not None:
            assert interval.start < interval.end
