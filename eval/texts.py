"""Texts: a pack's text parsed and read once, for its predictor and for the check of quotes."""

import datetime
from functools import cache, lru_cache
from pathlib import Path

from firsthand.lexicon.gazetteers import Gazetteer, open_gazetteer
from spacy.tokens import Doc

from firsthand.ingest.documents import Draft, Fallback, make_document
from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Report
from firsthand.read.claims import parse_document, read_doc
from firsthand.settings import Settings, make_settings


@lru_cache(maxsize=64)
def read_text(text: str, published: str | None = None) -> tuple[Doc, Reading]:
    """Parse and read a text as it is, without a title: offsets refer to the text of the pack."""
    document = make_text_document(text, published)
    doc = parse_document(document)
    return doc, read_doc(doc, document.report, load_gazetteer(), ())


def make_text_document(text: str, published: str | None) -> Document:
    """Make a document of a bare text; packs hold English only, so its language is not judged."""
    draft = Draft(
        content=text.encode("utf-8", "surrogatepass"),
        text="An English text.",
        basis="pack",
        extractor="pack",
    )
    made = make_document(
        draft, Fallback(published=published), datetime.date.max - datetime.timedelta(days=2)
    )
    report: Report = made.report
    return Document(report=report, text=text)


@cache
def load_gazetteer() -> Gazetteer:
    """Open the gazetteer once a process."""
    settings: Settings = make_settings()
    return open_gazetteer(settings, lambda _line: None)


def find_broken_quotes(text: str, reading: Reading) -> list[str]:
    """List claims whose quote is not the text at their parts."""
    return [
        claim.id
        for claim in reading.claims
        if claim.quote != " … ".join(text[start:end] for start, end in claim.parts)
        or any(not 0 <= start < end <= len(text) for start, end in claim.parts)
    ]


WORK = Path("out") / "eval"
