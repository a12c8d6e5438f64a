"""Tables give one report a row; a broken row is refused, the others are read."""

import io
import json

import pyarrow
import pytest
from pyarrow import parquet

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.tables import read_csv, read_jsonl, read_parquet

ROW = {"title": "Nine killed", "publisher": "Tavarra Wire", "text": "Nine people were killed."}


def test_a_line_is_a_report() -> None:
    (draft,) = read_jsonl(json.dumps(ROW).encode())
    assert isinstance(draft, Draft)
    assert (draft.title, draft.publisher, draft.text) == tuple(ROW.values())
    assert draft.published is None


def test_a_broken_line_is_refused_alone() -> None:
    results = read_jsonl(b'{"text": "One died."}\n{"text": \n{"text": ""}\n{"text": "Two died."}')
    codes = [result.code for result in results if isinstance(result, UnreadableReport)]
    assert codes == ["broken_row", "empty"]
    assert len(results) == 4


def test_half_a_character_in_a_row_does_no_harm() -> None:
    (draft,) = read_jsonl(b'{"text": "Two \\ud800 died."}')
    assert isinstance(draft, Draft)
    assert draft.text.encode("utf-8")


def test_a_csv_table_is_read_with_long_cells() -> None:
    long = "Two people were killed. " * 10_000
    (draft,) = read_csv(f'id,text\n1,"{long}"\n'.encode())
    assert isinstance(draft, Draft)
    assert len(draft.text) > 200_000


def test_a_parquet_table_is_read() -> None:
    buffer = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist([ROW, {**ROW, "title": None}]), buffer)
    first, second = read_parquet(buffer.getvalue())
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.title, second.title) == ("Nine killed", None)


@pytest.mark.parametrize(
    ("read", "content", "code"),
    [
        (read_csv, b"id,title\n1,Nine killed\n", "no_text_column"),
        (read_jsonl, b'{"title": "Nine killed"}\n', "no_text_column"),
        (read_csv, b'id,text\n1,"never closed\n', "broken_table"),
        (read_parquet, b"PAR1 no more", "broken_table"),
    ],
)
def test_a_table_without_reports_is_refused(read, content: bytes, code: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnreadableReport) as caught:
        read(content)
    assert caught.value.code == code
