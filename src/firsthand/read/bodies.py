"""Bodies: forces and governments named by the adjective or the name of their country."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from firsthand.lexicon.countries import load_adjectives, load_countries
from firsthand.lexicon.keys import fold_name
from firsthand.read.kinds import AGAINST, Named, load_types, make_named

# Bodies of a state that reports name by its adjective: "Marenian forces", "the US military".
_TYPES = frozenset({"security force", "state"})
# "the forces of the north of X" is too far for a name.
_LONGEST_OF = 4


def read_bodies(doc: Doc) -> Iterator[Named]:
    """Read forces and governments: "Marenian forces", "X's army", "the government of X"."""
    for token in doc:
        if load_types().get(token.lower_) not in _TYPES or token.pos_ not in ("NOUN", "PROPN"):
            continue
        start, end = _find_first(token), token.i + 1
        if start == token.i:
            start = _find_owner_before(token)
        if start == token.i:
            end = _find_end_of_owner(token)
        if end - start > 1:
            yield make_named(doc, start, end, "ORG")


def _find_first(body: Token) -> int:
    """Find where a name of a body begins that has its country before it, else the body."""
    start = body.i
    while start > 0 and body.doc[start - 1].dep_ in ("amod", "compound", "nmod"):
        start -= 1
    while start < body.i and not _is_country(body.doc[start].text):
        start += 1
    return start


def _find_owner_before(body: Token) -> int:
    """Find where "X's army" begins; "X's opposition force" is not one of X."""
    if any(word.lower_ in AGAINST for word in body.lefts):
        return body.i
    owner = next((child for child in body.lefts if child.dep_ == "poss"), None)
    return owner.i if owner is not None and _is_country(owner.text) else body.i


def _find_end_of_owner(body: Token) -> int:
    """Find where "the government of X" ends, else the end of the body alone."""
    owners = (word for child in body.rights if child.lower_ == "of" for word in child.rights)
    owner = next(owners, None)
    near = owner is not None and owner.i - body.i < _LONGEST_OF
    return owner.i + 1 if owner is not None and near and _is_owner(body, owner) else body.i + 1


def _is_owner(body: Token, owner: Token) -> bool:
    """Tell whether a body "of" something is that of a state: "the Government of X" always is."""
    named = body.text[0].isupper() and owner.text[0].isupper() and owner.pos_ == "PROPN"
    return _is_country(owner.text) or (named and load_types()[body.lower_] == "state")


def _is_country(words: str) -> bool:
    return words in load_adjectives() or (
        words[0].isupper() and fold_name(words) in load_countries()
    )
