"""Genres show in a title or a form, or not at all."""

import pytest

from firsthand.read.genres import find_genre
from firsthand.text.parses import parse_text

PLEAS = "We must end this shameful silence! Why does the world wait? " * 4


@pytest.mark.parametrize(
    ("text", "title", "genre"),
    [
        ("Nine people died.", "Correction: the road to Oster", "correction"),
        ("Nine people died.", "Opinion: the road to Oster", "opinion"),
        ("Nine people died.", "Interview with Mira Sollen", "interview"),
        ("STATEMENT\n\nNine people died.", None, "statement"),
        ("SUBJECT: THE ROAD\n\nNine people died.", None, "cable"),
        ("BELMURO, May 14 (Tavarra Wire) - Nine people died.", None, "news"),
        (PLEAS, None, "opinion"),
        ("Nine people died.", None, None),
    ],
)
def test_a_genre_shows_or_not(text: str, title: str | None, genre: str | None) -> None:
    assert find_genre(parse_text(text), title) == genre
