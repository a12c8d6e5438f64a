"""Additions: files into a case; original bytes first, then what was read in them."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import find_files, read_bytes, read_file
from firsthand.keep.cases import Case, change, tell
from firsthand.keep.pseudonyms import key_document, load_secret
from firsthand.keep.readings import Fresh, read_kept, save_fresh
from firsthand.keep.sites import keep_sites
from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Refusal
from firsthand.run.parsers import Parser
from firsthand.settings import Settings
from firsthand.store.evidence import (
    Capture,
    Extraction,
    read_original,
    save_capture,
    save_original,
    save_text,
)
from firsthand.store.records import Kept, has_report, save_refusal, save_report

Progress = Callable[[str, int, int], None]
MEANS = "added as a file"
# The extractor of what the file of a picture says of itself.
METADATA = "exif"


class Added(Struct, frozen=True, kw_only=True):
    """What adding files did: new reports, reports known before, refusals, what was left out.

    `unread` are those of the new reports in which nothing can be read.
    """

    new: tuple[str, ...]
    unread: tuple[str, ...]
    known: int
    refused: tuple[Refusal, ...]
    left_out: tuple[str, ...]


class Intake(Struct, frozen=True, kw_only=True):
    """How files are taken in: what the user says of them, where sites are listed, when it is."""

    fallback: Fallback
    sites: Sequence[Path]
    settings: Settings
    when: str


def add_files(case: Case, sources: Sequence[Path], intake: Intake, progress: Progress) -> Added:
    """Keep the original bytes of files, then read the reports that the case does not have.

    Each report is kept whole with its reading and its entry in the ledger, or not at all; whatever
    stops in between, adding the same files again goes on from there. Pictures, sound, film and
    texts in other languages become reports in which nothing is read.
    """
    files, left_out = find_files(sources, media=True)
    keep_sites(case, intake.sites, intake.when)
    found, refused = _take_all(case, files, intake, progress)
    with case.engine.connect() as connection:
        new = {name: item for name, item in found.items() if not has_report(connection, name)}
    added: list[str] = []
    unread: list[str] = []
    documents = [document for document, _ in new.values()]
    for fresh in read_kept(case, documents, intake.settings, progress):
        name = fresh.document.report.id
        if isinstance(fresh.result, Refusal):
            refused.append(fresh.result)
            continue
        _save(case, fresh, fresh.result, new[name][1], intake.when)
        added.append(name)
        if fresh.software is None:
            unread.append(name)
    _save_refusals(case, refused, intake.when)
    return Added(
        new=tuple(added),
        unread=tuple(unread),
        known=len(found) - len(new),
        refused=tuple(refused),
        left_out=tuple(left_out),
    )


def _take_all(
    case: Case, files: Sequence[tuple[Path, str]], intake: Intake, progress: Progress
) -> tuple[dict[str, tuple[Document, str]], list[Refusal]]:
    """Keep the bytes of files and give the reports in them, each with the evidence it is from."""
    found: dict[str, tuple[Document, str]] = {}
    refused: list[Refusal] = []
    with case.engine.connect() as connection:
        secret = load_secret(connection)
    with Parser(warn=lambda line: progress(line, 0, 0)) as parser:
        for number, (path, name) in enumerate(files):
            progress("keeping files", number, len(files))
            for item, evidence in _take_in(case, path, name, intake, parser):
                if isinstance(item, Refusal):
                    refused.append(item)
                    continue
                document = key_document(item, secret)
                found.setdefault(document.report.id, (document, evidence))
    progress("keeping files", len(files), len(files))
    return found, refused


def _take_in(
    case: Case, path: Path, name: str, intake: Intake, parser: Parser
) -> list[tuple[Document | Refusal, str]]:
    """Keep the bytes of a file and read its reports from what was kept."""
    fallback, settings = intake.fallback, intake.settings
    try:
        with path.open("rb") as file:
            sha256, size = save_original(case.evidence, file, case.vault)
    except OSError:
        failed = read_file(path, name, fallback, settings)
        return [(item, "") for item in failed if isinstance(item, Refusal)]
    capture = Capture(
        sha256=sha256, size=size, who=case.who, when=intake.when, means=MEANS, name=name[:200]
    )
    record = save_capture(case.evidence, capture, case.vault)
    with change(case) as connection:
        held = Kept(table="evidence", key=sha256, digest=record)
        tell(case, connection, "ingest", intake.when, subjects=(sha256,), kept=(held,))
    content = read_original(case.evidence, sha256, case.vault)
    results = read_bytes(name, content, fallback, settings, parser.read, unread=True)
    return [(item, sha256) for item in results]


def _save(case: Case, fresh: Fresh, reading: Reading, evidence: str, when: str) -> None:
    document, report = fresh.document, fresh.document.report
    copies = ((document.text, report.extractor), (document.metadata, METADATA))
    kept = [_save_copy(case, text, evidence, reader, when) for text, reader in copies if text]
    with change(case) as connection:
        if has_report(connection, report.id):
            return
        kept += [
            save_report(connection, document, evidence, when),
            save_fresh(connection, fresh, reading, when),
        ]
        tell(case, connection, "ingest", when, subjects=(report.id, evidence), kept=tuple(kept))


def _save_copy(case: Case, text: str, evidence: str, extractor: str, when: str) -> Kept:
    """Keep a text beside the bytes it was taken from, with the record of how."""
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    extraction = Extraction(
        sha256=evidence, text_sha256=digest, extractor=extractor, version=extractor, when=when
    )
    record = save_text(case.evidence, text, extraction, case.vault)
    return Kept(table="evidence", key=digest, digest=record)


def _save_refusals(case: Case, refused: Sequence[Refusal], when: str) -> None:
    with change(case) as connection:
        kept = [save_refusal(connection, refusal, when) for refusal in refused]
        new = tuple(item for item in kept if item is not None)
        if new:
            tell(case, connection, "ingest", when, subjects=(), kept=new)
