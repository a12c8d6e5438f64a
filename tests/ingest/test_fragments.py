"""Pieces of HTML become plain text with their paragraphs."""

import pytest

from firsthand.ingest.fragments import read_fragment


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Nine <b>dead</b></p><p>in Belmuro</p>", "Nine dead\n\nin Belmuro"),
        ("one<br>two", "one\ntwo"),
        ("<script>x()</script>words<style>y</style>", "words"),
        ("plain & simple", "plain & simple"),
        ("<!-- hidden -->shown", "shown"),
        ("", ""),
        ("<p>a\nb</p>", "a b"),
    ],
)
def test_words_are_kept_and_markup_is_not(source: str, text: str) -> None:
    assert read_fragment(source) == text


def test_deep_nesting_ends() -> None:
    assert "words" in read_fragment("<b>" * 1_000 + "words")
