"""Genres show in a title or a form, or not at all."""

import pytest

from firsthand.read.genres import find_genre
from firsthand.text.parses import parse_text

PLEAS = "We must end this shameful silence! Why does the world wait? " * 4


SIGNED = (
    "A road to nowhere\n\nMira Sollen\n\nSoldiers burned the market in May. It is a shameful "
    "deed. They left the town on Monday. Nine people died there in June. The road was closed "
    "in June. The convoy came to the town in July. It left the town in August. "
    "Nothing is ever really done about it. The market was built in March."
    "\n\nMira Sollen is a teacher in Oster."
)


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
        (SIGNED, None, "opinion"),
        (SIGNED.replace("Mira Sollen is", "Ilmar Dovan is"), None, None),
        ("Nine people died.", None, None),
    ],
)
def test_a_genre_shows_or_not(text: str, title: str | None, genre: str | None) -> None:
    assert find_genre(parse_text(text), title) == genre
