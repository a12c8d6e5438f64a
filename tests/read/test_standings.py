"""Standings tell how a speaker stands to an event, if the text says it."""

import pytest

from firsthand.lexicon.tables import load_table
from firsthand.read.actors import find_actors, resolve_span
from firsthand.read.standings import judge_standing
from firsthand.text.parses import parse_text


def judge(text: str, words: str) -> tuple[str | None, bool | None]:
    doc = parse_text(text)
    cast = find_actors(doc, "r1")
    start = text.index(words)
    mention = resolve_span(cast, start, start + len(words))
    return judge_standing(doc, start, start + len(words), mention, cast)


@pytest.mark.parametrize(
    ("text", "words", "standing"),
    [
        ("A witness said that it burned.", "A witness", "witness"),
        ("The minister said that it burned.", "The minister", "official"),
        ("A nurse said that it burned.", "A nurse", "medical"),
        ("His widow said that it burned.", "His widow", "relative"),
        ("A survivor said that it burned.", "A survivor", "victim"),
        ("Sources said that it burned.", "Sources", "unnamed"),
        ("Reports said that it burned.", "Reports", "unnamed"),
        ("Newspaper reports said that it burned.", "Newspaper reports", "outlet"),
        ("Ilmar Dovan said that it burned.", "Ilmar Dovan", None),
    ],
)
def test_the_words_for_a_speaker_give_the_standing(
    text: str, words: str, standing: str | None
) -> None:
    assert judge(text, words)[0] == standing


@pytest.mark.parametrize(
    ("text", "words", "firsthand"),
    [
        ("“We saw the soldiers,” said Ilmar Dovan.", "Ilmar Dovan", True),
        ("An eyewitness said that it burned.", "An eyewitness", True),
        ("Ilmar Dovan, who was not there, said that it burned.", "Ilmar Dovan", False),
        ("Ilmar Dovan said that it burned.", "Ilmar Dovan", None),
    ],
)
def test_first_hand_is_what_the_text_says(text: str, words: str, firsthand: bool | None) -> None:
    assert judge(text, words)[1] is firsthand


def test_every_word_has_one_standing() -> None:
    words = [row["word"] for row in load_table("standings")]
    assert len(words) == len(set(words))
