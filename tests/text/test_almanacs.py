"""Tests of almanacs: days of the Hijri and the Jalali calendar as days of ours."""

from datetime import date

import pytest

from firsthand.text.almanacs import convert_hijri, convert_jalali
from firsthand.text.dates import find_expressions
from firsthand.text.intervals import Anchors, Interval, Tense, format_moment
from firsthand.text.resolutions import resolve_expression

PUBLISHED = date(2024, 5, 10)


def resolve(words: str, published: date | None = PUBLISHED, tense: Tense = "past") -> Interval:
    (expression,) = find_expressions(words)
    return resolve_expression(expression, Anchors(published=published, tense=tense))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("15 Khordad 1402", "2023-06-05", "2023-06-06"),
        ("the 12th of Bahman 1398", "2020-02-01", "2020-02-02"),
        ("Mehr 1401", "2022-09-23", "2022-10-23"),
        ("10 Muharram 1445", "2023-07-28", "2023-07-29"),
        ("Ramadan 1444", "2023-03-23", "2023-04-21"),
        ("27 Rabi' al-Awwal 1440", "2018-12-05", "2018-12-06"),
        ("5 Dhu al-Qa'dah 1442 AH", "2021-06-15", "2021-06-16"),
        ("during Ramadan", "2024-03-11", "2024-04-10"),
        ("on Eid al-Fitr", "2024-04-10", "2024-04-13"),
        ("on Nowruz", "2024-03-20", "2024-03-21"),
        ("20 Mehr", "2023-10-12", "2023-10-13"),
    ],
)
def test_days_of_other_calendars_are_days_of_ours(words: str, start: str, end: str) -> None:
    found = resolve(words)
    assert (format_moment(found.start), format_moment(found.end)) == (start, end)


def test_what_is_ahead_is_the_next_one() -> None:
    assert format_moment(resolve("on Eid al-Adha", tense="future").start) == "2024-06-16"


def test_the_reason_says_that_the_moon_may_be_sighted_later() -> None:
    assert "may differ by a day" in resolve("10 Muharram 1445").reason


@pytest.mark.parametrize("words", ["31 Mehr 1402", "30 Ramadan 1444"])
def test_a_day_that_the_calendar_lacks_stays_open(words: str) -> None:
    assert resolve(words).start is None


def test_a_feast_without_a_publication_date_stays_open() -> None:
    assert resolve("on Ashura", None).start is None


def test_years_out_of_the_tables_have_no_day() -> None:
    assert convert_hijri(1200, 1, 1) is None
    assert convert_jalali(900, 1, 1) is None
