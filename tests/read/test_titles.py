"""Titles and given names tell the sex of a person, nothing else does."""

import pytest

from firsthand.read.titles import read_sex, read_title
from firsthand.text.parses import parse_text


@pytest.mark.parametrize(
    ("text", "name", "title", "sex"),
    [
        ("Mrs Vesk left.", "Vesk", "mrs", "female"),
        ("Gen. Orlan Vesk left.", "Orlan Vesk", "gen", None),
        ("Maria Vesk left.", "Maria Vesk", "", "female"),
        ("Maria left.", "Maria", "", None),
    ],
)
def test_a_title_and_a_given_name_are_read(
    text: str, name: str, title: str, sex: str | None
) -> None:
    doc = parse_text(text)
    span = text.index(name), text.index(name) + len(name)
    assert read_title(doc, span) == title
    assert read_sex(doc, span) == sex
