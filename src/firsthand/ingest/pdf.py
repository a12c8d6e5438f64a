"""PDF files: the words of their pages in reading order, with the page and box of each part."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2
from msgspec import Struct
from pypdfium2 import raw

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.encodings import clean_text
from firsthand.ingest.scans import read_scan
from firsthand.model.reports import Page

# A longer file is rather an attack or an archive than a report.
MOST_PAGES = 2_000
# A line that stands on so many pages, and on more than half of them, is a running header or footer.
REPEATED_ON = 3
# A line farther below the last than this many line heights begins a paragraph.
WIDE_GAP = 1.9
# A line ending so far left of the widest one was ended by its writer, not by the margin.
FULL_LINE = 0.85
# A line that ends so early without the end of a sentence, before a capital, is a heading.
HEADING = 0.6
# pdfium marks a hyphen that it takes for one of the line's end.
_LINE_HYPHENS = ("\x02", "\ufffe", "\u00ad")
_ENDS = re.compile(r"[.!?:”\"’')\]]$")
# What stands in a text for a character that lies under a filled box.
HIDDEN = "█"
# The code of a refusal: there are pages, and no words on them.
SCANNED = "scanned"


class Box(Struct, frozen=True, kw_only=True):
    """A rectangle on a page, in points from the left and from the bottom."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class Line(Struct, frozen=True, kw_only=True):
    """A line of a page: its words, the boxes of its first and last character, its place."""

    page: int
    text: str
    first: int
    box: Box


class _Laid(Struct, frozen=True, kw_only=True):
    """A text with the line each piece of it comes from: (start in the text, line)."""

    text: str
    pieces: tuple[tuple[int, Line], ...]
    dropped: tuple[str, ...]


def read_pdf(content: bytes) -> tuple[Draft, ...]:
    """Read the words of a PDF; raises UnreadableReport when it is damaged, locked or empty.

    Pages without words are read by tesseract where it is installed, and are told where not.
    Characters under a filled box are replaced by HIDDEN: somebody may have meant to hide them.
    """
    document = _open(content)
    try:
        lines, notes = _read_lines(document)
        metadata = document.get_metadata_dict()
    finally:
        document.close()
    laid = _lay_out(lines)
    if not laid.text.strip():
        raise UnreadableReport(
            SCANNED,
            "The PDF has no words, only pictures of pages.",
            "Install tesseract, or save the pages' text as .txt.",
        )
    if laid.dropped:
        notes.append(f"Left out as running headers or footers: {'; '.join(laid.dropped)}.")
    title = " ".join(clean_text(metadata.get("Title", "")).split())
    draft = Draft(
        content=content,
        text=laid.text,
        title=title if title and title in " ".join(laid.text[:800].split()) else None,
        basis="metadata",
        extractor=f"pypdfium2 {pypdfium2.PYPDFIUM_INFO.version}",
        pages=_list_pages(laid),
        notes=tuple(notes),
    )
    return (draft,)


def find_boxes(content: bytes, start: int, end: int) -> tuple[Box, ...]:
    """Find where some characters of the text that `read_pdf` gives stand on the pages."""
    document = _open(content)
    try:
        laid = _lay_out(_read_lines(document)[0])
        return tuple(
            _measure(document, line, max(start - begin, 0), min(end - begin, len(line.text)))
            for begin, line in laid.pieces
            if begin < end and begin + len(line.text) > start
        )
    finally:
        document.close()


def _open(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise UnreadableReport(
                "locked", "The PDF needs a password.", "Save a copy without one."
            ) from error
        raise UnreadableReport(
            "damaged", "The PDF is damaged.", "Fetch or save it again."
        ) from error


def _read_lines(document: pypdfium2.PdfDocument) -> tuple[list[Line], list[str]]:
    """Read the lines of all pages, with notes on what was not read or lay under a box."""
    lines: list[Line] = []
    notes: list[str] = []
    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number]
            found = list(_read_page(page, number + 1))
        except pypdfium2.PdfiumError:
            notes.append(f"Page {number + 1} is damaged: it was not read.")
            continue
        hidden = sum(line.text.count(HIDDEN) for line in found)
        if hidden:
            notes.append(
                f"Page {number + 1}: {hidden} characters lie under a filled box. Somebody may have "
                f"meant to hide them: the text has {HIDDEN} in their place."
            )
        if not found and _has_pictures(page):
            found, note = _read_picture(page, number + 1)
            notes.append(note)
        lines += found
        page.close()
    if len(document) > MOST_PAGES:
        notes.append(f"Only the first {MOST_PAGES} of {len(document)} pages were read.")
    return lines, notes


def _read_page(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    words = page.get_textpage()
    covers = _find_covers(page)
    first = 0
    for text in words.get_text_range().split("\r\n"):
        shown = _hide_covered(words, text, first, covers) if covers else text
        length = len(text)
        if shown.strip() and first + length <= words.count_chars():
            yield Line(
                page=number,
                text=shown,
                first=first,
                box=_join_boxes(number, _list_boxes(words, first, _find_ends(text))),
            )
        first += length + 2


def _find_ends(text: str) -> Sequence[int]:
    """Find the first and last visible characters: their boxes span the line."""
    visible = [index for index, character in enumerate(text) if not character.isspace()]
    return (visible[0], visible[-1])


def _list_boxes(
    words: pypdfium2.PdfTextPage, first: int, indexes: Sequence[int]
) -> list[tuple[float, float, float, float]]:
    return [words.get_charbox(first + index, loose=True) for index in indexes]


def _join_boxes(page: int, boxes: Sequence[tuple[float, float, float, float]]) -> Box:
    return Box(
        page=page,
        left=round(min(box[0] for box in boxes), 2),
        bottom=round(min(box[1] for box in boxes), 2),
        right=round(max(box[2] for box in boxes), 2),
        top=round(max(box[3] for box in boxes), 2),
    )


def _find_covers(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Find the filled shapes that were drawn over words: opaque, and later than the words."""
    covers: list[tuple[float, float, float, float]] = []
    written: list[tuple[float, float, float, float]] = []
    for part in page.get_objects():
        if part.type == raw.FPDF_PAGEOBJ_TEXT:
            written.append(part.get_bounds())
        elif part.type == raw.FPDF_PAGEOBJ_PATH and _is_filled(part):
            box = part.get_bounds()
            if any(_overlaps(box, other) for other in written):
                covers.append(box)
    return covers


def _is_filled(part: pypdfium2.PdfObject) -> bool:
    mode, stroke = raw.ctypes.c_int(), raw.FPDF_BOOL()
    if not raw.FPDFPath_GetDrawMode(part.raw, mode, stroke) or not mode.value:
        return False
    return not raw.FPDFPageObj_HasTransparency(part.raw)


def _overlaps(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _hide_covered(
    words: pypdfium2.PdfTextPage,
    text: str,
    first: int,
    covers: Sequence[tuple[float, float, float, float]],
) -> str:
    """Replace the characters whose middle lies under a cover."""
    shown = list(text)
    for index, character in enumerate(text):
        if character.isspace() or first + index >= words.count_chars():
            continue
        left, bottom, right, top = words.get_charbox(first + index)
        x, y = (left + right) / 2, (bottom + top) / 2
        if any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in covers):
            shown[index] = HIDDEN
    return "".join(shown)


def _has_pictures(page: pypdfium2.PdfPage) -> bool:
    return any(part.type == raw.FPDF_PAGEOBJ_IMAGE for part in page.get_objects())


def _read_picture(page: pypdfium2.PdfPage, number: int) -> tuple[list[Line], str]:
    """Read a page that is a picture; its lines have the whole page for a box."""
    text = read_scan(page.render(scale=300 / 72).to_pil)
    if text is None:
        return [], f"Page {number} is a picture: it was not read (tesseract is not installed)."
    width, height = page.get_size()
    box = Box(page=number, left=0, bottom=0, right=width, top=height)
    lines = [
        Line(page=number, text=line, first=-1, box=box) for line in text.split("\n") if line.strip()
    ]
    return lines, f"Page {number} is a picture, read by tesseract: compare every word with it."


def _lay_out(lines: Sequence[Line]) -> _Laid:
    """Put lines together as paragraphs, without running headers and footers."""
    running = _find_running(lines)
    kept = [line for line in lines if _squeeze(line.text) not in running]
    widest: dict[int, float] = {}
    for line in kept:
        widest[line.page] = max(widest.get(line.page, 0.0), line.box.right)
    text, pieces = "", []
    last: Line | None = None
    for line in kept:
        if last is not None:
            text = _join(text, last, line, widest[last.page])
        pieces.append((len(text), line))
        text += clean_text(line.text)
        last = line
    return _Laid(
        text=text,
        pieces=tuple(pieces),
        dropped=tuple(dict.fromkeys(line.text.strip() for line in lines if line not in kept))[:4],
    )


def _find_running(lines: Sequence[Line]) -> set[str]:
    """Find what stands at the top or at the bottom of most pages."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    seen: Counter[str] = Counter()
    for held in by_page.values():
        edges = (max(held, key=lambda line: line.box.top), min(held, key=lambda line: line.box.top))
        seen.update({_squeeze(line.text) for line in edges})
    return {key for key, count in seen.items() if count >= REPEATED_ON and count > len(by_page) / 2}


def _squeeze(text: str) -> str:
    """Fold a line so that page numbers make no difference."""
    return re.sub(r"\d+", "0", " ".join(text.split()))


def _join(text: str, last: Line, line: Line, widest: float) -> str:
    """Join a line to the text before it: inside a word, inside a sentence, or as a paragraph."""
    if last.text.endswith(_LINE_HYPHENS):
        return text[:-1]
    if _begins_paragraph(last, line, widest):
        return f"{text}\n\n"
    return text if text.endswith("-") else f"{text} "


def _begins_paragraph(last: Line, line: Line, widest: float) -> bool:
    ended = bool(_ENDS.search(last.text.rstrip()))
    if last.page != line.page:
        return ended or not line.text.lstrip()[:1].islower()
    height = max(last.box.top - last.box.bottom, 1.0)
    if last.first < 0:
        return ended
    if abs(last.box.bottom - line.box.bottom) > height * WIDE_GAP:
        return True
    if abs(height - (line.box.top - line.box.bottom)) > height * 0.25:
        return True
    if ended or not line.text.lstrip()[:1].isupper():
        return ended and last.box.right < widest * FULL_LINE
    return last.box.right < widest * HEADING


def _list_pages(laid: _Laid) -> tuple[Page, ...]:
    """List which part of the text stands on which page."""
    starts: dict[int, int] = {}
    for begin, line in laid.pieces:
        starts.setdefault(line.page, begin)
    numbers = list(starts)
    ends = [*(starts[number] for number in numbers[1:]), len(laid.text)]
    return tuple(
        Page(number=number, start=starts[number], end=end)
        for number, end in zip(numbers, ends, strict=True)
    )


def _measure(document: pypdfium2.PdfDocument, line: Line, start: int, end: int) -> Box:
    if line.first < 0:
        return line.box
    words = document[line.page - 1].get_textpage()
    visible = [index for index in range(start, end) if not line.text[index].isspace()]
    return _join_boxes(line.page, _list_boxes(words, line.first, visible or [start]))
