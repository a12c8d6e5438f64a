"""Corpora: many reports of which few speak of harm, read only where they may."""

from collections.abc import Sequence
from functools import partial

from msgspec import structs

from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.lexicon.sites import Site
from firsthand.model.readings import Reading
from firsthand.model.reports import Caution, Document, Refusal
from firsthand.model.spans import Part
from firsthand.read.claims import read_report
from firsthand.read.excerpts import make_excerpt, restore_reading
from firsthand.read.triggers import find_relevant
from firsthand.run.local import Progress, read_all


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
    return read_all(documents, read, workers=workers, progress=progress)


def read_in_part(document: Document, gazetteer: Gazetteer, sites: tuple[Site, ...]) -> Reading:
    """Read the sentences that may speak of harm; the report says that the others were not read."""
    kept = find_relevant(document.text)
    report = structs.replace(
        document.report, cautions=(*document.report.cautions, _warn(document.text, kept))
    )
    if not kept:
        return Reading(report=report, claims=(), actors=(), victims=(), places=())
    excerpt = make_excerpt(document.text, kept)
    reading = read_report(Document(report=report, text=excerpt.text), gazetteer, sites)
    return restore_reading(reading, excerpt, Document(report=report, text=document.text))


def _warn(text: str, kept: Sequence[Part]) -> Caution:
    read = sum(end - start for start, end in kept)
    return Caution(
        code="read in part" if kept else "not read",
        text=f"{read} of {len(text)} characters were read: only sentences with a word of harm. "
        "Read the report alone before relying on it.",
    )
