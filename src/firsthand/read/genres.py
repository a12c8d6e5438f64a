"""Genres: what sort of text a report is, where it shows."""

import re

from spacy.tokens import Doc

from firsthand.read.opinions import is_opinion
from firsthand.text.parses import get_text

_TITLES = (
    ("correction", re.compile(r"\b(?:correction|corrected|retraction)\b", re.IGNORECASE)),
    ("opinion", re.compile(r"\b(?:opinion|op-ed|editorial|commentary)\b", re.IGNORECASE)),
    ("interview", re.compile(r"\b(?:interview|transcript)\b", re.IGNORECASE)),
)
_STATEMENT = re.compile(
    r"^\s*(?:press\s+)?(?:statement|communiqu[eé])\b", re.IGNORECASE | re.MULTILINE
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z' .-]{2,30}(?:,[^\n()]{0,40})?(?:\s\([^()\n]{1,40}\))?\s+[-–—]{1,2}\s", re.MULTILINE
)
_CABLE = re.compile(r"\b(?:CLASSIFIED BY\b|E\.O\. \d+|SUBJECT:|REF:)")

# A text that judges or pleads in this share of its sentences argues more than it reports.
OPINION_SHARE = 0.3
# Less is enough where a note at the end says who its author is: "X is a fellow of …".
SIGNED_OPINION_SHARE = 0.15
_NOTE = re.compile(r"([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3}),? (?:is|was|teaches|writes|works)\b")


def find_genre(doc: Doc, title: str | None) -> str | None:
    """Return the genre a report shows by its title or form, or None where it shows none."""
    text = get_text(doc)
    for genre, pattern in _TITLES:
        if title is not None and pattern.search(title):
            return genre
    if _CABLE.search(text):
        return "cable"
    if _STATEMENT.search(text[:300]):
        return "statement"
    sentences = [sentence for sentence in doc.sents if len(sentence) > 5]
    if len(sentences) >= 6:
        share = sum(is_opinion(sentence) for sentence in sentences) / len(sentences)
        if share >= (SIGNED_OPINION_SHARE if _has_note_on_author(text) else OPINION_SHARE):
            return "opinion"
    return "news" if _DATELINE.search(text[:600]) else None


def _has_note_on_author(text: str) -> bool:
    """Tell whether the last paragraph says who the person in the byline is."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 4:
        return False
    note = _NOTE.match(lines[-1])
    bylines = {line.removeprefix("By ") for line in lines[:4]}
    return note is not None and note[1] in bylines
