"""A report's actors have all their names, and words mean them only where they say so."""

import pytest

from firsthand.read.actors import Cast, find_actor_type, find_actors, resolve_span
from firsthand.text.parses import parse_text

TEXT = (
    "Martin Weller visited Peru. Weller asked for patience. "
    "Hundreds of Peruvian forces entered the valley, residents of Lima said. "
    "He left on Friday."
)


def read(text: str) -> Cast:
    return find_actors(parse_text(text), "r_test")


def resolve(text: str, words: str) -> str | None:
    cast = read(text)
    start = text.index(words)
    mention = resolve_span(cast, start, start + len(words))
    names = {actor.id: actor.name for actor in cast.actors}
    return None if mention is None else names[mention.actor]


def test_an_actor_has_all_its_names_where_they_stand() -> None:
    weller = next(actor for actor in read(TEXT).actors if actor.name == "Martin Weller")
    assert [TEXT[name.start : name.end] for name in weller.names] == ["Martin Weller", "Weller"]
    assert weller.type == "person"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (TEXT, "Hundreds of Peruvian forces", "Peruvian forces"),
        (TEXT, "residents of Lima", None),
        (
            "Members of the Free Lantern Movement fled.",
            "Members of the Free Lantern Movement",
            None,
        ),
        ("A spokesman for Martin Weller denied it.", "A spokesman for Martin Weller", None),
        (
            "US Trade Secretary Martin Weller denied it.",
            "US Trade Secretary Martin Weller",
            "Martin Weller",
        ),
        ("The US denied it.", "The US", "US"),
        ("Soldiers denied it.", "Soldiers", None),
    ],
)
def test_words_mean_an_actor_only_if_they_come_down_to_its_name(
    text: str, words: str, actor: str | None
) -> None:
    assert resolve(text, words) == actor


def test_a_pronoun_means_the_only_person_named_shortly_before() -> None:
    text = "Orlan Vesk came on Monday. He said soldiers fired."
    assert resolve(text, "He") == "Orlan Vesk"


def test_a_pronoun_between_two_people_stays_open() -> None:
    text = "Soldiers shot Orlan Vesk and Tavi Dunn. He was 30."
    assert resolve(text, "He") is None


def test_a_given_name_may_show_whom_a_pronoun_means() -> None:
    text = "Maria Dunn carried Orlan Vesk to the pier. She was 30."
    assert resolve(text, "She") == "Maria Dunn"


def test_father_and_son_of_one_name_are_two() -> None:
    cast = read("Orlan Vesk senior owned the mill. Orlan Vesk junior sold it.")
    assert len({actor.id for actor in cast.actors}) == 2


def test_a_state_is_shown_by_its_plain_name() -> None:
    cast = read("The Peruvian regime fired on them. Peru denied it.")
    assert [actor.name for actor in cast.actors] == ["Peru"]


def test_nobody_has_no_type() -> None:
    assert find_actor_type(read("Soldiers fired."), None) == "unknown"


def test_a_publisher_may_be_named_by_the_end_of_its_name() -> None:
    doc = parse_text("The Monitor had put the toll at 23.")
    (named,) = find_actors(doc, "r-1", publisher="Norvane Rights Monitor").actors
    assert (named.name, named.type) == ("Norvane Rights Monitor", "organisation")
    assert named.names[0].reason == "short for the publisher, “Norvane Rights Monitor”"
    (other,) = find_actors(doc, "r-1", publisher="Evening Post").actors
    assert other.name == "Monitor"
