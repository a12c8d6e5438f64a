"""A verb's objects are found before it, after it and behind the verb it is joined to."""

import pytest
from spacy.tokens import Token

from firsthand.read.objects import (
    find_counter,
    find_governed,
    find_objects,
    find_passive_subject,
    find_shared_object,
    is_people,
)
from firsthand.text.parses import parse_text


def pick(text: str, word: str) -> Token:
    return next(token for token in parse_text(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "objects"),
    [
        ("The bomb killed two nurses.", "killed", ["nurses"]),
        (
            "Three soldiers, two officers and a child were killed.",
            "killed",
            ["soldiers", "officers"],
        ),
        ("Islam Velde, a nurse, was killed.", "killed", ["Velde"]),
    ],
)
def test_objects_and_passive_subjects_are_found(text: str, word: str, objects: list[str]) -> None:
    assert [token.text for token in find_objects(pick(text, word))] == objects


def test_verbs_in_a_row_share_their_object() -> None:
    shared = find_shared_object(pick("They came, killing and wounding many.", "killing"))
    assert shared is not None
    assert shared.text == "many"


def test_a_headline_drops_the_auxiliary() -> None:
    subject = find_passive_subject(pick("Three nurses killed in Oster", "killed"))
    assert subject is not None
    assert subject.text == "nurses"


def test_a_predicate_is_said_of_the_object_of_its_verb() -> None:
    governed = find_governed(pick("The clash left nine soldiers dead.", "dead"))
    assert governed is not None
    assert governed.text == "soldiers"


def test_another_may_hang_on_a_participle() -> None:
    counter = find_counter(pick("It left one man dead and another injured.", "injured"))
    assert counter is not None
    assert counter.text == "another"


def test_numbers_and_nouns_for_people_may_be_people() -> None:
    assert is_people(pick("Nine died.", "Nine"))
    assert is_people(pick("The nurse left.", "nurse"))
    assert not is_people(pick("The bridge fell.", "bridge"))
