"""A phrase's members are all whom it joins, and none of its second names."""

import pytest

from firsthand.read.casualties import find_casualties
from firsthand.read.members import find_members, is_naming
from firsthand.text.parses import parse_text


def find(text: str, word: str) -> list[str]:
    doc = parse_text(text)
    head = next(token for token in doc if token.text == word)
    return [member.text for member in find_members(head)]


@pytest.mark.parametrize(
    ("text", "word", "members"),
    [
        (
            "It killed a woman, her husband and their children.",
            "woman",
            ["woman", "husband", "children"],
        ),
        ("Marek Dovin, a baker, and his son died.", "Dovin", ["Dovin", "son"]),
        ("Omar Haddad was killed with his two children.", "Haddad", ["Haddad", "children"]),
        ("Omar Haddad was killed with a knife.", "Haddad", ["Haddad"]),
    ],
)
def test_members_are_those_joined(text: str, word: str, members: list[str]) -> None:
    assert find(text, word) == members


def test_a_list_after_a_plural_names_those_counted() -> None:
    doc = parse_text("Two brothers, Adam and Emil, were killed.")
    naming = [token.text for token in doc if token.pos_ == "PROPN" and is_naming(token)]
    assert naming == ["Adam", "Emil"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jan Orel, his wife and two sons were killed.", ["Jan Orel", "his wife", "two sons"]),
        ("Police named Alex Orel, a neighbor and close friend, who was killed.", ["Alex Orel"]),
        ("Ana Orel, his wife, was killed.", ["Ana Orel"]),
    ],
)
def test_a_description_adds_nobody(text: str, told: list[str]) -> None:
    counts = find_casualties(parse_text(text), "r")
    assert [count.text for count in counts] == told
