"""Additions: files into a case; original bytes first, then what was read in them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import find_files, read_file
from firsthand.keep.cases import Case, change, tell
from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Refusal
from firsthand.pipeline import read_documents
from firsthand.run.parsers import Parser
from firsthand.settings import Settings
from firsthand.store.evidence import (
    ORIGINAL,
    Capture,
    Extraction,
    find_folder,
    save_capture,
    save_original,
    save_text,
)
from firsthand.store.records import (
    Kept,
    encode_value,
    has_report,
    save_reading,
    save_refusal,
    save_report,
)

Progress = Callable[[str, int, int], None]
MEANS = "added as a file"


class Added(Struct, frozen=True, kw_only=True):
    """What adding files did: new reports, reports known before, refusals, what was left out."""

    new: tuple[str, ...]
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
    stops in between, adding the same files again goes on from there.
    """
    files, left_out = find_files(sources)
    found: dict[str, tuple[Document, str]] = {}
    refused: list[Refusal] = []
    with Parser(warn=lambda line: progress(line, 0, 0)) as parser:
        for number, (path, name) in enumerate(files):
            progress("keeping files", number, len(files))
            for result in _take_in(case, path, name, intake, parser):
                if isinstance(result, Refusal):
                    refused.append(result)
                else:
                    found.setdefault(result[0].report.id, result)
    progress("keeping files", len(files), len(files))
    with case.engine.connect() as connection:
        new = {name: item for name, item in found.items() if not has_report(connection, name)}
    documents = [document for document, _ in new.values()]
    results = read_documents(documents, intake.sites, intake.settings, progress)
    software = encode_value(results.software)
    for item in results.results:
        if isinstance(item, Reading):
            document, evidence = new[item.report.id]
            _save(case, document, evidence, (item, software), intake.when)
        else:
            refused.append(item)
    _save_refusals(case, refused, intake.when)
    return Added(
        new=tuple(item.report.id for item in results.results if isinstance(item, Reading)),
        known=len(found) - len(new),
        refused=tuple(refused),
        left_out=tuple(left_out),
    )


def _take_in(
    case: Case, path: Path, name: str, intake: Intake, parser: Parser
) -> list[tuple[Document, str] | Refusal]:
    """Keep the bytes of a file and read its reports from what was kept."""
    try:
        with path.open("rb") as file:
            sha256, size = save_original(case.evidence, file)
    except OSError:
        return [
            item
            for item in read_file(path, name, intake.fallback, intake.settings)
            if isinstance(item, Refusal)
        ]
    capture = Capture(
        sha256=sha256, size=size, who=case.who, when=intake.when, means=MEANS, name=name[:200]
    )
    record = save_capture(case.evidence, capture)
    with change(case) as connection:
        held = Kept(table="evidence", key=sha256, digest=record)
        tell(case, connection, "ingest", intake.when, subjects=(sha256,), kept=(held,))
    kept = find_folder(case.evidence, sha256) / ORIGINAL
    results: list[tuple[Document, str] | Refusal] = []
    for item in read_file(kept, name, intake.fallback, intake.settings, parser.read):
        results.append(item if isinstance(item, Refusal) else (item, sha256))
    return results


def _save(
    case: Case, document: Document, evidence: str, read: tuple[Reading, str], when: str
) -> None:
    reading, software = read
    report = document.report
    extraction = Extraction(
        sha256=evidence,
        text_sha256=report.text_sha256,
        extractor=report.extractor,
        version=report.extractor,
        when=when,
    )
    record = save_text(case.evidence, document.text, extraction)
    with change(case) as connection:
        if has_report(connection, report.id):
            return
        kept = (
            Kept(table="evidence", key=report.text_sha256, digest=record),
            save_report(connection, document, evidence, when),
            save_reading(connection, reading, software, when),
        )
        tell(case, connection, "ingest", when, subjects=(report.id, evidence), kept=kept)


def _save_refusals(case: Case, refused: Sequence[Refusal], when: str) -> None:
    with change(case) as connection:
        kept = [save_refusal(connection, refusal, when) for refusal in refused]
        new = tuple(item for item in kept if item is not None)
        if new:
            tell(case, connection, "ingest", when, subjects=(), kept=new)
