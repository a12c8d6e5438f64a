"""Tallies: how many people the words of one phrase tell of."""

import re
from collections.abc import Sequence

from msgspec import Struct, structs
from spacy.tokens import Doc, Token

from firsthand.model.spans import Part
from firsthand.read.groups import (
    COLLECTIVES,
    COUPLES,
    ONE_PERSON,
    is_named_person,
    is_no_person,
    is_person_word,
)
from firsthand.text.numbers import Quantity
from firsthand.text.parses import get_text

_MASSES = frozenset({"police", "staff", "people", "personnel", "public", "military", "army"})
_STATES = frozenset({"dead", "wounded", "injured", "hurt", "missing", "displaced"})
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\b", re.IGNORECASE)
_POINTING = frozenset({"the", "these", "those", "all", "such", "which", "most", "other"})
_GENERAL = frozenset({"no", "any", "every", "each", "either", "neither", "whatever", "which"})


class Tally(Struct, frozen=True, kw_only=True):
    """A phrase counted: `quantity` spans the words of the count, `head` is the noun counted."""

    quantity: Quantity
    head: Token
    manner: str


def count_phrase(head: Token, quantities: Sequence[Quantity], *, real: bool = True) -> Tally | None:
    """Count a phrase by its number, else by its being one person, a couple or a plural.

    Where `real` is false, only a number counts: "tried to kill a man" tells of nobody killed.
    """
    if is_no_person(head):
        return None
    counted = _count_by_number(head, quantities)
    if counted is not None:
        return counted
    return _count_by_words(head) if real else None


def find_phrase(head: Token) -> Part:
    """Return the words of a phrase before and at its head."""
    lefts = [
        token
        for child in head.lefts
        if child.dep_ not in ("punct", "cc", "advmod", "mark", "aux", "auxpass", "expl")
        and child.pos_ != "VERB"
        for token in child.subtree
    ]
    return min((token.idx for token in lefts), default=head.idx), head.idx + len(head)


def _count_by_number(head: Token, quantities: Sequence[Quantity]) -> Tally | None:
    start, end = find_phrase(head)
    for quantity in quantities:
        if quantity.start >= end:
            break
        inside = quantity.start <= head.idx < quantity.end
        touching = _touches(get_text(head.doc), quantity, start)
        if not (inside or touching or start <= quantity.end - 1 < end):
            continue
        if not _belongs(quantity, head):
            continue
        noun = _find_noun(head, quantity) if inside else head
        if is_no_person(noun):
            return None
        shared = _OF_THEM.match(get_text(head.doc)[quantity.end : quantity.end + 10])
        end = quantity.end if noun.lower_ in _STATES else max(quantity.end, noun.idx + len(noun))
        end = quantity.end + shared.end() if shared else end
        counted = structs.replace(quantity, end=end)
        if noun.lemma_.casefold() in COLLECTIVES:
            # "two families were killed" does not say how many people.
            counted = structs.replace(counted, high=None, vague=True)
        return Tally(quantity=counted, head=noun, manner="")
    return _count_members(head, quantities)


def _touches(text: str, quantity: Quantity, start: int) -> bool:
    """Tell whether a phrase follows a number at once: "at least 8, and up to 15, people"."""
    between = text[quantity.end : start] if quantity.end <= start else None
    bracketed = "," in text[quantity.start : quantity.end]
    return between in ("", " ") or (between == ", " and bracketed)


def find_counted(doc: Doc, quantity: Quantity) -> Token | None:
    """Return the noun that a number counts in the tree, else the number's own head."""
    words = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if words is None:
        return None
    for number in reversed(list(words)):
        noun = number.head
        if number.dep_ in ("nummod", "quantmod", "amod", "det") and noun.idx >= quantity.end:
            return noun.head if _owns_one(noun, quantity) else noun
    # "between 15 and 40 civilians": the noun hangs on the preposition that opens the number.
    after = next((token for token in words.root.children if token.idx >= quantity.end), None)
    if after is not None and after.dep_ == "pobj" and after.pos_ == "NOUN":
        return after
    head: Token = words.root
    return None if is_named_person(head) else head


def _find_noun(head: Token, quantity: Quantity) -> Token:
    """Find whom a number alone counts: "dozens of people", "all but two of the 30 miners"."""
    for child in head.children:
        if child.lower_ != "of" or child.idx < quantity.start:
            continue
        noun = next((word for word in child.children if word.dep_ == "pobj"), None)
        if noun is not None:
            return noun
    counted = find_counted(head.doc, quantity)
    return head if counted is None or counted.idx < quantity.end else counted


def _belongs(quantity: Quantity, head: Token) -> bool:
    """Tell whether a quantity counts this head and not another noun on the way to it."""
    if quantity.start <= head.idx < quantity.end:
        return True
    words = head.doc.char_span(quantity.end, head.idx + len(head), alignment_mode="expand")
    if words is None or any(_is_break(token) for token in words):
        return False
    nouns = [token for token in words if token.pos_ == "NOUN" and token != head]
    # "two 10-year-old girls": the year measures the age.
    beside = ("compound", "nmod", "npadvmod")
    return all(
        token.dep_ in beside or token.lower_ == "total" or _owns_one(token, quantity)
        for token in nouns
    )


def _is_break(token: Token) -> bool:
    dash = token.text in ("-", "–", "—") and token.whitespace_ and token.nbor(-1).whitespace_
    return bool(dash) or token.text in (";", "(", ")", ":")


def _owns_one(token: Token, quantity: Quantity) -> bool:
    """Tell "two sheriff's deputies": two cannot count the one sheriff."""
    return token.dep_ == "poss" and token.tag_ in ("NN", "NNP") and quantity.low != 1


def _count_members(head: Token, quantities: Sequence[Quantity]) -> Tally | None:
    """Count "a family of five" and "a group of 12 tourists" by the number after the noun."""
    if head.lemma_.casefold() not in COLLECTIVES:
        return None
    number = next(
        (word for child in head.children if child.lower_ == "of" for word in child.children), None
    )
    if number is None:
        return None
    for quantity in quantities:
        within = head.idx < quantity.start and quantity.start < number.idx + len(number)
        if within and (number.idx < quantity.end or _belongs(quantity, number)):
            end = max(quantity.end, number.idx + len(number))
            whole = structs.replace(quantity, start=find_phrase(head)[0], end=end)
            return Tally(quantity=whole, head=head, manner="members of a group, ")
    return None


def _count_by_words(head: Token) -> Tally | None:
    low, high, manner = _judge_words(head)
    if low is None:
        return None
    start, end = find_phrase(head)
    quantity = Quantity(start=start, end=end, low=low, high=high, vague=high is None)
    return Tally(quantity=quantity, head=head, manner=manner)


def _judge_words(head: Token) -> tuple[int | None, int | None, str]:
    lemma = head.lemma_.casefold()
    if head.lower_ in ONE_PERSON:
        return 1, 1, "one person, "
    if head.lower_ == "both" or any(child.lower_ == "both" for child in head.lefts):
        return 2, 2, "both of two, "
    if lemma in COUPLES and is_person_word(head):
        return 2, 2, "a couple, "
    if _is_new_plural(head) or _is_new_group(head):
        return 2, None, "plural without a number, "
    if is_one_person(head):
        return 1, 1, "one person, "
    return None, None, ""


def _is_new_plural(head: Token) -> bool:
    """Tell a plural that brings people in from one that points back: "the victims", "those"."""
    if head.tag_ not in ("NNS", "NNPS") or not is_person_word(head):
        return False
    if head.lemma_.casefold() in _MASSES:
        return False
    if head.dep_ == "pobj" and head.head.head.lower_ in ("number", "toll", "rate", "count"):
        return False
    return not any(child.lower_ in _POINTING for child in head.lefts)


def _is_new_group(head: Token) -> bool:
    """Tell "a group of miners" and "a family", which are more than one, from "the group"."""
    if head.lemma_.casefold() not in COLLECTIVES or not any(
        c.lower_ in ("a", "an") for c in head.lefts
    ):
        return False
    named = (word for child in head.children if child.lower_ == "of" for word in child.children)
    return any(word.tag_ == "NNS" and is_person_word(word) for word in named)


def is_one_person(head: Token) -> bool:
    """Tell whether a phrase means one person: a name, "a man", "his wife", a headline's "Man"."""
    if head.pos_ == "PROPN" and not is_person_word(head):
        return is_named_person(head) and head.text[0].isalpha()
    lemma = head.lemma_.casefold()
    if head.lower_ == "one":
        return True
    if _is_ordinal(head):
        return True
    if _is_aged(head):
        return True
    if head.tag_ not in ("NN", "NNP") or lemma in _MASSES | COLLECTIVES or head.lower_ == "other":
        return False
    if not is_person_word(head) and lemma not in ("body", "corpse"):
        return False
    return not any(child.lower_ in _GENERAL for child in head.children)


def _is_aged(head: Token) -> bool:
    """Tell "a 16-year-old was hurt" by its article."""
    aged = head.lower_ == "old" and is_person_word(head)
    return aged and head.dep_ not in ("amod", "acomp", "compound", "advmod")


def _is_ordinal(head: Token) -> bool:
    """Tell "a third was wounded" from "a third of the men"."""
    ordinals = {"third", "fourth", "fifth", "sixth", "seventh", "eighth", "another"}
    return head.lower_ in ordinals and not any(child.lower_ == "of" for child in head.children)
