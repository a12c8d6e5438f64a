"""Frames: the words by which somebody says something, and where its content stands."""

from functools import cache

from msgspec import Struct
from spacy.tokens import Token

from firsthand.lexicon.tables import load_table
from firsthand.model.attributions import Stance

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADV": "adv", "ADJ": "adj"}
_FAILING = frozenset({"fail", "refuse", "decline"})
_NEGATIONS = frozenset({"not", "n't", "never"})


class Frame(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cue word: the family of its meaning, and what it does to what is said.

    `takes` names the places where its content may stand: a clause, an action ("to go", "going"),
    an object, a quotation, "as", or the words after a preposition.
    """

    word: str
    pos: str
    kind: str
    stance: Stance
    takes: frozenset[str]


def find_frames(token: Token) -> tuple[Frame, ...]:
    """Return the frames of a word that may be a cue here, in the order they are tried."""
    if token.dep_ in ("acomp", "amod") or token.pos_ == "ADJ":
        return _load_frames().get((token.lower_, "adj"), ())
    pos = _POS.get(token.pos_, "verb" if token.tag_.startswith("VB") else "")
    if pos == "noun" and _governs_as_verb(token):
        pos = "verb"
    frames = _load_frames()
    lemma = token.lemma_.casefold()
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), None)
    if particle is not None and (f"{lemma} {particle}", pos) in frames:
        return frames[f"{lemma} {particle}", pos]
    # The lemmatiser takes "hoped" for a form of "hop".
    found = frames.get((lemma, pos)) or frames.get((f"{lemma}e", pos)) or ()
    if token.tag_ == "VBN":
        found += frames.get((token.lower_, "adj"), ())
    return found


def is_negated(token: Token) -> bool:
    """Tell whether a word is negated in its own clause: "did not say", "was unable to say"."""
    holder = token.head if token.dep_ == "acomp" else token
    if _has_negation(holder):
        return True
    if token.dep_ != "xcomp":
        return False
    governor = token.head
    if governor.lower_ == "able":
        return _has_negation(governor) or _has_negation(governor.head)
    return governor.lower_ == "unable" or governor.lemma_ in _FAILING


def _has_negation(token: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in _NEGATIONS for child in token.children)


def _governs_as_verb(token: Token) -> bool:
    """Tell a verb the tagger took for a noun: "sources inside the town report that it fell"."""
    subject = any(child.dep_ == "nsubj" and child.i < token.i for child in token.lefts)
    clause = any(child.dep_ == "ccomp" and child.i > token.i for child in token.rights)
    return subject and clause


def is_passive_cue(verb: Token) -> bool:
    """Tell whether a verb of saying is passive: "was quoted", "is said to"."""
    return any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in verb.children)


@cache
def _load_frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    frames: dict[tuple[str, str], tuple[Frame, ...]] = {}
    for row in load_table("frames"):
        frame = Frame(
            word=row["word"],
            pos=row["pos"],
            kind=row["kind"],
            stance=row["stance"],  # type: ignore[arg-type]  # checked by the table's test
            takes=frozenset(row["takes"].split()),
        )
        key = (frame.word, frame.pos)
        frames[key] = (*frames.get(key, ()), frame)
    return frames
