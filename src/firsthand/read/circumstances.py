"""Circumstances: which of the times or places of a sentence belongs to a claim."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from spacy.tokens import Doc, Token

from firsthand.model.places import Place
from firsthand.model.spans import Part, covers, overlap
from firsthand.model.times import TimeSpan
from firsthand.text.clauses import find_clause

Found = TypeVar("Found")


def choose_time(
    doc: Doc, times: Sequence[TimeSpan], trigger: Part, blocked: Sequence[Part]
) -> TimeSpan | None:
    """Choose the time of the words at a trigger, or none if the sentence gives it to no one."""
    dated = [time for time in times if time.span is not None]
    return _choose(doc, dated, lambda time: time.span or (0, 0), trigger, blocked)


def choose_place(
    doc: Doc, places: Sequence[Place], trigger: Part, blocked: Sequence[Part]
) -> Place | None:
    """Choose the place of the words at a trigger, or none if the sentence gives it to no one."""
    return _choose(doc, places, lambda place: (place.start, place.end), trigger, blocked)


def _choose(
    doc: Doc,
    found: Sequence[Found],
    locate: Callable[[Found], Part],
    trigger: Part,
    blocked: Sequence[Part],
) -> Found | None:
    """Prefer what hangs on the trigger, then its clause, then a lone finding of the sentence.

    `blocked` are words that belong to somebody's saying (speakers, cues): their times and places
    are the speaker's.
    """
    head = _find_token(doc, trigger)
    sentence = (head.sent.start_char, head.sent.end_char)
    near = [
        item
        for item in found
        if overlap(sentence, locate(item)) and not covers(blocked, locate(item))
    ]
    for token in (head, find_clause(head)):
        own = [item for item in near if _hangs_on(doc, locate(item), token)]
        if own:
            return min(own, key=lambda item: abs(locate(item)[0] - trigger[0]))
    return near[0] if len(near) == 1 else None


def _hangs_on(doc: Doc, span: Part, head: Token) -> bool:
    """Tell whether words hang on a head without a clause of their own in between."""
    token = _find_token(doc, span)
    if token == head:
        return True
    for ancestor in token.ancestors:
        if ancestor == head:
            return True
        if ancestor.dep_ in ("ccomp", "advcl", "relcl", "parataxis", "ROOT"):
            return False
    return False


def _find_token(doc: Doc, span: Part) -> Token:
    words = doc.char_span(*span, alignment_mode="expand")
    if words is None:
        raise ValueError(f"{span} lies outside a text of {len(doc.text)} characters")
    return words.root
