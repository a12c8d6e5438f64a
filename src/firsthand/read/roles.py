"""Roles: "the ministry", "the general": common nouns that mean an actor named in the report."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from firsthand.model.actors import Actor, Mention
from firsthand.model.indexes import SpanIndex, index_spans
from firsthand.model.spans import Part, contains, overlap

# Bodies that a common noun can stand for, and that others speak for.
BODIES = frozenset({"organisation", "security force", "armed organisation", "state", "outlet"})
_DEFINITE = frozenset({"the", "this", "that"})
_CLAUSES = frozenset({"relcl", "acl", "prep", "amod", "nummod", "compound", "poss", "nmod"})
# Words that name a body by what it is and also mean something else too often.
_TOO_COMMON = frozenset({"report", "state", "group", "party", "force", "news", "front", "watch"})


def find_roles(doc: Doc, actors: Sequence[Actor]) -> Iterator[Mention]:
    """Give a definite common noun to the only actor whose name or title has it: "the ministry".

    The actor must have been named before; where two fit, the noun means nobody for sure.
    """
    named = [(name.start, name.end) for actor in actors for name in actor.names]
    taken = index_spans(([part], part) for part in named)
    called: dict[str, list[Actor]] = {}
    for actor in actors:
        for title in set(_list_titles(doc, actor)):
            called.setdefault(title, []).append(actor)
    for token in doc:
        if not is_bare_definite(token) or _is_named((token.idx, _end(token)), taken):
            continue
        word = token.lemma_.casefold()
        fitting = [actor for actor in called.get(word, ()) if actor.names[0].start < token.idx]
        if len(fitting) == 1:
            yield Mention(
                start=min(child.idx for child in (token, *token.lefts)),
                end=_end(token),
                actor=fitting[0].id,
                reason=f"“the {token.text}”: the only one named so is {fitting[0].name}",
            )


def find_body(span: Part, mentions: Sequence[Mention], bodies: frozenset[str]) -> str | None:
    """Return for whom a speaker speaks: the one body named in the words for them."""
    inside = {
        item.actor
        for item in mentions
        if item.actor in bodies and contains(span, (item.start, item.end))
    }
    return inside.pop() if len(inside) == 1 else None


def is_bare_definite(token: Token) -> bool:
    """Tell whether a noun stands with nothing but its article."""
    if token.pos_ not in ("NOUN", "PROPN") or token.tag_ in ("NNS", "NNPS"):
        return False
    if not any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in token.lefts):
        return False
    return not any(child.dep_ in _CLAUSES for child in token.children)


def _list_titles(doc: Doc, actor: Actor) -> Iterator[str]:
    """List the nouns an actor can be called by: the main word of a body, the title of a person."""
    if actor.type in BODIES:
        long = (name.text.split(" of ")[0] for name in actor.names if " " in name.text)
        yield from {words.split()[-1].casefold() for words in long} - _TOO_COMMON
        return
    if actor.type != "person":
        return
    for name in actor.names:
        words = doc.char_span(name.start, name.end, alignment_mode="expand")
        if words is not None:
            yield from _read_titles(words)


def _read_titles(name: Span) -> Iterator[str]:
    """Read "General X", "the director, X", "X, the director of Y"."""
    root = name.root
    if name.start > 0 and name[0].nbor(-1).pos_ in ("PROPN", "NOUN"):
        yield name[0].nbor(-1).lower_
    for child in root.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            yield child.lemma_.casefold()
    if root.dep_ == "appos" and root.head.pos_ == "NOUN":
        yield root.head.lemma_.casefold()


def _is_named(span: Part, taken: SpanIndex[Part]) -> bool:
    return any(overlap(span, part) for part in taken.near(span))


def _end(token: Token) -> int:
    return token.idx + len(token)
