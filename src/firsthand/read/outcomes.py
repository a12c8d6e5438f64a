"""Outcomes: the words that say people were harmed, and the words for whom."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from spacy.tokens import Doc, Token

from firsthand.lexicon.tables import load_table, load_words
from firsthand.model.casualties import Outcome, Status
from firsthand.text.clauses import find_subject

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


class Harm(Struct, frozen=True, kw_only=True):
    """A word of harm with the head of the words for whom it befell, if the tree tells."""

    token: Token
    outcome: Outcome
    harmed: tuple[Token, ...]
    pattern: str


def find_harms(doc: Doc) -> Iterator[Harm]:
    """Find each word of harm with those it befell, in the order of the text."""
    for token in doc:
        entry = _look_up(token)
        if entry is None:
            continue
        outcome, harmed = entry
        heads = tuple(_find_harmed(token, harmed))
        yield Harm(
            token=token, outcome=outcome, harmed=heads, pattern=f"{harmed} of {token.lemma_}"
        )


def is_person_word(token: Token) -> bool:
    """Tell whether a noun means people."""
    return token.lemma_.casefold() in _load_groups() or token.lower_ in _load_groups()


def find_status(head: Token) -> Status:
    """Return the status the words of a group state; unknown unless they say it."""
    words = [head, *head.lefts]
    for token in words:
        row = _load_groups().get(token.lemma_.casefold())
        if row is not None and row != "unknown":
            return row
        if token.lower_ == "civilian":
            return "civilian"
    return "unknown"


def _look_up(token: Token) -> tuple[Outcome, str] | None:
    lemma = token.lemma_.casefold()
    if token.lower_ in _load_states():
        if token.pos_ in ("VERB", "AUX") and (lemma, "verb") in _load_outcomes():
            return _load_outcomes()[lemma, "verb"]
        return _load_states()[token.lower_], "state"
    pos = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
    key = (lemma, pos.get(token.pos_, ""))
    if key in _load_outcomes():
        return _load_outcomes()[key]
    if token.tag_ in ("VBN", "VBD") and (lemma, "verb") in _load_outcomes():
        return _load_outcomes()[lemma, "verb"]
    return None


def _find_harmed(token: Token, harmed: str) -> Iterator[Token]:
    if harmed == "object":
        yield from _find_patient(token)
    elif harmed == "subject":
        subject = find_subject(token)
        if subject is not None:
            yield from _conjuncts(subject)
    elif harmed == "of":
        yield from _find_of(token)
    elif harmed == "count":
        yield token
    elif harmed == "state":
        yield from _find_stated(token)


def _find_patient(verb: Token) -> Iterator[Token]:
    """Find whom a verb is done to: its object, its passive subject, or the noun it describes."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "dative"):
            yield from _conjuncts(child)
            return
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN":
        yield from _conjuncts(verb.head)
        return
    if verb.dep_ == "conj" and verb.tag_ == "VBN":
        subject = find_subject(verb)
        if subject is not None and subject.dep_ == "nsubjpass":
            yield from _conjuncts(subject)
    elif verb.tag_ in ("VBN", "VBD") and not any(child.dep_ == "dobj" for child in verb.children):
        subject = find_subject(verb)
        if subject is not None and _is_reduced_passive(verb):
            yield from _conjuncts(subject)


def _is_reduced_passive(verb: Token) -> bool:
    """Tell "31 killed in shelling" from "soldiers killed": a number before, nothing after."""
    return verb.i > 0 and (verb.nbor(-1).like_num or is_person_word(verb.nbor(-1)))


def _find_of(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for object_ in child.children:
                if object_.dep_ == "pobj":
                    yield from _conjuncts(object_)
                    return
        if child.dep_ == "poss":
            yield child
            return
    if noun.tag_ in ("NNS", "NNPS"):
        yield noun


def _find_stated(token: Token) -> Iterator[Token]:
    """Find of whom a state is said: "31 dead", "31 people dead", "was dead"."""
    if token.dep_ in ("amod", "acl") and token.head.pos_ in ("NOUN", "PROPN", "NUM"):
        yield token.head
    elif token.dep_ in ("acomp", "oprd", "ROOT", "conj", "ccomp"):
        subject = find_subject(token) or find_subject(token.head)
        if subject is not None:
            yield from _conjuncts(subject)
    elif any(child.dep_ == "nummod" for child in token.children):
        yield token


def _conjuncts(head: Token) -> Iterator[Token]:
    yield head
    for token in head.conjuncts:
        if token.i > head.i and token.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
            yield token


@cache
def _load_outcomes() -> dict[tuple[str, str], tuple[Outcome, str]]:
    return {
        (row["word"], row["pos"]): (row["outcome"], row["harmed"])  # type: ignore[misc]
        for row in load_table("outcomes")
        if row["harmed"] != "none"
    }


@cache
def _load_states() -> dict[str, Outcome]:
    states: dict[str, Outcome] = {
        row["word"]: row["outcome"]  # type: ignore[misc]
        for row in load_table("outcomes")
        if row["harmed"] == "state"
    }
    return states


@cache
def _load_groups() -> dict[str, Status]:
    groups: dict[str, Status] = {
        row["word"]: row["status"]  # type: ignore[misc]
        for row in load_table("group_words")
    }
    return groups | dict.fromkeys(load_words("group_words") - set(groups), "unknown")
