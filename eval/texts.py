"""Texts: a pack's text parsed and read once, for its predictor and for the check of quotes."""

import datetime
import hashlib
from functools import cache, lru_cache

from msgspec import structs
from spacy.tokens import Doc

from eval.packs import Record
from firsthand.ingest.documents import Draft, Fallback, make_document
from firsthand.lexicon.gazetteers import Gazetteer, open_gazetteer
from firsthand.model.readings import Reading
from firsthand.model.reports import Document
from firsthand.model.spans import quote_parts
from firsthand.read.claims import parse_document, read_doc
from firsthand.settings import make_settings

# Packs are in English where we read them, so their language is not judged from one sentence.
_ENGLISH = "This is an English text about what happened."


def parse_record(record: Record) -> Doc:
    """Parse a record's text as it is: offsets refer to it, without a title added."""
    return parse(record.text, record.published)


def read_record(record: Record) -> Reading:
    """Read a record's text as it is."""
    return read_text(record.text, record.published)


def read_report(report: Record) -> Reading | None:
    """Read one of several reports, with its title as the first line; None if it has no words."""
    if not report.text.strip():
        return None
    return read_text(join_title(report), report.published, report.publisher, report.id)


@lru_cache(maxsize=16)
def parse(text: str, published: str | None) -> Doc:
    """Parse a text; the last few are kept, so that checks after a prediction cost nothing."""
    return parse_document(make_text_document(text, published))


@lru_cache(maxsize=16)
def read_text(
    text: str, published: str | None = None, publisher: str | None = None, name: str = ""
) -> Reading:
    """Read a text; the last few are kept. `name` keeps the reports of one text apart."""
    document = make_text_document(text, published, publisher, name)
    return read_doc(parse(text, published), document.report, load_gazetteer(), ())


def join_title(record: Record) -> str:
    """Return a report's text as the product shows it: with its title as the first line."""
    title = (record.title or "").strip()
    if not title or _squeeze(record.text).startswith(_squeeze(title)):
        return record.text
    return f"{title}\n\n{record.text}"


def make_text_document(
    text: str, published: str | None, publisher: str | None = None, name: str = ""
) -> Document:
    """Make a document of a bare text, without a title or any change; `name` keeps copies apart."""
    draft = Draft(
        content=f"{name}\n{text}".encode("utf-8", "surrogatepass"),
        text=_ENGLISH,
        publisher=publisher,
        basis="pack",
        extractor="pack",
    )
    tomorrow = datetime.date.max - datetime.timedelta(days=2)
    made = make_document(draft, Fallback(published=published), tomorrow)
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    report = structs.replace(made.report, length=len(text), text_sha256=sha256)
    return Document(report=report, text=text)


@cache
def load_gazetteer() -> Gazetteer:
    """Open the gazetteer once a process."""
    return open_gazetteer(make_settings(), lambda _line: None)


def find_broken_quotes(text: str, reading: Reading) -> tuple[str, ...]:
    """List claims whose quote is not the text at their parts, or whose parts lie outside it."""
    return tuple(
        claim.id
        for claim in reading.claims
        if claim.quote != quote_parts(text, claim.parts)
        or not claim.parts
        or any(not 0 <= start < end <= len(text) for start, end in claim.parts)
    )


def _squeeze(text: str) -> str:
    return " ".join(text.split()).casefold()
