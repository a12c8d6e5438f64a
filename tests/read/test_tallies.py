"""A phrase tells how many people it means, by a number or by its words."""

import pytest

from firsthand.read.tallies import count_phrase, find_counted
from firsthand.text.numbers import find_quantities
from firsthand.text.parses import parse_text


def count(text: str, word: str, *, real: bool = True) -> tuple[int | None, int | None] | None:
    doc = parse_text(text)
    head = next(token for token in doc if token.text == word)
    tally = count_phrase(head, find_quantities(text), real=real)
    return None if tally is None else (tally.quantity.low, tally.quantity.high)


@pytest.mark.parametrize(
    ("text", "word", "bounds"),
    [
        ("Twelve villagers died.", "villagers", (12, 12)),
        ("Dozens of villagers died.", "Dozens", (12, None)),
        ("A family of five died.", "family", (5, 5)),
        ("A farmer died.", "farmer", (1, 1)),
        ("Farmers died.", "Farmers", (2, None)),
        ("The farmers died.", "farmers", None),
        ("The police left.", "police", None),
        ("Twenty sheep died.", "sheep", None),
        ("They died.", "They", None),
        ("She died.", "She", (1, 1)),
        ("A third was hurt.", "third", (1, 1)),
    ],
)
def test_a_phrase_is_counted(text: str, word: str, bounds: tuple[int, int | None] | None) -> None:
    assert count(text, word) == bounds


def test_without_a_number_nobody_is_counted_who_was_not_harmed() -> None:
    assert count("They tried to kill a farmer.", "farmer", real=False) is None
    assert count("They could kill ten farmers.", "farmers", real=False) == (10, 10)


def test_a_number_counts_the_noun_after_it() -> None:
    text = "All but two of the 30 miners died."
    noun = find_counted(parse_text(text), find_quantities(text)[0])
    assert noun is not None
    assert noun.text == "miners"
