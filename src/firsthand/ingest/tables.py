"""Tables of reports: one report a row, in .jsonl, .csv or .parquet."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.encodings import clean_text, decode_bytes

COLUMNS = ("id", "title", "publisher", "author", "published", "url", "text")

Row = dict[str, str]


def read_jsonl(content: bytes) -> tuple[Draft | UnreadableReport, ...]:
    """Read a table with one JSON object a line; a broken line is refused, the others are read."""
    text, note = decode_bytes(content)
    return make_drafts(_parse_lines(text), "jsonl", note)


def read_csv(content: bytes) -> tuple[Draft | UnreadableReport, ...]:
    """Read a table in CSV with a header line."""
    text, note = decode_bytes(content)
    # A report can be longer than the 128 KiB that Python's reader allows for a cell.
    csv.field_size_limit(sys.maxsize)
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = [
            {key: value for key, value in row.items() if key is not None and value is not None}
            for row in reader
        ]
    except csv.Error as error:
        raise UnreadableReport(
            "broken_table",
            f"The table breaks off at line {reader.line_num}: {error}.",
            "Save it as CSV with quoted cells.",
        ) from error
    return make_drafts(rows, "csv", note)


def read_parquet(content: bytes) -> tuple[Draft | UnreadableReport, ...]:
    """Read a Parquet table; needs the extra `firsthand[tables]`."""
    try:
        # optional: 40 MB that only readers of Parquet need
        from pyarrow import ArrowException, BufferReader, parquet
    except ImportError as error:
        raise UnreadableReport(
            "missing_extra",
            "Parquet tables need the package pyarrow.",
            "Install it with: pip install 'firsthand[tables]'",
        ) from error
    try:
        table = parquet.read_table(BufferReader(content))
    except (ArrowException, OSError) as error:
        raise UnreadableReport(
            "broken_table", "The Parquet table is damaged.", "Save it again."
        ) from error
    rows = [
        {key: _show(value) for key, value in row.items() if value is not None}
        for row in table.to_pylist()
    ]
    return make_drafts(rows, "parquet", None)


def _parse_lines(text: str) -> Iterator[Row | UnreadableReport]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            yield UnreadableReport(
                "broken_row", f"Line {number} is no JSON object.", "Correct or remove the line."
            )
            continue
        yield {str(key): _show(value) for key, value in row.items() if value is not None}


def make_drafts(
    rows: Iterable[Row | UnreadableReport], form: str, note: str | None
) -> tuple[Draft | UnreadableReport, ...]:
    read = list(rows)
    if not any(isinstance(row, dict) and "text" in row for row in read):
        raise UnreadableReport(
            "no_text_column",
            "The table has no column named text.",
            f"Name the columns {', '.join(COLUMNS)}; only text is needed.",
        )
    return tuple(_make_draft(row, form, note) if isinstance(row, dict) else row for row in read)


def _make_draft(row: Row, form: str, note: str | None) -> Draft | UnreadableReport:
    cells = {name: clean_text(row.get(name, "")).strip() for name in COLUMNS}
    if not cells["text"]:
        return UnreadableReport("empty", "The row has no text.", "Fill in its column text.")
    known = {name: row[name] for name in COLUMNS if name in row}
    # `surrogatepass`: a table may hold half a character, which is part of its bytes as received.
    content = json.dumps(known, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    return Draft(
        content=content,
        text=cells["text"],
        title=cells["title"] or None,
        author=cells["author"] or None,
        publisher=cells["publisher"] or None,
        published=cells["published"] or None,
        basis="table",
        uri=cells["url"] or None,
        extractor=f"{form} table",
        notes=() if note is None else (note,),
    )


def _show(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, default=str, ensure_ascii=False)
