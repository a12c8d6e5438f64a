"""Corpora: many reports of which few speak of harm, read only where they may."""

from collections.abc import Sequence
from functools import partial

from msgspec import structs

from firsthand.lexicon.capitals import load_capitalised
from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.lexicon.sites import Site
from firsthand.model.readings import Reading
from firsthand.model.reports import Caution, Document, Refusal
from firsthand.model.spans import Part
from firsthand.read.claims import read_doc
from firsthand.read.excerpts import make_excerpt, restore_reading
from firsthand.read.triggers import find_relevant
from firsthand.run.batches import read_batches
from firsthand.run.local import Progress
from firsthand.text.batches import parse_texts
from firsthand.text.cases import is_upper_case, truecase

# About half of the reports of general news have a sentence to read: batches of the parser are
# full, and what is in memory at once stays small.
REPORTS_TOGETHER = 64


def read_corpus(
    documents: Sequence[Document],
    gazetteer: Gazetteer,
    sites: tuple[Site, ...],
    *,
    workers: int,
    progress: Progress,
) -> tuple[Reading | Refusal, ...]:
    """Read many documents in part; never for the reports of a case, where nothing is skipped."""
    read = partial(read_in_part, gazetteer=gazetteer, sites=sites)
    return read_batches(documents, read, size=REPORTS_TOGETHER, workers=workers, progress=progress)


def read_in_part(
    documents: Sequence[Document], gazetteer: Gazetteer, sites: tuple[Site, ...]
) -> tuple[Reading, ...]:
    """Read the sentences that may speak of harm; each report says that the others were not read."""
    kept = [find_relevant(document.text) for document in documents]
    warned = [_warn(document, parts) for document, parts in zip(documents, kept, strict=True)]
    excerpts = [
        make_excerpt(document.text, parts) for document, parts in zip(documents, kept, strict=True)
    ]
    texts = [excerpt.text for excerpt in excerpts if excerpt.text]
    docs = iter(parse_texts(texts, shown=[_show(text) for text in texts]))
    return tuple(
        restore_reading(read_doc(next(docs), document.report, gazetteer, sites), excerpt, document)
        if excerpt.text
        else Reading(report=document.report, claims=(), actors=(), victims=(), places=())
        for document, excerpt in zip(warned, excerpts, strict=True)
    )


def _show(text: str) -> str:
    """Show the parser a text in capitals in its usual case, as a whole report is shown."""
    return truecase(text, load_capitalised()) if is_upper_case(text) else text


def _warn(document: Document, kept: Sequence[Part]) -> Document:
    read = sum(end - start for start, end in kept)
    caution = Caution(
        code="read in part" if kept else "not read",
        text=f"{read} of {len(document.text)} characters were read: only sentences with a word of "
        "harm. Read the report alone before relying on it.",
    )
    report = structs.replace(document.report, cautions=(*document.report.cautions, caution))
    return structs.replace(document, report=report)
