"""Crawls: web archives, each article a report with its address and the time of its capture."""

import hashlib
import io
import json
from collections.abc import Iterator, Sequence

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from msgspec import structs

from firsthand.errors import UnreadableReport
from firsthand.ingest.archives import ReadMember, list_members
from firsthand.ingest.documents import Draft

# A page of words is smaller; a longer one is cut by nobody, it is refused.
LONGEST_RECORD = 50_000_000
# What fastwarc raises for records that are not what they say.
_BROKEN = (OSError, ValueError, EOFError, AttributeError)
# What servers call the kinds that can be a report; pictures, styles and scripts are none.
KINDS = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "application/pdf": "page.pdf",
    "application/rss+xml": "feed.rss",
    "application/atom+xml": "feed.atom",
}


def read_warc(content: bytes, read_member: ReadMember) -> tuple[Draft | UnreadableReport, ...]:
    """Read the reports among the captures; raises UnreadableReport when none can be taken out.

    A capture whose digest is not that of its bytes is read and says so: somebody or something
    changed it after it was taken.
    """
    results: list[Draft | UnreadableReport] = []
    try:
        for record in ArchiveIterator(
            io.BytesIO(content),
            record_types=WarcRecordType.response | WarcRecordType.resource,
            parse_http=False,
        ):
            results += _read_record(record, read_member)
    except _BROKEN as error:
        if not results:
            raise UnreadableReport(
                "damaged", "The web archive is damaged.", "Fetch it again."
            ) from error
        results.append(
            UnreadableReport("damaged", "The web archive breaks off.", "Fetch it again.")
        )
    if not results:
        raise UnreadableReport(
            "no_article", "The web archive holds no pages.", "Check what was captured."
        )
    return tuple(results)


def read_wacz(content: bytes, read_member: ReadMember) -> tuple[Draft | UnreadableReport, ...]:
    """Read the web archives packed in a WACZ; a part that is not what its list says is told."""
    members = dict(list_members(content))
    wrong = _find_changed(members)
    results: list[Draft | UnreadableReport] = []
    for name, member in members.items():
        if not name.startswith("archive/"):
            continue
        notes = (f"“{name}” is not the file that the archive lists.",) if name in wrong else ()
        try:
            results += [_add_notes(result, notes) for result in read_warc(member, read_member)]
        except UnreadableReport as refusal:
            results.append(refusal)
    if not results:
        raise UnreadableReport(
            "no_article", "There is no web archive in the WACZ.", "Check what was captured."
        )
    return tuple(results)


def _read_record(record: WarcRecord, read_member: ReadMember) -> Iterator[Draft | UnreadableReport]:
    intact = _is_intact(record)
    address = record.headers.get("WARC-Target-URI")
    captured = record.record_date.isoformat() if record.record_date else None
    try:
        if record.record_type == WarcRecordType.response:
            record.parse_http(auto_decode="all")
        kind = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0]
        status = record.http_headers.status_code if record.http_headers else 200
        if kind.strip().casefold() not in KINDS or status not in (None, 200):
            return
        payload = record.reader.read(LONGEST_RECORD + 1)
    except _BROKEN:
        yield UnreadableReport(
            "damaged", f"The capture of {address} is damaged.", "Fetch it again."
        )
        return
    if len(payload) > LONGEST_RECORD:
        yield UnreadableReport("bomb", f"The capture of {address} is too long.", "Save its text.")
        return
    notes = () if intact else ("The capture's digest is not that of its bytes: it was changed.",)
    try:
        found = read_member(KINDS[kind.strip().casefold()], payload)
    except UnreadableReport as refusal:
        found = (UnreadableReport(refusal.code, f"{address}: {refusal.reason}", refusal.remedy),)
    for result in found:
        yield _add_capture(_add_notes(result, notes), address, captured)


def _is_intact(record: WarcRecord) -> bool:
    """Check the digest of the block if the record states one; verifying keeps it readable."""
    if not record.headers.get("WARC-Block-Digest"):
        return True
    record.freeze()
    return bool(record.verify_block_digest())


def _add_capture(
    result: Draft | UnreadableReport, address: str | None, captured: str | None
) -> Draft | UnreadableReport:
    if isinstance(result, UnreadableReport):
        return result
    return structs.replace(result, uri=address or result.uri, captured=captured)


def _add_notes(
    result: Draft | UnreadableReport, notes: tuple[str, ...]
) -> Draft | UnreadableReport:
    if isinstance(result, UnreadableReport):
        return result
    return structs.replace(result, notes=(*result.notes, *notes))


def _find_changed(members: dict[str, bytes]) -> frozenset[str]:
    """Find the members whose digest is not the one in datapackage.json."""
    try:
        listed: Sequence[object] = json.loads(members["datapackage.json"])["resources"]
    except (KeyError, ValueError, TypeError, RecursionError):
        return frozenset()
    return frozenset(
        str(item.get("path"))
        for item in listed
        if isinstance(item, dict)
        and str(item.get("hash", "")).startswith("sha256:")
        and item.get("path") in members
        and item["hash"] != f"sha256:{hashlib.sha256(members[item['path']]).hexdigest()}"
    )
