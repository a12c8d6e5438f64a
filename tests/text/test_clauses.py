"""A clause is the shortest stretch of a sentence that says one thing whole."""

import pytest

from firsthand.model.spans import quote_parts
from firsthand.text.clauses import clause_parts, find_clause, find_subject, trim_part
from firsthand.text.parses import parse_text


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("Nine people died, and the army closed the road.", "died", "Nine people died"),
        (
            "Soldiers stormed the camp and killed nine people.",
            "killed",
            "Soldiers … killed nine people",
        ),
    ],
)
def test_a_clause_leaves_out_what_is_joined_to_it(text: str, word: str, clause: str) -> None:
    doc = parse_text(text)
    token = next(token for token in doc if token.text == word)
    assert quote_parts(text, clause_parts(find_clause(token))) == clause


def test_a_shared_subject_is_found() -> None:
    doc = parse_text("Soldiers stormed the camp and killed nine people.")
    subject = find_subject(next(token for token in doc if token.text == "killed"))
    assert subject is not None
    assert subject.text == "Soldiers"


def test_marks_at_the_borders_are_dropped() -> None:
    text = "“They fired,” "
    assert trim_part((0, len(text)), text) == (1, 11)
