"""Toponyms: the words of a report that name places."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from firsthand.lexicon.countries import load_adjectives
from firsthand.lexicon.gazetteers import Gazetteer, look_up
from firsthand.lexicon.sites import Site
from firsthand.lexicon.tables import load_words
from firsthand.model.spans import Part, overlap
from firsthand.text.names import is_same_name
from firsthand.text.parses import get_text, slice_text

_PLACE_LABELS = ("GPE", "LOC", "FAC")
# Labels that the model often gives to bare names of places; the words before decide.
_DOUBTED_LABELS = ("PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "")
_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "around", "inside", "throughout"})
_SETTLEMENTS = frozenset(
    {"town", "city", "village", "district", "province", "port", "suburb", "state", "hamlet"}
)
_DIRECTIONS = frozenset("north south east west northern southern eastern western central".split())
# "Residents of X", "the outskirts of X", "north of X": X is a place.
_PARTS = frozenset(
    """
    resident inhabitant outskirt suburb edge centre center north south east west northeast
    northwest southeast southwest part mayor governor siege capture fall
    """.split()
)
_CAPITALS = r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,3}"
_DATELINE = re.compile(rf"^[ \t]*({_CAPITALS})(?=[^\n]{{0,60}}? (?:-{{1,2}}|–|—) )", re.MULTILINE)
# Behind a title on the same line only what is written as nothing but a dateline is one.
_INNER_DATELINE = re.compile(
    rf"(?<=[.!?] )({_CAPITALS})(?=(?:, [\w. ]{{1,20}})?(?: \([^()\n]{{1,40}}\))? (?:-{{1,2}}|–|—) )"
)
# A dateline stands within the opening of a report.
_OPENING = 400
_ARTICLES = frozenset({"the", "a", "an"})


def find_toponyms(doc: Doc, gazetteer: Gazetteer, sites: Sequence[Site]) -> tuple[Part, ...]:
    """Find the words that name places, in order; the user's sites come first."""
    found = list(_find_sites(doc, sites))
    datelines = tuple(_find_datelines(doc, gazetteer))
    people = [entity.text for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1]
    last_names = sorted({name.split()[-1] for name in people})
    taken = {place for part in found for place in range(*part)}
    for part in (*datelines, *_find_entities(doc), *_find_after_words(doc)):
        if not taken.isdisjoint(range(*part)) or _is_adjective(doc, part):
            continue
        words = slice_text(doc, *part)
        if part in datelines or look_up(gazetteer, words) or not _is_last_name(words, last_names):
            found.append(part)
            taken.update(range(*part))
    found.extend(_find_again(doc, gazetteer, found))
    return tuple(sorted(found))


def _is_last_name(words: str, last_names: Sequence[str]) -> bool:
    """Tell whether words are the last name of somebody whom the report names in full."""
    return any(is_same_name(words, name) for name in last_names)


def _is_adjective(doc: Doc, part: Part) -> bool:
    """Tell whether words speak of a people or a side: "Iraqi" and "South" are no places."""
    words = doc.char_span(*part, alignment_mode="expand")
    if words is None or slice_text(doc, *part) in load_adjectives():
        return True
    if all(token.lower_ in _DIRECTIONS for token in words):
        return True
    pairs = (doc[max(0, words.start - 1) : words.end], doc[words.start : words.end + 1])
    return any(pair.text in load_adjectives() for pair in pairs)


def _find_sites(doc: Doc, sites: Sequence[Site]) -> Iterator[Part]:
    text = get_text(doc)
    names = sorted({name for site in sites for name in (site.name, *site.names)}, key=_length)
    taken: list[Part] = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            part = (start, start + len(name))
            free = not any(overlap(part, other) for other in taken)
            if free and _is_whole(text, part) and not _is_in_longer_name(doc, part):
                taken.append(part)
                yield part
            start = text.find(name, start + 1)


def _length(name: str) -> tuple[int, str]:
    return -len(name), name


def _is_whole(text: str, part: Part) -> bool:
    before, after = text[: part[0]][-1:], text[part[1] :][:1]
    return not before.isalnum() and not after.isalnum()


def _is_in_longer_name(doc: Doc, part: Part) -> bool:
    """Tell whether words are only the beginning of a longer name: "Oster" in "the Oster Wire"."""
    words = doc.char_span(*part, alignment_mode="expand")
    last = None if words is None else words[-1]
    if last is None or last.dep_ != "compound" or last.head.pos_ != "PROPN":
        return False
    return last.head.i > last.i and last.head.text[:1].isupper()


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
        lemma = token.nbor(-2).lemma_.casefold()
        return lemma in _SETTLEMENTS or lemma in _PARTS or lemma in load_words("place_words")
    if before.lower_ in _SETTLEMENTS:
        return before.text.islower()
    if token.ent_type_ == "PERSON" and before.lower_ != "near":
        return before.lower_ == "in" and len(token.text) > 2
    return before.lower_ in _PLACE_PREPOSITIONS


def _is_calendar(span: Span) -> bool:
    return span.root.ent_type_ in ("DATE", "TIME") or any(token.like_num for token in span)


def _find_datelines(doc: Doc, gazetteer: Gazetteer) -> Iterator[Part]:
    """Find the place that a report is filed from: "BELMURO, May 14 (Tavarra Wire) - ..."."""
    for match in _DATELINE.finditer(get_text(doc)):
        yield match.span(1)
    for match in _INNER_DATELINE.finditer(get_text(doc), 0, _OPENING):
        if any(entry.main for entry in look_up(gazetteer, match[1])):
            yield match.span(1)


def _find_again(doc: Doc, gazetteer: Gazetteer, found: Sequence[Part]) -> Iterator[Part]:
    """Find known names again where they stand alone and the model takes them for something else."""
    names = Counter(slice_text(doc, *part).casefold() for part in found)
    taken = {position for part in found for position in range(*part)}
    runs = [run for run in _find_runs(doc) if run.start_char not in taken and not _is_titled(run)]
    others = Counter(run.text.casefold() for run in runs)
    for run in runs:
        name = run.text.casefold()
        if 0 < others[name] <= names[name] and any(e.main for e in look_up(gazetteer, name)):
            yield run.start_char, run.end_char


def _is_titled(run: Span) -> bool:
    before = run.doc[run.start - 1].lower_.rstrip(".") if run.start > 0 else ""
    return before in load_words("person_titles")


def _find_runs(doc: Doc) -> Iterator[Span]:
    """Find runs of proper nouns, with what belongs to their names."""
    start: int | None = None
    for token in doc:
        if token.pos_ == "PROPN":
            start = token.i if start is None else start
            continue
        if start is not None:
            yield doc[start : token.i]
        start = None
