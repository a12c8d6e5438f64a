"""A Word file gives the words as they stand; what lies behind them is told."""

import io
import zipfile

import pytest
from tests.ingest.files import WORDS, make_docx

from firsthand.errors import UnreadableReport
from firsthand.ingest.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def change_body(content: bytes, body: str) -> bytes:
    """Put other paragraphs into a Word file."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
            new.writestr(name, part)
    return held.getvalue()


def test_paragraphs_are_kept_apart() -> None:
    (draft,) = read_docx(make_docx(["Nine dead", WORDS]))
    assert draft.text == f"Nine dead\n\n{WORDS}"
    assert draft.notes == ()


def test_inserted_words_are_read_deleted_ones_are_not_and_both_are_told() -> None:
    body = (
        "<w:p><w:r><w:t>At least </w:t></w:r><w:ins><w:r><w:t>nine</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>two</w:delText></w:r></w:del><w:r><w:t> people died.</w:t></w:r>"
        "<w:r><w:commentReference/></w:r></w:p>"
    )
    (draft,) = read_docx(change_body(make_docx([""]), body))
    assert draft.text == "At least nine people died."
    assert [note.split(",")[0] for note in draft.notes] == [
        "It has 1 tracked changes that inserted words; deleted words were not read.",
        "It has 1 tracked changes that deleted words; deleted words were not read.",
        "It has 1 comments",
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"PK none", "damaged"), (b"\xd0\xcf\x11\xe0 old", "locked"), (b"", "damaged")],
)
def test_what_is_no_word_file_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableReport) as refusal:
        read_docx(content)
    assert refusal.value.code == code
