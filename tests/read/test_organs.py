"""A bare organ is that of the only body whose organ was named, and never the body itself."""

from firsthand.read.actors import find_actors, resolve_span
from firsthand.read.organs import find_organs
from firsthand.text.parses import parse_text

COUNCIL = "The military council of the Upland Front met. The council said that six died."


def find_names(text: str) -> list[tuple[str, str]]:
    doc = parse_text(text)
    actors = find_actors(doc, "r-1").actors
    names = {actor.id: actor.name for actor in actors}
    return [(text[item.start : item.end], names[item.actor]) for item in find_organs(doc, actors)]


def test_the_council_is_that_of_the_body_named_before() -> None:
    assert find_names(COUNCIL) == [("The council", "Upland Front")]


def test_an_organ_speaks_for_a_body_and_is_not_the_body() -> None:
    cast = find_actors(parse_text(COUNCIL), "r-1")
    start = COUNCIL.index("The council")
    assert resolve_span(cast, start, start + len("The council")) is None
    names = {actor.id: actor.name for actor in cast.actors}
    organs = [names[item.actor] for item in cast.mentions if item.start == start]
    assert organs == ["Upland Front"]


def test_of_two_bodies_with_a_council_nobody_is_chosen() -> None:
    text = f"The council of the Lowland Front met. {COUNCIL}"
    assert find_names(text) == []


def test_members_and_supporters_are_no_organ() -> None:
    assert find_names("Supporters of the Upland Front met. The supporters sang.") == []
