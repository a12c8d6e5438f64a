"""Victims are found by name or description, each once in a report."""

import pytest

from firsthand.model.victims import Victim
from firsthand.read.casualties import find_casualties
from firsthand.read.victims import find_victims
from firsthand.text.parses import parse_text


def read(text: str) -> tuple[Victim, ...]:
    doc = parse_text(text)
    victims = find_victims(doc, "r", find_casualties(doc, "r"))
    for victim in victims:
        assert all(text[name.start : name.end] == name.text for name in victim.names)
    return victims


def name_all(text: str) -> list[list[str]]:
    return [[name.text for name in victim.names] for victim in read(text)]


def test_a_victim_has_what_the_words_tell() -> None:
    (victim,) = read("Anna Velde, a 33-year-old nurse, was killed in Belmuro.")
    assert victim.names[0].text == "Anna Velde"
    assert victim.names[0].reason == "named as harmed"
    assert (victim.age, victim.role, victim.outcome) == (33, "nurse", "killed")


def test_one_without_a_name_has_the_words_of_the_description() -> None:
    (victim,) = read("A 9-year-old girl was wounded by shrapnel.")
    assert victim.names[0].text == "A 9-year-old girl"
    assert victim.names[0].reason == "described as harmed"
    assert (victim.age, victim.sex, victim.outcome) == (9, "female", "injured")


def test_everybody_of_a_list_is_a_victim() -> None:
    text = "The dead were identified as Jana Orel, Petr Orel and Mila Orel."
    assert name_all(text) == [["Jana Orel"], ["Petr Orel"], ["Mila Orel"]]


def test_the_same_person_twice_is_one() -> None:
    text = "Anna Velde was shot in Belmuro. Velde died on Monday. Anna Velde, 25, was a nurse."
    (victim,) = read(text)
    assert [name.text for name in victim.names] == ["Anna Velde", "Velde"]
    assert victim.outcome == "killed"


def test_the_one_of_that_age_is_the_one_told_of_before() -> None:
    text = "A 44-year-old man was shot at a fair. The 44-year-old man died on Monday."
    (victim,) = read(text)
    assert (victim.age, victim.outcome) == (44, "killed")


def test_a_family_name_that_two_bear_makes_no_third_victim() -> None:
    text = "Jana Orel and Petr Orel were killed. Orel was killed at the mill."
    assert name_all(text) == [["Jana Orel"], ["Petr Orel"]]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were killed.",
        "A person was shot.",
        "He died at the scene.",
        "Anna Velde was not hurt.",
        "They tried to kill Anna Velde.",
        "Anna Velde killed two men.",
    ],
)
def test_nobody_is_made_a_victim_whom_the_words_do_not_tell_of(text: str) -> None:
    assert read(text) == ()
