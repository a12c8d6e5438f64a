"""Mentions: the words of a report that name somebody, with the kind of actor they are."""

from functools import cache

from msgspec import Struct
from spacy.tokens import Doc, Span, Token

from firsthand.lexicon.tables import load_table, load_words
from firsthand.model.actors import ActorType
from firsthand.model.spans import Part
from firsthand.text.parses import slice_text

_LABELS: dict[str, ActorType] = {
    "PERSON": "person",
    "GPE": "state",
    "ORG": "organisation",
    "NORP": "group of people",
}


class Named(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name at [start, end) with the type its words or its label show."""

    text: str
    start: int
    end: int
    type: ActorType

    @property
    def span(self) -> Part:
        """The characters of the name."""
        return self.start, self.end


def find_names(doc: Doc) -> tuple[Named, ...]:
    """Find names of persons, states, forces, organisations, outlets and groups, in order."""
    found = [named for entity in doc.ents if (named := _read_entity(doc, entity)) is not None]
    taken = {position for named in found for position in range(named.start, named.end)}
    for token in doc:
        if token.idx in taken or token.pos_ != "PROPN":
            continue
        named = _read_loose(doc, token)
        if named is not None and named.start not in taken:
            found.append(named)
            taken.update(range(named.start, named.end))
    return tuple(sorted(found, key=lambda named: named.span))


def judge_type(words: str, label: str, before: str) -> ActorType:
    """Judge what kind of actor a name means: its own words first, then the model's label."""
    small = words.casefold().replace("’", "'").split()
    if before.casefold().rstrip(".") in load_words("person_titles"):
        return "person"
    for word in (small[-1], *small):
        if word in _load_types():
            return _load_types()[word]
    if small[-1] in load_words("outlet_words") or (
        len(small) == 1 and words.isupper() and small[0] in load_words("outlet_words")
    ):
        return "outlet"
    return _LABELS.get(label, "unknown")


def _read_entity(doc: Doc, entity: Span) -> Named | None:
    if entity.label_ not in (
        "PERSON",
        "ORG",
        "GPE",
        "NORP",
        "LAW",
        "FAC",
        "WORK_OF_ART",
        "PRODUCT",
    ):
        return None
    start, end = entity.start, entity.end
    while start < end and (
        doc[start].is_punct or doc[start].is_space or doc[start].lower_ in ("the", "a")
    ):
        start += 1
    while start < end and (
        doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].text in ("'s", "’s")
    ):
        end -= 1
    if start == end or not any(token.pos_ == "PROPN" for token in doc[start:end]):
        return None
    return _make_named(doc, start, end, entity.label_)


def _read_loose(doc: Doc, token: Token) -> Named | None:
    """Read a run of proper nouns that the model gave no label: names it does not know."""
    end = token.i + 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and not doc[end].ent_type_:
        end += 1
    words = doc[token.i : end]
    if token.ent_type_ or len(words.text) < 3 or words.text.casefold() in load_words("place_words"):
        return None
    return _make_named(doc, token.i, end, "")


def _make_named(doc: Doc, start: int, end: int, label: str) -> Named:
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    words = slice_text(doc, first, last)
    before = doc[start - 1].text if start > 0 else ""
    return Named(text=words, start=first, end=last, type=judge_type(words, label, before))


@cache
def _load_types() -> dict[str, ActorType]:
    return {row["word"]: row["type"] for row in load_table("actor_types")}  # type: ignore[misc]
