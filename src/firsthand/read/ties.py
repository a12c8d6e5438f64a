"""Ties: people bound to an act by another word than the one that says it."""

from collections.abc import Iterator
from typing import get_args

from msgspec import Struct, structs
from spacy.tokens import Token

from firsthand.lexicon.acts import Link, load_class, load_links
from firsthand.model.acts import Confidence
from firsthand.read.slots import find_slots, is_passive

_SLOT_OF_ARC = {"dobj": "obj", "nsubjpass": "obj", "nsubj": "subj", "xcomp": "xcomp"}
_SUSPICIONS = frozenset({"believe", "suspect", "think", "presume", "assume"})
_RAISING = _SUSPICIONS | {"say", "report", "allege", "appear", "seem", "claim", "know"}
_CONFIDENCES: dict[str, Confidence] = {name: name for name in get_args(Confidence)}


class Tie(Struct, frozen=True, kw_only=True):
    """Who does and suffers an act by another word, with who says so and how surely."""

    word: str
    agents: tuple[Token, ...] = ()
    targets: tuple[Token, ...] = ()
    by: Token | None = None
    confidence: Confidence | None = None
    light: bool = False


def find_ties(trigger: Token) -> Iterator[Tie]:
    """Find what the words around a trigger say of its participants, nearest first."""
    for child in trigger.children:
        if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB":
            yield from _read_links(child, "obj", None)
    yield from _read_raised(trigger)
    current = trigger
    for _ in range(3):
        step = _climb(current)
        if step is None:
            return
        governor, slot, via = step
        yield from _read_links(governor, slot, via)
        if slot == "xcomp" and governor.lemma_ in _SUSPICIONS:
            yield Tie(word=governor.lemma_, confidence="suspected")
        if governor.lemma_ not in load_links():
            return
        current = governor


def _read_raised(noun: Token) -> Iterator[Tie]:
    """Read who did it in "the strike is believed to have been carried out by the army"."""
    above = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or above.lemma_ not in _RAISING:
        return
    for verb in above.children:
        if verb.dep_ != "xcomp" or verb.pos_ != "VERB":
            continue
        for tie in _read_links(verb, "obj" if is_passive(verb) else "subj", None):
            suspected = above.lemma_ in _SUSPICIONS
            yield structs.replace(tie, confidence="suspected") if suspected else tie


def _climb(token: Token) -> tuple[Token, str, str | None] | None:
    """Return the verb above a word, the slot the word fills there, and a noun between them."""
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ in ("pobj", "pcomp"):
        preposition, governor = token.head, token.head.head
        if governor.pos_ == "NOUN" and governor.dep_ in ("dobj", "nsubjpass"):
            via = governor.lemma_ if governor.lemma_ in load_class("via") else None
            return governor.head, preposition.lower_, via
        return (governor, preposition.lower_, None) if governor.pos_ == "VERB" else None
    slot = _SLOT_OF_ARC.get(token.dep_)
    if slot is None or token.head.pos_ != "VERB":
        return None
    return token.head, slot, None


def _read_links(verb: Token, slot: str, via: str | None) -> Iterator[Tie]:
    for link in load_links().get(verb.lemma_.casefold(), ()):
        if slot in link.act and (via in link.via if link.via else via is None):
            yield _tie(verb, link)


def _tie(verb: Token, link: Link) -> Tie:
    slots = find_slots(verb)

    def fill(names: tuple[str, ...]) -> tuple[Token, ...]:
        return next((slots[name] for name in names if name in slots), ())

    return Tie(
        word=verb.lemma_,
        agents=fill(link.agent),
        targets=fill(link.target),
        by=next(iter(fill(link.by)), None),
        confidence=_CONFIDENCES.get(link.confidence or ""),
        light=link.light,
    )
