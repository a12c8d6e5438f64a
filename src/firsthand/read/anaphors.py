"""Anaphors: the day that "that morning" goes back to, of the times told before."""

from collections.abc import Sequence

from spacy.tokens import Doc

from firsthand.lexicon.acts import load_frames
from firsthand.text.clauses import find_clause
from firsthand.text.dates import TimeExpression
from firsthand.text.intervals import Interval

_BACK = frozenset({"that", "the same", "that same"})


def list_antecedents(
    doc: Doc, found: Sequence[tuple[TimeExpression, Interval]], expression: TimeExpression
) -> Sequence[tuple[TimeExpression, Interval]]:
    """List the times that an expression may go back to.

    What was done "that morning" goes back to the day of something done, not to the day between on
    which somebody came or spoke: "shelled on Monday. Observers came on Friday. They had been
    fired on that morning."
    """
    if expression.named not in _BACK or not says_act(doc, expression.start):
        return found
    acts = [item for item in found if says_act(doc, item[0].start)]
    return acts or found


def says_act(doc: Doc, start: int) -> bool:
    """Tell whether the clause at an offset is one of something done to people."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None:
        return False
    lemma = find_clause(span[0]).lemma_.casefold()
    return any(frame.type is not None for frame in load_frames().get((lemma, "verb"), ()))
