"""Bytes become text, or are refused; no encoding is assumed in silence."""

import pytest

from firsthand.errors import UnreadableReport
from firsthand.ingest.encodings import FALLBACK_NOTE, clean_text, decode_bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_note(encoding: str) -> None:
    assert decode_bytes("قُتل تسعة\nin Belmuro".encode(encoding)) == ("قُتل تسعة\nin Belmuro", None)


def test_a_few_windows_quotation_marks_are_read_with_a_note() -> None:
    text = "“They fired,” she said. " + "The army has surrounded the town. " * 5
    assert decode_bytes(text.encode("cp1252")) == (text, FALLBACK_NOTE)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 40, "binary"),
        ("قتل تسعة أشخاص في السوق".encode("cp1256"), "encoding"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableReport) as caught:
        decode_bytes(content)
    assert caught.value.code == code


def test_newlines_are_one_character() -> None:
    assert clean_text("a\r\nb\rc") == "a\nb\nc"


def test_half_a_character_leaves_a_mark() -> None:
    assert clean_text("a\ud800b").encode("utf-8").decode() == "a���b"
