"""Speeches: quotations that hang on a speaker named before, between or after them."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import structs
from spacy.tokens import Doc, Token

from firsthand.lexicon.tables import load_words
from firsthand.model.attributions import Attribution
from firsthand.model.spans import Part, hull, join_parts, overlap
from firsthand.read.labels import find_labelled_lines, make_speech
from firsthand.read.speakers import name_phrase
from firsthand.text.parses import get_text
from firsthand.text.quotations import Quotation, find_overlapping

_SHORTEST_FREE_QUOTE = 25
_LONGEST_BETWEEN = 160
_LABEL = re.compile(r"^([A-Z][^:\n“”\"]{2,50}):\s+(?=[\"“‘'])", re.MULTILINE)
_SIGNATURE = re.compile(
    r"[”\"]\s*(?:[—–―]|--?)\s*([A-Z][^\n\"“”:;]{2,60}?)(?=[.,]?\s*$|,)", re.MULTILINE
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_MARKS = " \"“”'’‘.,;:\n"

Owners: TypeAlias = dict[Quotation, int]
Speech: TypeAlias = tuple[Quotation, Attribution]


def join_speeches(
    doc: Doc, quotations: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Attribution]:
    """Give quotations without a cue of their own to the sayings beside them, or to new ones."""
    owners = _find_owners(quotations, found)
    added: dict[int, list[Part]] = {}
    for one, other in itertools.pairwise(quotations):
        index = owners.get(one)
        if index is not None and other not in owners and _goes_on(doc, found[index], one, other):
            added.setdefault(index, []).append((other.start, other.end))
            owners[other] = index
    joined = list(found)
    for index, parts in added.items():
        content = join_parts((*found[index].content, *parts), get_text(doc))
        joined[index] = structs.replace(found[index], content=content)
    joined += find_labelled_lines(doc)
    for finder in (_find_labelled, _find_signed, _continue_speakers, _find_floating):
        for item, attribution in list(finder(doc, quotations, owners, joined)):
            owners[item] = len(joined)
            joined.append(attribution)
    return joined


def _find_owners(quotations: Sequence[Quotation], found: Sequence[Attribution]) -> Owners:
    """Return by quotation which saying, the outermost, has it in its content."""
    owners: Owners = {}
    for index in sorted(range(len(found)), key=lambda index: _measure(found[index]), reverse=True):
        for part in found[index].content:
            for item in find_overlapping(quotations, *part):
                if not _is_inside(found[index], item):
                    owners.setdefault(item, index)
    return owners


def _is_inside(attribution: Attribution, item: Quotation) -> bool:
    """Tell whether a saying is itself part of what is quoted."""
    return any(
        link.cue_span is not None and overlap(link.cue_span, (item.start, item.end))
        for link in attribution.links
    )


def _measure(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


def _goes_on(doc: Doc, owner: Attribution, one: Quotation, other: Quotation) -> bool:
    """Tell whether a quotation is the rest of another: only its speaker stands between them."""
    text = get_text(doc)
    between = text[one.end : other.start]
    if "\n" in between:
        # A quotation of several paragraphs opens each of them, and closes only the last.
        return between[0] == "\n" and not between.strip(_MARKS)
    if len(between) > _LONGEST_BETWEEN or owner.links[-1].manner == "indirect":
        return False
    if text[one.end - 1 : one.end] == "," and not _SENTENCE_END.search(between.strip(_MARKS)):
        return True
    spans = [span for link in owner.links for span in (link.speaker_span, link.cue_span) if span]
    ends = (span[1] for span in (*spans, *owner.content) if span[1] <= other.start)
    end = max(ends, default=one.end)
    return not text[end : other.start].strip(_MARKS)


def _find_labelled(
    doc: Doc, quotations: Sequence[Quotation], owners: Owners, _joined: Sequence[Attribution]
) -> Iterator[Speech]:
    """Read a speaker's label before a quotation: "Minister: “…”"."""
    for match in _LABEL.finditer(get_text(doc)):
        for item in find_overlapping(quotations, match.end(), match.end() + 2):
            if item not in owners and 0 <= item.start - match.end() <= 1:
                yield (
                    item,
                    make_speech(
                        doc, match.span(1), (item.start, item.end), "label before a quotation"
                    ),
                )


def _find_signed(
    doc: Doc, quotations: Sequence[Quotation], owners: Owners, _joined: Sequence[Attribution]
) -> Iterator[Speech]:
    """Read a name put under a quotation: "“…” — the minister"."""
    text = get_text(doc)
    for match in _SIGNATURE.finditer(text):
        opening = text.rfind("\n", 0, match.start()) + 1
        for item in find_overlapping(quotations, opening, match.start()):
            whole = item.start == opening + 1 or item.end == match.start()
            if item not in owners and whole:
                yield (
                    item,
                    make_speech(
                        doc, match.span(1), (item.start, item.end), "name after a quotation"
                    ),
                )


def _continue_speakers(
    doc: Doc, quotations: Sequence[Quotation], owners: Owners, joined: Sequence[Attribution]
) -> Iterator[Speech]:
    """Give a quotation without a cue to the speaker quoted just before it in the same paragraph."""
    text = get_text(doc)
    last: Attribution | None = None
    end = 0
    for item in quotations:
        if item in owners:
            last = joined[owners[item]]
            end = hull(last.content)[1]
            continue
        if last is None or item.end - item.start < _SHORTEST_FREE_QUOTE:
            continue
        if "\n" not in text[min(end, item.start) : item.start]:
            links = tuple(structs.replace(link, pattern="goes on speaking") for link in last.links)
            parts = ((item.start, item.end),)
            yield (
                item,
                structs.replace(last, links=links, content=parts, pattern="goes on speaking"),
            )
            end = item.end


def _find_floating(
    doc: Doc, quotations: Sequence[Quotation], owners: Owners, _joined: Sequence[Attribution]
) -> Iterator[Speech]:
    """Give a whole sentence in quotation marks to whom the sentence before it is about."""
    for item in quotations:
        if item in owners or item.end - item.start < _SHORTEST_FREE_QUOTE:
            continue
        words = doc.char_span(item.start, item.end, alignment_mode="expand")
        if words is None or not words.text[0].isupper() or words.text[-1] not in ".!?":
            continue
        before = doc[max(0, words.start - 2)]
        between = get_text(doc)[before.idx : item.start]
        if before.sent.end > words.start or "\n" in between or words.start < 3:
            continue
        subject = next((word for word in before.sent.root.lefts if word.dep_ == "nsubj"), None)
        if subject is not None and _is_person(subject):
            span = name_phrase(subject)
            part = (item.start, item.end)
            yield item, make_speech(doc, span, part, "sentence before a quotation")


def _is_person(noun: Token) -> bool:
    if noun.lower_ in ("he", "she"):
        return True
    known = load_words("standings") | load_words("person_titles")
    return noun.ent_type_ == "PERSON" or (noun.pos_ == "NOUN" and noun.lemma_.casefold() in known)
