"""A plural verb is said of more than the one person whom the tree names."""

import pytest

from firsthand.read.agreements import find_agreeing
from firsthand.read.casualties import find_casualties
from firsthand.text.parses import parse_text


def count(text: str) -> list[str]:
    return [told.text for told in find_casualties(parse_text(text), "r")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "On Monday, one woman identified as Halina Orel (61 years old) and her son Adam Orel "
            "(35 years old) were reportedly killed in their home.",
            ["one woman", "her son"],
        ),
        (
            "In June, 48-year-old Emil Orel, a reporter for Oster TV and his mother, were killed.",
            ["48-year-old Emil Orel", "his mother"],
        ),
        (
            "On Sunday, a woman named Anna Brok and her young son, the pupil Tom Brok, were "
            "reported killed, along with a farmer.",
            ["a woman", "her young son", "a farmer"],
        ),
        (
            "Two nurses were killed, and at least three boys from that street and a driver were "
            "injured.",
            ["Two nurses", "at least three boys", "a driver"],
        ),
    ],
)
def test_a_plural_verb_has_all_its_people(text: str, told: list[str]) -> None:
    assert sorted(count(text)) == sorted(told)


def test_a_singular_verb_has_its_one_subject() -> None:
    assert count("A man who met Jan Orel and his wife was killed.") == ["A man"]


def test_who_is_named_before_the_clause_is_not_harmed() -> None:
    assert count("According to Jan Orel and his brother, two men were killed.") == ["two men"]


def test_a_whole_subject_is_left_alone() -> None:
    doc = parse_text("Two men were killed.")
    verb = next(token for token in doc if token.text == "killed")
    assert find_agreeing(verb, [doc[1]]) == []


def test_a_title_ends_no_bracket() -> None:
    told = count(
        "On Monday, at least five members of the Dr. Emil Orel family, including two women, were "
        "killed."
    )
    assert told == ["at least five members", "two women"]


def test_what_stands_in_brackets_is_nobody() -> None:
    told = count("An official of the Oster bank [OB] and a prosecutor were shot dead.")
    assert told == ["An official", "a prosecutor"]
