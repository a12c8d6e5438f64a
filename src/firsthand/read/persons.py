"""Persons: name, age, sex, role and relation of one person, from the words that describe them."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from spacy.tokens import Token

from firsthand.model.spans import Part
from firsthand.read.groups import KIN, is_named_person, is_person_word, is_title
from firsthand.read.tallies import find_phrase
from firsthand.text.numerals import NUMERAL_IN_WORDS, read_number
from firsthand.text.parses import get_text

Sex = Literal["female", "male"]

_FEMALE = (
    *("woman", "girl", "mother", "wife", "sister", "daughter", "grandmother", "granddaughter"),
    *("aunt", "niece", "female", "lady", "mom", "mum", "girlfriend", "widow", "schoolgirl"),
    *("policewoman", "stepmother", "stepdaughter", "nun", "mrs", "ms", "miss", "pregnant"),
)
_MALE = (
    *("man", "boy", "father", "husband", "brother", "son", "grandfather", "grandson", "uncle"),
    *("nephew", "male", "gentleman", "dad", "boyfriend", "widower", "schoolboy", "policeman"),
    *("stepfather", "stepson", "mr", "fireman", "fisherman", "gunman", "businessman"),
)
_SEX: dict[str, Sex] = {
    **dict.fromkeys(_FEMALE, "female"),
    **dict.fromkeys(_MALE, "male"),
}
# Words for people that tell no role.
_GENERIC = frozenset(
    [
        *("person", "people", "individual", "human", "man", "woman", "boy", "girl", "child", "kid"),
        *("baby", "infant", "toddler", "newborn", "teenager", "teen", "youth", "adult", "minor"),
        *("juvenile", "youngster", "victim", "casualty", "survivor", "other", "male", "female"),
        *("lady", "gentleman", "guy", "member", "elder", "martyr", "fatality", "one", "local"),
    ]
)
_AGE_AFTER = re.compile(
    r"^\s*(?:\(\s*(?:aged?\s+)?(\d{1,3})(?:\s+years?[\s-]+old)?\s*\)"
    r"|,?\s+(\d{1,3})[\s-]+years?[\s-]+old\b"
    r"|,\s*(?:aged?\s+)?(\d{1,3})\b(?!,\d)"
    r"(?=\s*[,.;)\]–—-]|\s+(?:years?|and|was|were|of|from|who)\b|\s*$))"
)
_AGE_INSIDE = re.compile(rf"\b(\d{{1,3}}|{NUMERAL_IN_WORDS})[\s-]+years?[\s-]+old\b", re.IGNORECASE)
_MONTHS_INSIDE = re.compile(r"\b[\w-]+[\s-](?:month|week|day)s?[\s-]old\b", re.IGNORECASE)
_IDENTIFYING = frozenset({"identify", "name", "call", "know"})


class Person(Struct, frozen=True, kw_only=True):
    """What the words say of one person: the span of the name, or of the description if none."""

    span: Part
    named: bool
    definite: bool
    age: int | None
    sex: Sex | None
    role: str | None
    relation: str | None


def describe_person(head: Token) -> Person:
    """Read a person from the head of the phrase that tells of them."""
    name = _find_name_token(head)
    words = list(_describing(head, name))
    lemmas = [word.lemma_.casefold().rstrip(".") for word in words]
    span = find_phrase(head) if name is None else _name_span(name)
    return Person(
        span=span,
        named=name is not None,
        definite=any(child.lower_ in ("the", "that", "this") for child in head.lefts),
        age=_find_age(head, name, span),
        sex=next((_SEX[lemma] for lemma in lemmas if lemma in _SEX), None),
        role=next((_name_role(word) for word in words if _is_role(word)), None),
        relation=next((lemma for lemma in lemmas if lemma in KIN - _GENERIC), None),
    )


def _find_name_token(head: Token) -> Token | None:
    """Find the name: the head itself, or what stands beside it: "the victim, Jana Orel"."""
    if is_named_person(head):
        return head
    for child in head.rights:
        if child.dep_ == "appos" and is_named_person(child):
            return child
        if child.dep_ in ("acl", "relcl") and child.lemma_ in _IDENTIFYING:
            for word in child.subtree:
                if word.i > child.i and is_named_person(word) and word.dep_ in ("pobj", "oprd"):
                    return word
    return None


def _describing(head: Token, name: Token | None) -> Iterator[Token]:
    """Walk the words that describe a person: the noun, what stands before it and beside it."""
    near = [head] if name is None or name == head else [head, name]
    for token in near:
        yield token
        yield from (c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod", "appos"))
        for child in token.rights:
            if child.dep_ == "appos" and child.pos_ == "NOUN" and not _is_owned(child):
                yield child
                yield from (c for c in child.lefts if c.dep_ in ("compound", "amod"))


def _is_owned(token: Token) -> bool:
    """Tell "her husband", who is another person, from "a nurse", who is the same one."""
    return any(child.tag_ == "PRP$" for child in token.children)


def _is_role(word: Token) -> bool:
    lemma = word.lemma_.casefold()
    if word.pos_ != "NOUN" or lemma in KIN or lemma in _GENERIC or lemma in ("old", "year"):
        return False
    return is_person_word(word)


def _name_role(word: Token) -> str:
    """Return the words of a role in the singular: "police officer"."""
    kinds = [c.text for c in word.lefts if c.dep_ == "compound" and c.pos_ == "NOUN"]
    return " ".join([*kinds, word.lemma_]).casefold()


def _name_span(name: Token) -> Part:
    """Return the run of a name's words: the tagger often takes a part of it for the whole."""
    doc, first, last = name.doc, name.i, name.i
    while first > 0 and _is_of_name(doc[first - 1]):
        first -= 1
    while last + 1 < len(doc) and _is_of_name(doc[last + 1]):
        last += 1
    while first < name.i and (doc[first].text == "-" or is_title(doc[first])):
        first += 1
    while last > name.i and doc[last].text == "-":
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _is_of_name(token: Token) -> bool:
    if token.text == "-" or token.lower_ in ("al", "el", "bin", "ibn", "van", "von", "de"):
        return not (token.text == "-" and token.whitespace_)
    return token.pos_ == "PROPN" and token.ent_type_ in ("", "PERSON") and token.text[0].isupper()


def _find_age(head: Token, name: Token | None, span: Part) -> int | None:
    """Find an age in the description or right after the name; months make it 0."""
    text = get_text(head.doc)
    places = [find_phrase(head), *(find_phrase(word) for word in _beside(head))]
    for start, end in places:
        if _MONTHS_INSIDE.search(text[start:end]):
            return 0
        match = _AGE_INSIDE.search(text[start:end])
        if match is not None:
            return read_number(match[1])
    ends = {span[1], head.idx + len(head)} if name is not None else {head.idx + len(head)}
    for end in sorted(ends, reverse=True):
        match = _AGE_AFTER.match(text[end : end + 26])
        if match is not None:
            return int(next(group for group in match.groups() if group))
    return None


def _beside(head: Token) -> Iterator[Token]:
    return (c for c in head.rights if c.dep_ == "appos" and not _is_owned(c))
