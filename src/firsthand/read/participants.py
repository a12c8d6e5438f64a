"""Participants: agents, targets and instruments of acts in the words of the report."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.model.acts import Confidence, Participant
from firsthand.model.spans import Part
from firsthand.text.clauses import trim_part
from firsthand.text.parses import get_text

# Words that stand for nobody, or that only fill the place of a subject.
_NOBODY = frozenset(
    {"nobody", "none", "nothing", "it", "there", "no", "itself", "himself", "herself"}
    | {"who", "whoever", "whom", "what", "whatever"}
    | {"themselves", "incident", "point", "moment", "time", "least", "end"}
)
_SUSPECTED = frozenset({"suspected", "alleged", "presumed", "apparent", "supposed"})
_ABUSE = frozenset(
    """
    madman lunatic maniac psychopath monster butcher savage thug beast devil fiend coward scum
    barbarian animal brute
    """.split()
)
_RELATIVES = frozenset({"which", "that"})
_STAND_INS = frozenset(
    {"name", "list", "photo", "image", "body", "corpse", "remains", "front", "entrance"}
    | {"section", "stretch", "vicinity"}
)
_LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "case"}
)


def name_participant(
    head: Token, confidence: Confidence | None = None, by: str | None = None
) -> Participant | None:
    """Name who or what stands at a noun; None where the word names nobody."""
    if head.lower_ in _NOBODY or (head.lower_ == "one" and _has_no(head)):
        return None
    if head.ent_type_ in ("DATE", "TIME") or _is_abuse(head):
        return None
    if head.lower_ in _RELATIVES:
        return None
    head = _inner(head)
    if confidence is not None and is_suspected(head):
        confidence = "suspected"
    start, end = noun_part(head)
    text = get_text(head.doc)[start:end]
    return Participant(text=text, start=start, end=end, confidence=confidence, by=by)


def noun_part(head: Token) -> Part:
    """Return the words of a noun phrase without relative clauses and loose attachments."""
    tokens = _drop_glosses(sorted(_phrase(head), key=lambda token: token.i), head)
    if len(tokens) > 1 and tokens[0].lower_ == "no":
        tokens = tokens[1:]
    last = tokens[-1]
    return trim_part((tokens[0].idx, last.idx + len(last)), get_text(head.doc))


def is_suspected(head: Token) -> bool:
    """Tell whether a noun is only suspected to be what it is called: "suspected militants"."""
    return any(child.lower_ in _SUSPECTED for child in head.lefts)


def _inner(head: Token) -> Token:
    """Return whom a list or a name stands for: "the names of the villagers killed"."""
    if head.lemma_ not in _STAND_INS:
        return head
    inner = (word for child in head.rights if child.lower_ == "of" for word in child.rights)
    return next((word for word in inner if word.dep_ == "pobj"), head)


def _phrase(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.i < head.i and child.dep_ in _LEFT and not _is_date(child, head):
            yield from child.subtree
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i == head.i + 1:
            # "convicted the officer of killing": what follows is what he did.
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield child
                    yield from _phrase(inner)


def _drop_glosses(tokens: list[Token], head: Token) -> list[Token]:
    """Leave out words before a bracket that only ends there: an editor's note is nobody's name."""
    ends = [place for place, token in enumerate(tokens) if token.text == "]" and token.i < head.i]
    opened = any(token.text == "[" for token in tokens)
    return tokens if opened or not ends else tokens[ends[-1] + 1 :]


def _is_abuse(head: Token) -> bool:
    """Tell whether a noun only abuses somebody whom it does not name: "a raging madman"."""
    abused = head.lemma_.casefold() in _ABUSE
    return abused and any(child.lower_ in ("a", "an", "some", "this") for child in head.lefts)


def _has_no(head: Token) -> bool:
    return any(child.lower_ == "no" for child in head.children)


def _is_date(child: Token, head: Token) -> bool:
    """Tell whether a number before a noun is the year of a date that stands before it."""
    return child.ent_type_ in ("DATE", "TIME") and head.ent_type_ == "" and child.dep_ == "nummod"
