"""Texts: what the speed is measured on."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from eval.packs import PACKS, load_records
from eval.texts import make_text_document

from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import ingest_all
from firsthand.model.reports import Document
from firsthand.settings import make_settings

EXAMPLE = Path(__file__).parent.parent / "examples" / "harbour-market"
ARTICLES = PACKS["attribution_polnear"]
MOST = 30


def load_sets() -> Mapping[str, tuple[Document, ...]]:
    """Load our own example, and news articles where the packs lie beside the checkout."""
    sets = {"our example, twice": load_example() * 2}
    if ARTICLES.gold.exists():
        sets[f"{MOST} news articles"] = tuple(load_articles())
    return sets


def load_example() -> tuple[Document, ...]:
    """Load the reports of our own example."""
    ingested = ingest_all([EXAMPLE], Fallback(), make_settings(), lambda _stage, _done, _all: None)
    return ingested.documents


def load_articles() -> Iterator[Document]:
    """Load news articles of third parties, which are only measured, never shown."""
    records = load_records(ARTICLES.gold, ARTICLES.where)
    for record, _ in zip(records, range(MOST), strict=False):
        yield make_text_document(record.text, record.published, record.publisher, record.id)
