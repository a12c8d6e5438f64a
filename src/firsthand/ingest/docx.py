"""Word files: the words as they stand, with comments and tracked changes told, not mixed in."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordFile
from lxml import etree

from firsthand.errors import UnreadableReport
from firsthand.ingest.archives import check_members
from firsthand.ingest.documents import Draft
from firsthand.ingest.encodings import clean_text

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHOWN = {f"{_W}t": None, f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


def read_docx(content: bytes) -> tuple[Draft, ...]:
    """Read a Word file; raises UnreadableReport when it is damaged or locked.

    Inserted words are read and deleted ones are not, as if all changes were accepted; both, and
    comments, are told in a note, since they may hold what was not meant to be passed on.
    """
    file = _open(content)
    paragraphs = [_read_paragraph(item) for item in file.element.body.iter(f"{_W}p")]
    title = " ".join(clean_text(file.core_properties.title).split())
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())
    draft = Draft(
        content=content,
        text=clean_text(text),
        title=title if title and title in " ".join(text[:800].split()) else None,
        basis="metadata",
        extractor=f"python-docx {docx.__version__}",
        notes=tuple(_list_notes(file)),
    )
    return (draft,)


def _open(content: bytes) -> WordFile:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableReport(
            "locked",
            "The Word file needs a password, or is of the old form .doc.",
            "Save it as .docx without a password.",
        )
    check_members(content)
    try:
        return docx.Document(io.BytesIO(content))
    except (ValueError, KeyError, zipfile.BadZipFile, etree.LxmlError, AttributeError) as error:
        raise UnreadableReport(
            "damaged", "The Word file is damaged.", "Fetch or save it again."
        ) from error


def _read_paragraph(paragraph: etree._Element) -> str:
    """Join the words of a paragraph; what a tracked change deleted or a nested one holds is not."""
    pieces = []
    for item in paragraph.iter(*_SHOWN):
        owners = {owner.tag for owner in _climb(item, paragraph)}
        if owners.isdisjoint({f"{_W}del", f"{_W}moveFrom", f"{_W}p"}):
            pieces.append(_SHOWN[item.tag] or item.text or "")
    return "".join(pieces)


def _climb(item: etree._Element, top: etree._Element) -> Iterator[etree._Element]:
    for owner in item.iterancestors():
        if owner is top:
            return
        yield owner


def _list_notes(file: WordFile) -> Iterator[str]:
    body = file.element.body
    for tag, what in (("ins", "inserted"), ("del", "deleted")):
        count = sum(1 for _ in body.iter(f"{_W}{tag}"))
        if count:
            yield f"It has {count} tracked changes that {what} words; deleted words were not read."
    comments = sum(1 for _ in body.iter(f"{_W}commentReference"))
    if comments:
        yield f"It has {comments} comments, which were not read."
    hidden = sum(1 for _ in body.iter(f"{_W}vanish"))
    if hidden:
        yield f"It has {hidden} runs of hidden words, which were read."
