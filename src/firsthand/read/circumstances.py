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
_DOERS = frozenset({"nsubj", "dep", "intj", "attr", "expl"})
_SEQUENCE = frozenset({"before", "after"})
_DAYS = frozenset({"day", "week", "month", "year", "decade"})
_NOT_WHERE = frozenset({"by", "with", "between", "despite", "like", "as", "against", "about"})
# With these what happened happened there: "abducted from X".
_AWAY = frozenset(
    """
    flee expel displace evict deport abduct kidnap take seize snatch drive disappear evacuate
    remove banish drag expulsion deportation displacement abduction evacuation disappearance
    """.split()
)


def choose_time(
    doc: Doc, times: Sequence[TimeSpan], trigger: Part, told: Sequence[Part]
) -> TimeSpan | None:
    """Choose the time of the words at a trigger, or none if the sentence gives it to no one.

    `told` are the words that can say it: outside of what somebody is said to say stands when
    they spoke, not when it happened.
    """
    sentence = find_sentence(doc, trigger)
    dated = [
        time
        for time in times
        if time.span is not None
        and not _only_lasts(time)
        and overlap(sentence, time.span)
        and covers(told, time.span)
        and not _is_set_apart(doc, time.span, trigger)
    ]
    found = _choose(doc, dated, lambda time: time.span or (0, 0), trigger)
    return dated[0] if found is None and len(dated) == 1 else found


def choose_place(
    doc: Doc, places: Sequence[Place], trigger: Part, told: Sequence[Part]
) -> Place | None:
    """Choose the place of the words at a trigger, or none if the sentence gives it to no one."""
    sentence = find_sentence(doc, trigger)
    near = [place for place in places if overlap(sentence, (place.start, place.end))]
    where = [place for place in near if is_where(doc, (place.start, place.end))]
    told_there = [place for place in where if covers(told, (place.start, place.end))]
    found = _choose(doc, told_there, lambda place: (place.start, place.end), trigger)
    if found is not None:
        return found
    # A country named anywhere in a sentence is rarely where it happened.
    lone = [place for place in told_there if place.precision != "country"]
    return lone[0] if len(told_there) == len(lone) == 1 else None


def find_sentence(doc: Doc, trigger: Part) -> Part:
    """Return the sentence that the words at a trigger stand in."""
    sentence = _find_token(doc, trigger).sent
    return sentence.start_char, sentence.end_char


def is_where(doc: Doc, span: Part) -> bool:
    """Tell whether the name of a place says where: not "US forces", "Baghdad said", "by Iraq"."""
    token = _find_token(doc, span)
    if token.dep_ in _MODIFIERS:
        return token.head.lemma_.casefold() in load_words("place_words")
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    if token.dep_ in _DOERS:
        return token.head.pos_ not in ("VERB", "AUX")
    if token.dep_ == "pobj":
        return _leads_where(token.head)
    return True


def _leads_where(preposition: Token) -> bool:
    """Tell whether a preposition leads to where it happened: "fired from X" did not hit X."""
    if preposition.lower_ in _NOT_WHERE or preposition.dep_ == "agent":
        return False
    above = preposition.head.lemma_.casefold()
    if preposition.lower_ == "of":
        return above != "direction"
    return preposition.lower_ != "from" or above in _AWAY


def _choose(
    doc: Doc, found: Sequence[Found], locate: Callable[[Found], Part], trigger: Part
) -> Found | None:
    """Prefer what hangs on the trigger, then its clause and those that tell the same event."""
    head = _find_token(doc, trigger)
    clause = find_clause(head)
    for token in (head, clause, *_find_companions(clause)):
        own = [item for item in found if _hangs_on(doc, locate(item), token)]
        if own:
            narrow = [item for item in own if not any(_holds(item, other) for other in own)]
            return min(narrow, key=lambda item: abs(locate(item)[0] - trigger[0]))
    return None


def _holds(wide: object, narrow: object) -> bool:
    """Tell whether a time lies within a wider one: "today carried out its third raid this year"."""
    if not isinstance(wide, TimeSpan) or not isinstance(narrow, TimeSpan):
        return False
    bounds = (wide.start, narrow.start, narrow.end, wide.end)
    if wide is narrow or None in bounds or bounds[0::3] == bounds[1:3]:
        return False
    return str(wide.start) <= str(narrow.start) and str(narrow.end) <= str(wide.end)


def _is_set_apart(doc: Doc, span: Part, trigger: Part) -> bool:
    """Tell whether words say how long it was to a time: "on 3 May, two days before shells fell"."""
    head = _find_token(doc, trigger)
    measured = (token for token in (head, *head.ancestors) if _is_measured(token))
    clause = next(measured, None)
    return clause is not None and not clause.is_ancestor(_find_token(doc, span))


def _is_measured(token: Token) -> bool:
    """Tell what opens with "two days before" or "a week after"."""
    opening = next((w for w in (token, *token.lefts) if w.lower_ in _SEQUENCE), None)
    return opening is not None and any(
        word.dep_ == "npadvmod" and word.lemma_.casefold() in _DAYS
        for word in (*token.lefts, *opening.lefts)
    )


def _only_lasts(time: TimeSpan) -> bool:
    """Tell whether words say how long or how often, not when: "for three weeks", "daily"."""
    return time.start is None and time.end is None and time.reason.startswith(("duration", "set"))


def _find_companions(clause: Token) -> list[Token]:
    """Find clauses that tell the same event: "died when shells fell", "came, killing two"."""
    found = [child for child in clause.children if _tells_same(child)]
    if _tells_same(clause):
        found.append(clause.head)
    joined = [child for child in clause.children if child.dep_ == "conj" and child.pos_ == "VERB"]
    if clause.dep_ == "conj" and clause.head.pos_ == "VERB":
        joined.append(clause.head)
    found.extend(above for verb in (clause, *joined) if (above := _find_main(verb)) is not None)
    for verb in joined:
        if _tells_same(verb):
            found.append(verb.head)
        found.extend((verb, *(child for child in verb.children if _tells_same(child))))
    return found


def _find_main(verb: Token) -> Token | None:
    """Find the clause above one after "as" that the parser takes for part of a noun phrase."""
    finite = verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBZ", "VBP")
    if not finite or verb.head.dep_ != "pobj" or verb.head.head.lower_ != "as":
        return None
    return verb.head.head.head


def _tells_same(clause: Token) -> bool:
    if clause.dep_ != "advcl" or clause.pos_ != "VERB":
        return False
    return clause.tag_ == "VBG" or any(child.lower_ in ("when", "as") for child in clause.lefts)


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
