"""Parts told after a count take its outcome and are tied to it."""

import pytest

from firsthand.read.casualties import find_casualties
from firsthand.read.shares import find_shares
from firsthand.text.numbers import find_quantities
from firsthand.text.parses import parse_text


def test_a_part_without_a_word_of_harm_takes_that_of_its_whole() -> None:
    text = "The raid wounded 31 people, among them three nurses."
    doc = parse_text(text)
    whole, part = find_casualties(doc, "r")
    assert (part.outcome, part.text, part.part_of) == ("injured", "three nurses", whole.id)
    assert list(find_shares(doc, find_quantities(text), [])) == []


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed 31 people. Three nurses were killed in May.",
        "Two soldiers and four civilians were killed.",
        "The raid killed 31 people and wounded 40.",
    ],
)
def test_what_stands_beside_a_count_is_no_part_of_it(text: str) -> None:
    assert all(count.part_of is None for count in find_casualties(parse_text(text), "r"))


def test_a_list_of_parts_ends_where_the_clause_goes_on() -> None:
    text = "Nine people, including a nurse, were killed and 14 injured."
    counts = find_casualties(parse_text(text), "r")
    parts = [count.text for count in counts if count.part_of is not None]
    assert parts == ["a nurse"]


def test_an_upper_bound_above_the_whole_is_no_part_of_it() -> None:
    counts = find_casualties(
        parse_text(
            "At least 11 porters of Oster, including three women, and up to 30 people were killed."
        ),
        "r",
    )
    told = {count.text: count.part_of is not None for count in counts}
    assert told["up to 30 people"] is False
