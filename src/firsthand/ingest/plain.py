"""Plain text: a .txt file, with header lines before its first blank line if it has any."""

import re

from firsthand.ingest.documents import Draft
from firsthand.ingest.encodings import decode_bytes

HEADERS = ("title", "author", "publisher", "published", "url")

_HEADER = re.compile(rf"^({'|'.join(HEADERS)})\s*:\s*(.*)$", re.IGNORECASE)


def read_plain(content: bytes) -> tuple[Draft, ...]:
    """Read one text; raises UnreadableReport when its bytes are no text."""
    text, note = decode_bytes(content)
    headers, body = split_headers(text)
    draft = Draft(
        content=content,
        text=body,
        title=headers.get("title"),
        author=headers.get("author"),
        publisher=headers.get("publisher"),
        published=headers.get("published"),
        basis="header",
        uri=headers.get("url"),
        extractor="plain text",
        notes=() if note is None else (note,),
    )
    return (draft,)


def split_headers(text: str) -> tuple[dict[str, str], str]:
    """Split a text into its header lines and the rest; without them all of it is the rest.

    Header lines are `Title: …`, `Author: …`, `Publisher: …`, `Published: …`, `URL: …` from the
    first line on, followed by a blank line. The first line of a name counts.
    """
    lines = text.lstrip("\n").split("\n")
    headers: dict[str, str] = {}
    for number, line in enumerate(lines):
        if not line.strip():
            return (headers, "\n".join(lines[number + 1 :])) if headers else ({}, text)
        match = _HEADER.match(line.strip())
        if match is None:
            break
        if match[2].strip():
            headers.setdefault(match[1].casefold(), match[2].strip())
    return {}, text
