"""Several texts parsed together give what each gives alone."""

import pytest

from firsthand.text.batches import parse_texts
from firsthand.text.parses import PIECE_CHARACTERS, get_text, parse_text

TEXTS = (
    "Nine people were killed in Belmuro, officials said.",
    "A shell struck the clinic.\n\nTwo nurses died of their wounds on Tuesday.",
    "Police arrested eleven students in the port of Ostrel.",
)


def test_parses_together_are_those_of_each_alone() -> None:
    for doc, text in zip(parse_texts(TEXTS), TEXTS, strict=True):
        alone = parse_text(text)
        assert get_text(doc) == text
        assert [(token.text, token.dep_, token.head.i) for token in doc] == [
            (token.text, token.dep_, token.head.i) for token in alone
        ]
        assert [ent.text for ent in doc.ents] == [ent.text for ent in alone.ents]


def test_a_text_shown_in_another_case_is_kept_as_it_is() -> None:
    (doc,) = parse_texts(["TWO DIED"], shown=["Two died"])
    assert get_text(doc) == "TWO DIED"


def test_what_is_shown_must_have_the_length_of_its_text() -> None:
    with pytest.raises(ValueError, match="length"):
        parse_texts(["ß"], shown=["SS"])


def test_no_texts_give_no_parses() -> None:
    assert parse_texts([]) == ()


def test_a_long_text_is_parsed_in_pieces() -> None:
    long = "Rain fell. " * (PIECE_CHARACTERS // 11 + 1)
    docs = parse_texts([long, TEXTS[0]])
    assert [get_text(doc) for doc in docs] == [long, TEXTS[0]]
