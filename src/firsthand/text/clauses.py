"""Clauses: the shortest stretch of a sentence that says one thing whole."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.model.spans import Part, join_parts
from firsthand.text.parses import get_text

# Arcs by which a verb starts a clause of its own (spaCy's English labels, after ClearNLP).
CLAUSE_ARCS = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "pcomp"}
)
SUBJECT_ARCS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_BORDERS = frozenset("“”\"'‘’,;:.–—-() \n\t")


def find_clause(token: Token) -> Token:
    """Return the head of the smallest clause that a word belongs to."""
    for candidate in _climb(token):
        if candidate.pos_ in ("VERB", "AUX") and candidate.dep_ in CLAUSE_ARCS:
            return candidate
    return token.sent.root


def find_subject(verb: Token) -> Token | None:
    """Return the subject of a verb, shared with the verb it is joined to if it has none."""
    own = next((child for child in verb.children if child.dep_ in SUBJECT_ARCS), None)
    if own is not None:
        return own
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return find_subject(verb.head)
    return None


def clause_parts(head: Token) -> tuple[Part, ...]:
    """Return the words of a clause: its subtree without joined clauses, with a shared subject."""
    tokens = list(_own_tokens(head))
    subject = find_subject(head)
    if subject is not None and subject not in tokens:
        tokens.extend(_own_tokens(subject))
    return tokens_to_parts(tokens)


def phrase_parts(head: Token) -> tuple[Part, ...]:
    """Return the words of a phrase: its subtree without joined phrases."""
    return tokens_to_parts(list(_own_tokens(head)))


def tokens_to_parts(tokens: list[Token]) -> tuple[Part, ...]:
    """Turn tokens into parts of the text, without the punctuation at their borders."""
    if not tokens:
        return ()
    text = get_text(tokens[0].doc)
    parts = join_parts(((token.idx, token.idx + len(token)) for token in tokens), text)
    trimmed = (trim_part(part, text) for part in parts)
    return tuple(part for part in trimmed if part[0] < part[1])


def trim_part(part: Part, text: str) -> Part:
    """Drop blanks and punctuation at both ends of a part."""
    start, end = part
    while start < end and text[start] in _BORDERS:
        start += 1
    while start < end and text[end - 1] in _BORDERS:
        end -= 1
    return start, end


def _own_tokens(head: Token) -> Iterator[Token]:
    """Walk the subtree of a head, leaving out what is only joined to it by "and" or "but"."""
    for child in head.lefts:
        if not _is_joined(child, head):
            yield from child.subtree
    yield head
    joined = False
    for child in head.rights:
        joined = joined or _is_joined(child, head)
        if not joined and child.dep_ != "cc":
            yield from child.subtree


def _is_joined(child: Token, head: Token) -> bool:
    return child.dep_ == "conj" and (child.pos_ in ("VERB", "AUX")) == (
        head.pos_ in ("VERB", "AUX")
    )


def _climb(token: Token) -> Iterator[Token]:
    yield token
    yield from token.ancestors
