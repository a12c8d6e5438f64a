"""Quotations are found whatever their marks, and an odd mark spoils only its paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.quotations import LONGEST_QUOTATION, find_overlapping, find_quotations


def find(text: str) -> list[str]:
    return [text[item.start : item.end] for item in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said “we fled” twice.", ["we fled"]),
        ('She said "we fled" twice.', ["we fled"]),
        ("She said ''we don't know'' twice.", ["we don't know"]),
        ("She said «we fled» twice.", ["we fled"]),
        ("She said „we fled“ twice.", ["we fled"]),
        ("She said ‘we don’t know’ twice.", ["we don’t know"]),
        ("She said “he cried ‘we fled’ to me” twice.", ["he cried ‘we fled’ to me"]),
        ("The elders' road wasn't the army's.", []),
        ("It was 5'11\" long.", []),
    ],
)
def test_marks_come_in_pairs(text: str, words: list[str]) -> None:
    assert find(text) == words


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    assert find("“We fled.\n\n“We hid.” Then it rained.") == ["We fled.", "We hid."]


def test_an_odd_straight_mark_spoils_only_its_own_paragraph() -> None:
    assert find('A "b.\nShe said "we fled" twice.') == ["b.", "we fled"]


def test_no_quotation_is_longer_than_the_longest() -> None:
    (item,) = find_quotations("“" + "a" * (LONGEST_QUOTATION + 50))
    assert item.end - item.start == LONGEST_QUOTATION


def test_quotations_are_found_by_place() -> None:
    quotations = find_quotations("“a b” c “d e” f “g h”")
    assert find_overlapping(quotations, 8, 9) == [quotations[1]][:0]
    assert find_overlapping(quotations, 9, 10) == [quotations[1]]
    assert find_overlapping(quotations, 0, 30) == list(quotations)


@given(st.text(alphabet="ab “”„«»\"'‘’\n.", max_size=60))
def test_every_quotation_lies_inside_the_text_in_order(text: str) -> None:
    found = find_quotations(text)
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert list(found) == sorted(found, key=lambda item: (item.start, item.end))


def test_speech_inside_a_quotation_is_found() -> None:
    text = "\"He shouted, 'Go away,' and we ran,\" she said."
    assert [text[item.start : item.end] for item in find_quotations(text)] == [
        "He shouted, 'Go away,' and we ran,",
        "Go away,",
    ]
