"""Toponyms: the words of a report that name places."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from firsthand.lexicon.sites import Site
from firsthand.lexicon.tables import load_words
from firsthand.model.spans import Part, overlap
from firsthand.text.parses import get_text

_PLACE_LABELS = ("GPE", "LOC", "FAC")
# Labels that the model often gives to bare names of places; the words before decide.
_DOUBTED_LABELS = ("PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "")
_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "around", "inside", "throughout"})
_SETTLEMENTS = frozenset({"town", "city", "village", "district", "province", "port", "suburb"})
_ARTICLES = frozenset({"the", "a", "an"})


def find_toponyms(doc: Doc, sites: Sequence[Site]) -> tuple[Part, ...]:
    """Find the words that name places, in order; the user's sites come first."""
    found = list(_find_sites(doc, sites))
    for part in (*_find_entities(doc), *_find_after_words(doc)):
        if not any(overlap(part, other) for other in found):
            found.append(part)
    return tuple(sorted(found))


def _find_sites(doc: Doc, sites: Sequence[Site]) -> Iterator[Part]:
    text = get_text(doc)
    names = sorted({name for site in sites for name in (site.name, *site.names)}, key=_length)
    taken: list[Part] = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            part = (start, start + len(name))
            if _is_whole(text, part) and not any(overlap(part, other) for other in taken):
                taken.append(part)
                yield part
            start = text.find(name, start + 1)


def _length(name: str) -> tuple[int, str]:
    return -len(name), name


def _is_whole(text: str, part: Part) -> bool:
    before, after = text[: part[0]][-1:], text[part[1] :][:1]
    return not before.isalnum() and not after.isalnum()


def _find_entities(doc: Doc) -> Iterator[Part]:
    for entity in doc.ents:
        if entity.label_ in _PLACE_LABELS and any(token.pos_ == "PROPN" for token in entity):
            span = _trim(entity)
            if len(span):
                yield span.start_char, span.end_char


def _trim(entity: Span) -> Span:
    start, end = entity.start, entity.end
    while start < end and (entity.doc[start].lower_ in _ARTICLES or entity.doc[start].is_punct):
        start += 1
    while end > start and _is_border(entity.doc[end - 1]):
        end -= 1
    return entity.doc[start:end]


def _is_border(token: Token) -> bool:
    return token.is_punct or token.is_space or token.text in ("'s", "’s")


def _find_after_words(doc: Doc) -> Iterator[Part]:
    """Find names after "in", "near" or "the town of", whatever the model calls them."""
    for token in doc:
        if token.pos_ != "PROPN" or token.i == 0 or not _leads(token):
            continue
        end = token.i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN":
            end += 1
        span = doc[token.i : end]
        if span.root.ent_type_ in _DOUBTED_LABELS and not _is_calendar(span):
            yield span.start_char, span.end_char


def _leads(token: Token) -> bool:
    before = token.nbor(-1)
    if before.lower_ == "of" and token.i > 1:
        return token.nbor(-2).lemma_.casefold() in _SETTLEMENTS | load_words("place_words")
    if token.ent_type_ == "PERSON" and before.lower_ != "near":
        return before.lower_ == "in" and len(token.text) > 2
    return before.lower_ in _PLACE_PREPOSITIONS


def _is_calendar(span: Span) -> bool:
    return span.root.ent_type_ in ("DATE", "TIME") or any(token.like_num for token in span)
