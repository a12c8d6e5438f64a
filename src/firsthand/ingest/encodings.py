"""Encodings: bytes as text, without guessing an encoding in silence."""

import codecs
import re

from firsthand.errors import UnreadableReport

# Byte order marks, the longest first: UTF-32 starts with the bytes of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Text that is not UTF-8 is taken as Windows-1252 only if nearly all of it is ASCII: then only
# quotation marks, dashes and a few accented letters are at stake.
MOST_OTHER_BYTES = 0.03

# Control characters that no text has; tab, line feed, form feed and carriage return may occur.
_NOISE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST_NOISE = 0.01

FALLBACK_NOTE = (
    "The file is not in UTF-8; it was read as Windows-1252. Check quotation marks and accents."
)


def decode_bytes(content: bytes) -> tuple[str, str | None]:
    """Return the text of some bytes, with a note where its encoding is an assumption.

    Raises UnreadableReport for empty files, binary noise and encodings that cannot be told.
    """
    if not content.strip():
        raise UnreadableReport("empty", "The file is empty.", "Check where it was saved.")
    text, note = _decode(content)
    noise = len(_NOISE.findall(text))
    if noise > len(text) * _MOST_NOISE:
        raise _refuse_binary()
    return clean_text(text), note


def clean_text(text: str) -> str:
    """Return a text with newlines as \\n, and marks in place of what cannot be written as UTF-8."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return _NOISE.sub("\ufffd", text)


def _decode(content: bytes) -> tuple[str, str | None]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace"), None
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError:
        return _decode_other(content), FALLBACK_NOTE


def _decode_other(content: bytes) -> str:
    others = sum(byte >= 0x80 for byte in content)
    controls = sum(byte < 0x20 and byte not in b"\t\n\f\r" for byte in content)
    if controls > len(content) * _MOST_NOISE:
        raise _refuse_binary()
    if others > len(content) * MOST_OTHER_BYTES:
        raise UnreadableReport(
            "encoding",
            "The file's encoding cannot be told: it is not UTF-8.",
            "Save it as UTF-8 and read it again.",
        )
    return content.decode("cp1252", "replace")


def _refuse_binary() -> UnreadableReport:
    return UnreadableReport(
        "binary", "The file is binary, not text.", "Save its text as .txt or .html in UTF-8."
    )
