"""Tests of times: every expression of time in a report with its basis."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from firsthand.model.times import TimeSpan, contradicts_weekday
from firsthand.read.times import find_times
from firsthand.text.parses import parse_text

PUBLICATION = "publication date"


@cache
def read(text: str) -> Doc:
    return parse_text(text)


def find(text: str, published: str | None = "2011-04-08") -> list[TimeSpan]:
    return list(find_times(read(text), published))


def find_one(text: str, published: str | None = "2011-04-08") -> TimeSpan:
    (time,) = find(text, published)
    return time


@pytest.mark.parametrize(
    ("text", "start", "end", "basis"),
    [
        ("Soldiers came on Friday.", "2011-04-08", "2011-04-09", "publication date"),
        ("Soldiers came in July 2009.", "2009-07-01", "2009-08-01", "text"),
        ("The minister will speak on Monday.", "2011-04-11", "2011-04-12", "publication date"),
        ("Since last week they have warned.", "2011-03-28", "2011-04-09", "publication date"),
        ("They lived there until 2003.", None, "2004-01-01", "text"),
        ("They came before 2003.", None, "2003-01-01", "text"),
        (
            "It lasted from 30 March to 2 April 2010.",
            "2010-03-30",
            "2010-04-03",
            "text",
        ),
        ("It fell before 7 am on 3 May 2010.", "2010-05-03", "2010-05-03T07:00", "text"),
        ("It began at 6 p.m. Monday evening.", "2011-04-04T18:00", "2011-04-04T19:00", PUBLICATION),
        (
            "It fell shortly after 7:05 am today.",
            "2011-04-08T07:05",
            "2011-04-08T08:05",
            PUBLICATION,
        ),
        ("He could be freed as soon as Monday.", "2011-04-11", "2011-04-12", PUBLICATION),
        ("He was shot last May 2.", "2010-05-02", "2010-05-03", PUBLICATION),
        ("They lived there since the late 1980’s.", "1986-01-01", "2011-04-09", "text"),
        ("People fled after Friday’s raid.", "2011-04-08", "2011-04-09", "publication date"),
        ("Late on Friday, May 7th 2010, it fell.", "2010-05-07T20:00", "2010-05-08", "text"),
        ("After the fall of Kadun in 2003 they left.", "2003-01-01", "2004-01-01", "text"),
    ],
)
def test_a_time_tells_its_interval_with_its_basis(
    text: str, start: str | None, end: str, basis: str
) -> None:
    time = find_one(text)
    assert (time.start, time.end, time.basis) == (start, end, basis)


def test_a_later_day_is_counted_from_the_time_told_before() -> None:
    first, second = find("The town fell on 3 March 2010. Two days later the clinic burned.")
    assert first.basis == "text"
    assert (second.start, second.basis) == ("2010-03-05", "earlier event")


def test_a_day_without_a_year_takes_the_year_told_before() -> None:
    _, second = find("The town fell on 3 March 2010. On 5 March the clinic burned.", None)
    assert (second.start, second.basis) == ("2010-03-05", "earlier event")


def test_a_later_year_is_counted_from_a_year() -> None:
    _, second = find("The town fell in 2003. The following year the clinic burned.")
    assert (second.start, second.end) == ("2004-01-01", "2005-01-01")


def test_what_was_told_long_before_anchors_nothing() -> None:
    _, second = find(
        "It fell on 3 March 2010. " + "People wept. " * 150 + "Two days later he left."
    )
    assert second.start is None


def test_a_dateline_anchors_what_follows() -> None:
    text = "KADUN, April 5, 2011 (Oster Press) - Two people died on Monday."
    assert [(time.start, time.basis) for time in find(text, None)] == [
        ("2011-04-05", "text"),
        ("2011-04-04", "dateline"),
    ]


def test_without_a_publication_date_a_weekday_stays_unresolved() -> None:
    time = find_one("Soldiers came on Friday.", None)
    assert (time.start, time.end, time.precision, time.basis) == (None, None, "unknown", None)
    assert "without a publication date" in time.reason


@pytest.mark.parametrize("published", ["", "spring", "2011-99-99"])
def test_a_publication_date_that_is_none_anchors_nothing(published: str) -> None:
    assert find_one("Soldiers came on Friday.", published).start is None


def test_a_weekday_that_contradicts_its_date_is_reported() -> None:
    time = find_one("It fell on Friday, 7 April 2011.", None)
    assert contradicts_weekday(time)
    assert time.start == "2011-04-07"
    assert "says Friday" in time.reason
    assert "Thursday" in time.reason


def test_a_weekday_that_fits_its_date_is_no_conflict() -> None:
    assert not contradicts_weekday(find_one("It fell on Friday, 8 April 2011.", None))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The truce was extended to May 20.", "2011-05-20"),
        ("The court gave the army until Tuesday to answer.", None),
        ("The council set Monday as the deadline.", "2011-04-11"),
        ("He said that the funeral would be held on Sunday.", "2011-04-10"),
        ("The funeral would have been held on Sunday.", "2011-04-03"),
        ("The case is heard in May.", "2011-05-01"),
        ("The truce had been due to expire on Sunday.", "2011-04-03"),
    ],
)
def test_words_tell_whether_a_day_is_ahead(text: str, start: str | None) -> None:
    assert find_one(text).start == start


def test_what_is_given_until_a_day_ends_after_publication() -> None:
    time = find_one("The court gave the army until Tuesday to answer.")
    assert (time.start, time.end) == (None, "2011-04-13")


@pytest.mark.parametrize(
    "text",
    [
        "April Soria wrote to the court.",
        "The Sunday Courier was closed by decree.",
        "Mr Friday sold his boat.",
        "The men of Battalion 1999 wore no badges.",
        "The council adopted Resolution 1973.",
        "A minute amount of gas was found.",
    ],
)
def test_names_and_small_things_are_no_times(text: str) -> None:
    assert find(text) == []


def test_a_day_without_a_year_goes_on_from_the_day_told_before_it() -> None:
    times = find("He left the barracks on 3 April 2010. He came back on 5 April.")
    assert [time.start for time in times] == ["2010-04-03", "2010-04-05"]
    assert times[1].basis == "earlier event"


def test_a_day_of_another_story_is_of_its_own_year() -> None:
    times = find("The law was passed on 3 April 2009. The mayor was shot on 5 March.")
    assert [time.start for time in times] == ["2009-04-03", "2011-03-05"]


def test_a_month_follows_on_a_month() -> None:
    times = find("The camp was raided in May 2009. The following month it was closed.")
    assert (times[1].start, times[1].end) == ("2009-06-01", "2009-07-01")


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="Friday last week2011 Apl08-,.İ\n", max_size=50))
def test_the_words_stand_at_their_offsets(text: str) -> None:
    for time in find_times(parse_text(text), "2011-04-08"):
        assert time.span is not None
        assert text[slice(*time.span)] == time.text
        if time.start is not None and time.end is not None:
            assert time.start < time.end


def test_the_week_of_a_day_is_a_week() -> None:
    time = find_one("They left in the week of 6 April.")
    assert (time.start, time.end, time.precision) == ("2011-04-04", "2011-04-11", "week")
    assert time.text == "the week of 6 April"


def test_a_military_clock_may_be_local() -> None:
    time = find_one("They came at 0330 local time.", None)
    assert time.text == "0330 local time"


def test_the_part_of_a_dated_day_is_no_day_of_its_own() -> None:
    (time,) = find_times(parse_text("They left Wednesday afternoon, July 9, 2014."), "2016-08-24")
    assert (time.start, time.precision) == ("2014-07-09", "day")


def test_a_town_named_like_a_season_is_none() -> None:
    text = "Police in Spring, Texas, said that nobody was hurt."
    assert find_times(parse_text(text), "2016-08-24") == ()
