"""Organs: "the council" for "the military council of X": who speaks for a body named before."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from firsthand.model.actors import Actor, Mention
from firsthand.read.roles import BODIES, is_bare_definite

# Parts of a body that speak for it; its members and supporters do not.
_ORGANS = frozenset(
    """
    council command office wing leadership secretariat bureau committee headquarters board
    directorate presidency executive politburo
    """.split()
)


def find_organs(doc: Doc, actors: Sequence[Actor]) -> Iterator[Mention]:
    """Give a bare organ to the only body whose organ of that kind was named before.

    The organ speaks for the body and is not the body itself.
    """
    bodies = {
        (name.start, name.end): actor
        for actor in actors
        if actor.type in BODIES
        for name in actor.names
    }
    called: dict[str, list[Actor]] = {}
    for span, actor in sorted(bodies.items(), key=lambda item: item[0]):
        organ = _find_organ(doc, span)
        if organ is not None:
            called.setdefault(organ.lemma_, []).append(actor)
    for token in doc:
        owners = {actor.id: actor for actor in called.get(token.lemma_, ())}
        if len(owners) == 1 and is_bare_definite(token):
            (actor,) = owners.values()
            if any(start < token.idx for (start, _), own in bodies.items() if own == actor):
                yield Mention(
                    start=token.left_edge.idx,
                    end=token.idx + len(token),
                    actor=actor.id,
                    reason=f"“the {token.text}”: the only one named is that of {actor.name}",
                )


def _find_organ(doc: Doc, span: tuple[int, int]) -> Token | None:
    """Return the organ that words before a name say is its own: "the council of X"."""
    words = doc.char_span(*span, alignment_mode="expand")
    if words is None or words.root.dep_ not in ("pobj", "poss"):
        return None
    head = words.root.head if words.root.dep_ == "poss" else words.root.head.head
    joined = words.root.dep_ == "poss" or words.root.head.lower_ == "of"
    return head if joined and head.lemma_ in _ORGANS else None
