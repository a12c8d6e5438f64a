"""Glosses: the author's own words at the end of what somebody is said to say."""

from collections.abc import Sequence

from spacy.tokens import Token

# "He mentioned that X would stay away, essentially leaving Y alone": the author draws the sum.
_GLOSSING = frozenset({"essentially", "effectively", "basically", "virtually"})


def drop_glosses(words: Sequence[Token]) -> list[Token]:
    """Return words without the participles by which the author sums up what they come to."""
    glosses = {token.i for word in words if _is_gloss(word) for token in word.subtree}
    return [word for word in words if word.i not in glosses]


def _is_gloss(verb: Token) -> bool:
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl", "conj"):
        return False
    opening = verb.left_edge
    after_comma = opening.i > 0 and opening.nbor(-1).text == ","
    return after_comma and any(child.lower_ in _GLOSSING for child in verb.lefts)
