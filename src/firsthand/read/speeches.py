"""Speeches: quotations that hang on a speaker named before, between or after them."""

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import structs
from spacy.tokens import Doc

from firsthand.model.attributions import Attribution, Link
from firsthand.model.spans import Part, hull
from firsthand.text.parses import get_text, slice_text
from firsthand.text.quotations import Quotation, find_overlapping

_SHORTEST_FREE_QUOTE = 25
_LONGEST_BETWEEN = 160
_LABEL = re.compile(r"^([A-Z][^:\n“”\"]{2,50}):\s+(?=[\"“])", re.MULTILINE)
_SIGNATURE = re.compile(
    r"[”\"]\s*(?:[—–]|--?)\s*([A-Z][^\n\"“”.:;]{2,60}?)(?=[.,]?\s*$|,)", re.MULTILINE
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")


def find_speeches(
    doc: Doc, quotations: Sequence[Quotation], found: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Find the sayings of quotations that have no cue of their own beside them."""
    owners = _find_owners(quotations, found)
    speeches = []
    for finder in (_find_second_halves, _find_labelled, _find_signed, _continue_speakers):
        new = list(finder(doc, quotations, owners))
        speeches += new
        for item, owner in _find_owners(quotations, new).items():
            owners.setdefault(item, owner)
    return tuple(speeches)


def _find_owners(
    quotations: Sequence[Quotation], found: Sequence[Attribution]
) -> dict[Quotation, Attribution]:
    """Return by quotation the outermost saying whose content it is part of."""
    owners: dict[Quotation, Attribution] = {}
    for attribution in sorted(found, key=_measure, reverse=True):
        for part in attribution.content:
            for item in find_overlapping(quotations, *part):
                owners.setdefault(item, attribution)
    return owners


def _measure(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


def _find_second_halves(
    doc: Doc, quotations: Sequence[Quotation], owners: dict[Quotation, Attribution]
) -> Iterator[Attribution]:
    """Join "…," says a name alone, "…": two halves of one sentence with a speaker between."""
    text = get_text(doc)
    for one, other in itertools.pairwise(quotations):
        between = text[one.end : other.start]
        owner = owners.get(one)
        if owner is None or other in owners or text[one.end - 1 : one.end] != ",":
            continue
        if len(between) <= _LONGEST_BETWEEN and not _SENTENCE_END.search(between.strip('"“”. ')):
            yield structs.replace(owner, content=((other.start, other.end),))


def _find_labelled(
    doc: Doc, quotations: Sequence[Quotation], owners: dict[Quotation, Attribution]
) -> Iterator[Attribution]:
    """Read a speaker's label before a quotation: "Minister: “…”"."""
    for match in _LABEL.finditer(get_text(doc)):
        for item in find_overlapping(quotations, match.end(), match.end() + 2):
            if item not in owners and 0 <= item.start - match.end() <= 1:
                yield _quote(doc, match.span(1), item, "label before a quotation")


def _find_signed(
    doc: Doc, quotations: Sequence[Quotation], owners: dict[Quotation, Attribution]
) -> Iterator[Attribution]:
    """Read a name put under a quotation: "“…” — the minister"."""
    for match in _SIGNATURE.finditer(get_text(doc)):
        for item in find_overlapping(quotations, match.start() - 1, match.start()):
            if item not in owners and item.end == match.start():
                yield _quote(doc, match.span(1), item, "name after a quotation")


def _continue_speakers(
    doc: Doc, quotations: Sequence[Quotation], owners: dict[Quotation, Attribution]
) -> Iterator[Attribution]:
    """Give a quotation without a cue to the speaker quoted just before it in the same paragraph."""
    text = get_text(doc)
    last: Attribution | None = None
    end = 0
    for item in quotations:
        owner = owners.get(item)
        if owner is not None:
            last, end = owner, hull(owner.content)[1]
            continue
        if last is None or item.end - item.start < _SHORTEST_FREE_QUOTE:
            continue
        if "\n" not in text[min(end, item.start) : item.start]:
            links = tuple(structs.replace(link, pattern="goes on speaking") for link in last.links)
            parts = ((item.start, item.end),)
            yield structs.replace(last, links=links, content=parts, pattern="goes on speaking")
            end = item.end


def _quote(doc: Doc, speaker: Part, item: Quotation, pattern: str) -> Attribution:
    link = Link(
        role="speaker",
        speaker=slice_text(doc, *speaker),
        manner="direct",
        cue=None,
        speaker_span=speaker,
        cue_span=None,
        pattern=pattern,
    )
    content = ((item.start, item.end),)
    return Attribution(
        links=(link,), content=content, stance="asserted", kind="say", pattern=pattern
    )
