"""Readings: the reports of a case are read with its sites, and keep the ids of the case."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct, structs
from sqlalchemy import Connection

from firsthand.ingest.documents import is_readable
from firsthand.keep.cases import Case
from firsthand.keep.pseudonyms import key_reading, load_secret
from firsthand.keep.sites import load_case_sites
from firsthand.model.accounts import Software
from firsthand.model.readings import Reading
from firsthand.model.reports import UNREAD, Document, Refusal
from firsthand.pipeline import read_documents
from firsthand.settings import Settings
from firsthand.store.records import Kept, encode_value, save_reading

Progress = Callable[[str, int, int], None]

# What was read is kept after so many reports: an interruption loses no more than these.
BATCH = 200
# What is kept of versions where nothing was read.
NO_VERSIONS = "{}"


class Fresh(Struct, frozen=True, kw_only=True):
    """What was read in a report just now, or why it failed, and by which versions."""

    document: Document
    result: Reading | Refusal
    software: Software | None


def read_kept(
    case: Case, documents: Sequence[Document], settings: Settings, progress: Progress
) -> Iterator[Fresh]:
    """Read reports of a case in batches; in those that cannot be read there are no claims."""
    sites = load_case_sites(case)
    with case.engine.connect() as connection:
        secret = load_secret(connection)
    for document in documents:
        if not _is_readable(document):
            empty = Reading(report=document.report, claims=(), actors=(), victims=(), places=())
            yield Fresh(document=document, result=empty, software=None)
    readable = [_welcome(document) for document in documents if _is_readable(document)]
    for start in range(0, len(readable), BATCH):
        batch = readable[start : start + BATCH]
        shown = partial(_show, progress, start, len(readable))
        read = read_documents(batch, sites, settings, shown)
        for document, item in zip(batch, read.results, strict=True):
            result = key_reading(item, secret) if isinstance(item, Reading) else item
            yield Fresh(document=document, result=result, software=read.software)


def save_fresh(connection: Connection, fresh: Fresh, reading: Reading, when: str) -> Kept:
    """Save a reading with the versions that made it; what nobody read was made by none."""
    software = name_versions(fresh)
    return save_reading(connection, reading, software, when)


def name_versions(fresh: Fresh) -> str:
    """Name the versions that made a reading, as it is kept."""
    return NO_VERSIONS if fresh.software is None else encode_value(fresh.software)


def _is_readable(document: Document) -> bool:
    return bool(document.text) and is_readable(document.report.language)


def _welcome(document: Document) -> Document:
    """Take back that a language cannot be read: a later version can."""
    cautions = tuple(item for item in document.report.cautions if item.code != UNREAD)
    return structs.replace(document, report=structs.replace(document.report, cautions=cautions))


def _show(progress: Progress, start: int, whole: int, stage: str, done: int, there: int) -> None:
    """Show how far a batch is as how far all are; a stage without a length stays so."""
    progress(stage, start + done if there else done, whole if there else there)
