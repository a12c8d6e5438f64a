"""A person's name, age, sex, role and relation are read from the words around."""

import pytest

from firsthand.read.persons import Person, describe_person
from firsthand.text.parses import parse_text


def describe(text: str, word: str) -> Person:
    return describe_person(next(token for token in parse_text(text) if token.text == word))


@pytest.mark.parametrize(
    ("text", "word", "age"),
    [
        ("Anna Velde, 25, was killed.", "Velde", 25),
        ("Anna Velde (25) was killed.", "Velde", 25),
        ("A 25-year-old man was killed.", "man", 25),
        ("A nine-year-old girl was killed.", "girl", 9),
        ("A six-month-old baby was killed.", "baby", 0),
        ("Islam Velde, a 33-year-old nurse, was killed.", "Velde", 33),
        ("A mother and 2 sons were killed.", "mother", None),
        ("A mother, 2 sons and a nurse were killed.", "mother", None),
    ],
)
def test_an_age_is_read_from_the_description_or_after_the_name(
    text: str, word: str, age: int | None
) -> None:
    assert describe(text, word).age == age


@pytest.mark.parametrize(
    ("text", "word", "sex", "role", "relation"),
    [
        ("A police officer was killed.", "officer", None, "police officer", None),
        ("His wife was killed.", "wife", "female", None, "wife"),
        ("Marek Dovin, a baker, was killed.", "Dovin", None, "baker", None),
        ("A pregnant teacher was killed.", "teacher", "female", "teacher", None),
        ("A boy was killed.", "boy", "male", None, None),
        ("It killed a woman, her husband and their children.", "woman", "female", None, None),
    ],
)
def test_sex_role_and_relation_are_those_of_the_words(
    text: str, word: str, sex: str | None, role: str | None, relation: str | None
) -> None:
    person = describe(text, word)
    assert (person.sex, person.role, person.relation) == (sex, role, relation)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Anna Velde was killed.", "Velde", "Anna Velde"),
        ("The victim, Anna Velde, died.", "victim", "Anna Velde"),
        ("His wife Rima Velde died.", "wife", "Rima Velde"),
    ],
)
def test_a_name_beside_a_description_is_taken(text: str, word: str, name: str) -> None:
    person = describe(text, word)
    assert person.named
    assert text[slice(*person.span)] == name
