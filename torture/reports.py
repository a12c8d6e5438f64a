"""Reports for cases under attack: short, invented, and read by hand."""

import datetime
import io
from functools import cache

from firsthand.ingest.documents import Draft, Fallback, make_document
from firsthand.keep.cases import Case, change, tell
from firsthand.model.casualties import Casualties
from firsthand.model.claims import Claim
from firsthand.model.readings import Reading
from firsthand.model.reports import Document
from firsthand.store.evidence import save_original
from firsthand.store.records import Kept, save_reading, save_report

WHEN = "2019-06-01T10:00:00.000000Z"
PUBLISHED = datetime.date(2019, 6, 1)
WORDS = "At least nine people were killed in the market of Belmuro on Tuesday"


def add_report(case: Case, number: int) -> str:
    """Add a report with its reading, as Firsthand does; returns its id."""
    document = make_report(number)
    reading = read_report(document)
    sha256, _ = save_original(case.evidence, io.BytesIO(write_report(number)))
    with change(case) as connection:
        kept = (
            Kept(table="evidence", key=sha256, digest=sha256),
            save_report(connection, document, sha256, WHEN),
            save_reading(connection, reading, "{}", WHEN),
        )
        tell(case, connection, "ingest", WHEN, subjects=(document.report.id,), kept=kept)
    return document.report.id


def write_report(number: int) -> bytes:
    """Write a report as it comes in a file."""
    return f"{WORDS}, said the ferrymen of pier {number}.".encode()


@cache
def make_report(number: int) -> Document:
    """Make a report of some words."""
    content = write_report(number)
    draft = Draft(content=content, text=content.decode(), basis="header", extractor="plain text")
    return make_document(draft, Fallback(), PUBLISHED)


def read_report(document: Document) -> Reading:
    """Read the one claim in a report."""
    count = Casualties(
        id="n-1",
        outcome="killed",
        low=9,
        high=None,
        group="people",
        text="At least nine people",
        start=0,
        end=20,
        pattern="by hand",
    )
    claim = Claim(
        id=f"c-{document.report.id}",
        report=document.report.id,
        parts=((0, len(WORDS)),),
        quote=WORDS,
        kind="casualties",
        stance="asserted",
        pattern="by hand",
        casualties=(count,),
    )
    return Reading(report=document.report, claims=(claim,), actors=(), victims=(), places=())
