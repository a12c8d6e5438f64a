"""The edges of a name are found where the model sees it too wide."""

import pytest
from spacy.tokens import Span

from firsthand.read.edges import find_edges, is_leading
from firsthand.text.parses import parse_text


@pytest.mark.parametrize(
    ("text", "first", "last", "label", "name"),
    [
        ("It was the Lantern Movement’s.", 2, 6, "ORG", "Lantern Movement"),
        ("The Middle East Orlan Vesk left.", 1, 5, "PERSON", "Orlan Vesk"),
        ("He read Near Lantern Watch daily.", 2, 5, "ORG", "Near Lantern Watch"),
        ("The Lantern Bureau at Belmuro College.", 1, 6, "ORG", "Lantern Bureau"),
    ],
)
def test_a_name_has_its_edges(text: str, first: int, last: int, label: str, name: str) -> None:
    doc = parse_text(text)
    start, end = find_edges(Span(doc, first, last, label=label))
    assert doc[start:end].text == name


def test_a_leading_word_is_part_of_a_name_only_inside_a_sentence() -> None:
    doc = parse_text("Near Belmuro, the director of Near Lantern Watch fell.")
    assert is_leading(doc[0])
    assert not is_leading(doc[6])
