"""A parse keeps the offsets of its text, whatever the parser was shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from firsthand.text import parses
from firsthand.text.parses import get_text, is_wrapped, parse_text, slice_text


def test_tokens_stand_where_the_text_has_them() -> None:
    text = "İki kişi — two people — were killed.\n\nNobody said who did it."
    doc = parse_text(text)
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_a_text_shown_in_another_case_is_quoted_as_it_is() -> None:
    doc = parse_text("TWO DIED", shown="Two died")
    assert slice_text(doc, 0, 3) == "TWO"
    assert get_text(doc) == "TWO DIED"


def test_what_is_shown_must_have_the_same_length() -> None:
    with pytest.raises(ValueError, match="characters"):
        parse_text("ß", shown="SS")


def test_a_paragraph_starts_a_sentence() -> None:
    doc = parse_text("Nine dead in the market\nShells fell on the town.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Nine dead in the market",
        "Shells fell on the town.",
    ]


def test_lines_broken_at_a_fixed_width_are_told_from_paragraphs() -> None:
    line = "the army has surrounded the town for three weeks and nobody can leave"
    assert is_wrapped("\n".join([line] * 5))
    assert not is_wrapped("One short line\n" + line * 3)


def test_a_long_text_is_read_in_pieces_without_losing_a_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parses, "PIECE_CHARACTERS", 40)
    text = "Two people were killed. " * 10
    doc = parse_text(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@settings(max_examples=25, deadline=None)
@given(some.text(max_size=60))
def test_any_text_can_be_parsed(text: str) -> None:
    assert get_text(parse_text(text)) == text
