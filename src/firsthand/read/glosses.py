"""Glosses: what stands at the end of somebody's words, and is the author's or another's."""

from collections.abc import Sequence

from spacy.tokens import Token

from firsthand.read.countings import drop_own_countings
from firsthand.read.frames import find_frames

# "He mentioned that X would stay away, essentially leaving Y alone": the author draws the sum.
_GLOSSING = frozenset({"essentially", "effectively", "basically", "virtually"})


def drop_glosses(words: Sequence[Token]) -> list[Token]:
    """Return words without what the author adds to them, or sets against them from others."""
    words = drop_own_countings(words)
    ends = (word for word in words if _is_gloss(word) or _is_of_others(word) or _goes_back(word))
    glosses = {token.i for word in ends for token in word.subtree}
    return [word for word in words if word.i not in glosses]


def _is_gloss(verb: Token) -> bool:
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl", "conj"):
        return False
    opening = verb.left_edge
    after_comma = opening.i > 0 and opening.nbor(-1).text == ","
    return after_comma and any(child.lower_ in _GLOSSING for child in verb.lefts)


def _is_of_others(verb: Token) -> bool:
    """Tell "X said the dead were rebels, while residents said they were traders"."""
    if verb.dep_ != "advcl" or not _says(verb) or not _stands_after(verb, ","):
        return False
    opened = any(child.lower_ in ("while", "whereas") for child in verb.lefts)
    return opened and any(
        child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN") for child in verb.lefts
    )


def _goes_back(verb: Token) -> bool:
    """Tell "X dismissed claims that Y lied — saying that Z", where X says that Z."""
    return (
        verb.dep_ == "advcl" and verb.tag_ == "VBG" and _stands_after(verb, "—–--") and _says(verb)
    )


def _stands_after(verb: Token, marks: str) -> bool:
    opening = verb.left_edge
    return opening.i > 0 and opening.nbor(-1).text in marks


def _says(verb: Token) -> bool:
    return any(frame.kind in ("say", "claim", "deny") for frame in find_frames(verb))
