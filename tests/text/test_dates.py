"""Tests of dates: which words of a text are expressions of time, and what they say."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.text.dates import TimeExpression, find_expressions


def find(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_expressions(text)]


def find_one(text: str) -> TimeExpression:
    (found,) = find_expressions(text)
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They came on 8 April 2011.", "8 April 2011"),
        ("They came on April 8th, 2011.", "April 8th, 2011"),
        ("They came on Friday, April 8.", "Friday, April 8"),
        ("They came early this morning.", "early this morning"),
        ("They came at 5.30am local time on Friday.", "5.30am local time on Friday"),
        ("It fell in the night of 3 March.", "the night of 3 March"),
        ("They left two days earlier.", "two days earlier"),
        ("They moved in the late 1980’s.", "the late 1980’s"),
        ("It rained over the weekend.", "the weekend"),
        ("It was worse last\nweek.", "last\nweek"),
        ("He came at 14:05 GMT.", "14:05 GMT"),
        ("Filed 2011-04-08T05:30Z.", "2011-04-08T05:30Z"),
        ("It was in the third quarter of 1998.", "the third quarter of 1998"),
        ("It lasted for three hours.", "three hours"),
        ("They march every Friday.", "every Friday"),
        ("It lasted two to three weeks.", "two to three weeks"),
        ("It took a year and a half.", "a year and a half"),
        ("He left a week or so ago.", "a week or so ago"),
        ("It fell at 4 in the morning.", "4 in the morning"),
        ("It opens on the fourth of July.", "the fourth of July"),
        ("It fell in nineteen ninety-seven.", "nineteen ninety-seven"),
        ("It was in last year’s third quarter.", "last year’s third quarter"),
        ("It will end next month.", "next month"),
        ("It ends in the past five years.", "the past five years"),
        ("It is paid five dollars a week.", "a week"),
        ("They found ways around Friday’s ruling.", "Friday’s"),
    ],
)
def test_an_expression_is_found_whole(text: str, words: str) -> None:
    assert find(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "A raid on 2700 campers was feared.",
        "The camp held 2,003 people.",
        "They may march on the town.",
        "2003 people fled.",
        "He paid $1999 to Mr. May.",
        "A 9-year-old girl was hit.",
        "The guard, 52 years old, was hit.",
        "A man in his 20s was hit.",
        "A second shell fell.",
        "Copyright 2017 Oster Press",
        "He spoke about the shells.",
        "The boy, 11-year old Sami, was hit.",
        "Press officers of Oster Now said so.",
    ],
)
def test_numbers_ages_and_verbs_are_no_times(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ["After the war in 2003, they left.", "A 1996 law named them.", "Their 2009 deal held."]
)
def test_a_year_is_a_year_by_its_context(text: str) -> None:
    assert find_one(text).year in (1996, 2003, 2009)


@pytest.mark.parametrize(
    ("digits", "words"), [("3 days ago", "three days ago"), ("24 hours", "twenty-four hours")]
)
def test_digits_and_words_say_the_same(digits: str, words: str) -> None:
    one, other = find_one(digits), find_one(words)
    assert (one.amount, one.unit, one.relation) == (other.amount, other.unit, other.relation)


def test_a_clock_knows_its_day() -> None:
    found = find_one("at 5pm on Friday")
    assert found.hour == 17
    assert found.of is not None
    assert found.of.weekday == 4


@settings(max_examples=200)
@given(st.text(alphabet="Friday Apl 0123456789-:./'thsweknoamİ\n", max_size=60))
def test_expressions_are_in_order_without_overlap(text: str) -> None:
    end = 0
    for found in find_expressions(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize(
    "text",
    [" " * 100_000, "on 4 May" + " " * 100_000 + "2019", ("at least" + " " * 1000) * 100],
    ids=["alone", "inside a date", "in many runs"],
)
def test_long_runs_of_blanks_cost_no_more_than_words(text: str) -> None:
    start = process_time()
    find_expressions(text)
    assert process_time() - start < 2
