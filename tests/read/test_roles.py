"""A definite common noun means the only actor called so; in doubt it means nobody."""

from firsthand.model.actors import Actor
from firsthand.read.actors import find_actors
from firsthand.read.roles import BODIES, find_body, find_roles
from firsthand.text.parses import parse_text


def name_roles(text: str) -> list[tuple[str, str]]:
    doc = parse_text(text)
    actors = find_actors(doc, "r-1").actors
    known = {actor.id: actor for actor in actors}
    return [
        (text[item.start : item.end], known[item.actor].name) for item in find_roles(doc, actors)
    ]


def test_a_body_is_meant_by_the_last_word_of_its_name() -> None:
    text = "The Defence Ministry denied it. On Friday the ministry said that it would investigate."
    assert name_roles(text) == [("the ministry", "Defence Ministry")]


def test_a_person_is_meant_by_their_title() -> None:
    text = "General Pell Harrow spoke in Tavarra. The general said that the town would be cleared."
    assert name_roles(text) == [("The general", "Pell Harrow")]


def test_two_that_fit_leave_the_noun_open() -> None:
    text = "The Defence Ministry and the Health Ministry sent observers. The ministry said nothing."
    assert name_roles(text) == []


def test_a_noun_with_words_of_its_own_is_not_the_one_named() -> None:
    text = "The Defence Ministry denied it. The ministry of another country said it was true."
    assert name_roles(text) == []


def test_nobody_is_meant_before_they_are_named() -> None:
    assert name_roles("The ministry was silent. Then the Defence Ministry denied it.") == []


def test_a_speaker_speaks_for_the_one_body_named_in_their_words() -> None:
    doc = parse_text("A spokesman for the Defence Ministry said that four people had died.")
    cast = find_actors(doc, "r-1")
    bodies = {actor.id for actor in cast.actors if actor.type in BODIES}
    body = find_body((0, 36), cast.mentions, frozenset(bodies))
    assert _name(cast.actors, body) == "Defence Ministry"
    assert find_body((50, 70), cast.mentions, frozenset(bodies)) is None


def _name(actors: tuple[Actor, ...], wanted: str | None) -> str | None:
    return next((actor.name for actor in actors if actor.id == wanted), None)
