"""Sheets: one report a row, in .xlsx, hidden rows and sheets told."""

import io
import zipfile
from collections.abc import Iterator

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from firsthand.errors import UnreadableReport
from firsthand.ingest.archives import check_members
from firsthand.ingest.documents import Draft
from firsthand.ingest.tables import Row, make_drafts


def read_xlsx(content: bytes) -> tuple[Draft | UnreadableReport, ...]:
    """Read the rows of every sheet that has a column named text; raises UnreadableReport."""
    workbook = _open(content)
    rows = [row for sheet in workbook.worksheets for row in _read_sheet(sheet)]
    return make_drafts(rows, "xlsx", _tell_hidden(workbook))


def _open(content: bytes) -> Workbook:
    check_members(content)
    try:
        return openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except (ValueError, KeyError, TypeError, zipfile.BadZipFile, SyntaxError) as error:
        raise UnreadableReport(
            "broken_table", "The workbook is damaged.", "Save it again, or save it as .csv."
        ) from error


def _read_sheet(sheet: Worksheet) -> Iterator[Row]:
    rows = sheet.iter_rows(values_only=True)
    names = [str(name or "").strip().casefold() for name in next(rows, ())]
    if "text" not in names:
        return
    for row in rows:
        cells = dict(zip(names, row, strict=False))
        yield {name: str(value) for name, value in cells.items() if name and value is not None}


def _tell_hidden(workbook: Workbook) -> str | None:
    """Tell what somebody hid: it was read like the rest, and may not have been meant to be sent."""
    sheets = sum(sheet.sheet_state != "visible" for sheet in workbook.worksheets)
    rows = sum(
        dimension.hidden
        for sheet in workbook.worksheets
        for dimension in sheet.row_dimensions.values()
    )
    if not sheets and not rows:
        return None
    return f"The workbook has {sheets} hidden sheets and {rows} hidden rows, which were read too."
