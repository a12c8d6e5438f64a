"""Quotes are the quotations beside a saying, and tell how it is given."""

import pytest

from firsthand.read.quotes import (
    find_announced_content,
    find_content_before,
    find_quoted_content,
    judge_manner,
    widen_to_quotations,
)
from firsthand.text.parses import parse_text
from firsthand.text.quotations import find_quotations


def quote(text: str, parts: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in parts)


def test_quotations_are_taken_only_from_beside_a_saying() -> None:
    text = "“We fled.” That was in May. The road was long. “We hid,” she said."
    start = text.index("she said")
    near = find_quoted_content(parse_text(text), (start, start + 8), find_quotations(text))
    assert quote(text, near) == "We hid,"


def test_a_content_that_begins_in_a_quotation_goes_on_to_its_end() -> None:
    text = "He said “we fled. We hid.” Then he wept."
    begun = (text.index("we fled"), text.index("we fled") + 7)
    widened = widen_to_quotations([begun], find_quotations(text), [], text)
    assert quote(text, widened) == "we fled. We hid."


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("we fled", "indirect"),
        ("“we fled”", "direct"),
        ("that in May “we fled”", "mixed"),
    ],
)
def test_a_manner_tells_how_much_is_quoted(text: str, manner: str) -> None:
    parts = [(1, len(text) - 1)] if text[0] == "“" else [(0, len(text))]
    assert judge_manner(parts, find_quotations(text)) == manner


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("She added:\n\nThe road was closed. We hid.\n\nIt rained.", "The road was closed. We hid"),
        ("She left.", ""),
    ],
)
def test_a_colon_announces_the_next_paragraph(text: str, content: str) -> None:
    cue = next(token for token in parse_text(text) if token.pos_ == "VERB")
    assert quote(text, find_announced_content(cue)) == content


def test_so_says_gives_the_sentence_before() -> None:
    text = "It rained. The road was closed. So says the mayor."
    says = next(token for token in parse_text(text) if token.text == "says")
    assert quote(text, find_content_before(says)) == "The road was closed"
