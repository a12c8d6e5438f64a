"""Circumstances: which of the times or places of a sentence belongs to a claim."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from spacy.tokens import Doc, Token

from firsthand.lexicon.tables import load_words
from firsthand.model.places import Place
from firsthand.model.spans import Part, covers, overlap
from firsthand.model.times import TimeSpan
from firsthand.text.clauses import find_clause

Found = TypeVar("Found")

_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
_NOT_WHERE = frozenset({"by", "with", "between", "despite", "like", "as"})


def choose_time(
    doc: Doc, times: Sequence[TimeSpan], trigger: Part, told: Sequence[Part]
) -> TimeSpan | None:
    """Choose the time of the words at a trigger, or none if the sentence gives it to no one.

    `told` are the words that can say it: outside of what somebody is said to say stands when
    they spoke, not when it happened.
    """
    dated = [time for time in times if time.span is not None]
    return _choose(doc, dated, lambda time: time.span or (0, 0), trigger, told)


def choose_place(
    doc: Doc, places: Sequence[Place], trigger: Part, told: Sequence[Part]
) -> Place | None:
    """Choose the place of the words at a trigger, or none if the sentence gives it to no one."""
    where = [place for place in places if is_where(doc, (place.start, place.end))]
    return _choose(doc, where, lambda place: (place.start, place.end), trigger, told)


def is_where(doc: Doc, span: Part) -> bool:
    """Tell whether the name of a place says where: not "US forces", "Baghdad said", "by Iraq"."""
    token = _find_token(doc, span)
    if token.dep_ in _MODIFIERS:
        return token.head.lemma_.casefold() in load_words("place_words")
    if token.dep_ == "nsubj":
        return token.head.pos_ not in ("VERB", "AUX")
    if token.dep_ == "pobj":
        return token.head.lower_ not in _NOT_WHERE and token.head.dep_ != "agent"
    return True


def _choose(
    doc: Doc,
    found: Sequence[Found],
    locate: Callable[[Found], Part],
    trigger: Part,
    told: Sequence[Part],
) -> Found | None:
    """Prefer what hangs on the trigger, then its clause, then a lone finding of the sentence."""
    head = _find_token(doc, trigger)
    sentence = (head.sent.start_char, head.sent.end_char)
    near = [
        item for item in found if overlap(sentence, locate(item)) and covers(told, locate(item))
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
