"""Frames: the words by which somebody says something, and where its speaker stands."""

from functools import cache

from msgspec import Struct
from spacy.tokens import Token

from firsthand.lexicon.tables import load_table
from firsthand.model.attributions import Stance
from firsthand.text.clauses import find_subject

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADV": "adv"}
_NEGATIONS = frozenset({"not", "n't", "never"})


class Frame(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cue word: the family of its meaning, and what it does to what is said."""

    word: str
    pos: str
    kind: str
    stance: Stance


def find_frame(token: Token) -> Frame | None:
    """Return the frame of a word that may be a cue here, or None."""
    pos = _POS.get(token.pos_, "verb" if token.tag_.startswith("VB") else "")
    return _load_frames().get((token.lemma_.casefold(), pos))


def is_negated(token: Token) -> bool:
    """Tell whether a verb is negated in its own clause."""
    return any(child.dep_ == "neg" or child.lower_ in _NEGATIONS for child in token.children)


def is_passive_cue(verb: Token) -> bool:
    """Tell whether a verb of saying is passive: "was quoted", "is said to"."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def find_speaker(verb: Token) -> Token | None:
    """Return the head of a cue verb's speaker: its subject, or the agent of a passive."""
    if is_passive_cue(verb):
        return find_agent(verb)
    subject = find_subject(verb)
    if subject is not None and subject.dep_ in ("nsubj", "csubj"):
        return _step_over_relative(subject, verb)
    if verb.dep_ in ("acl", "advcl", "xcomp", "pcomp") and subject is None:
        head = verb.head
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.pos_ in ("NOUN", "PROPN"):
            return head
        return find_subject(head) if verb.dep_ in ("advcl", "xcomp") else None
    return None


def find_agent(verb: Token) -> Token | None:
    """Return the head of the words after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((token for token in child.children if token.dep_ == "pobj"), None)
    return None


def _step_over_relative(subject: Token, verb: Token) -> Token:
    """Return whom a relative pronoun stands for: "the minister, who said"."""
    if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    return subject


@cache
def _load_frames() -> dict[tuple[str, str], Frame]:
    return {
        (row["word"], row["pos"]): Frame(
            word=row["word"],
            pos=row["pos"],
            kind=row["kind"],
            stance=row["stance"],  # type: ignore[arg-type]  # checked by the table's test
        )
        for row in load_table("frames")
    }
