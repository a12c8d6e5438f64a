"""Reports: documents as received, with what is known of their publication."""

from msgspec import Struct

# The code of the caution on a report that is kept, and in which nothing was read.
UNREAD = "unread"


class Credit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agency or author named as the source of a report's text, with its words."""

    name: str
    start: int
    end: int


class Unread(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence with a number or a word of violence that gave no claim."""

    start: int
    end: int


class Caution(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a reader must know before relying on a report or an incident."""

    code: str
    text: str
    claims: tuple[str, ...] = ()


class Page(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page of a PDF, counted from 1, with the part of the text that stands on it."""

    number: int
    start: int
    end: int


class Report(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One document as received; every field but the digests may be unknown.

    `published` is an ISO 8601 date or date-time, `published_basis` says where it comes from
    ("header", "metadata", "table", "user"), `published_text` keeps its words when they could not
    be taken as a date. `captured` is when an archive says that it fetched it. `text_file` lies
    beside the account; `length` counts code points; `pages` are those of a PDF.
    """

    id: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    published_basis: str | None
    language: str | None
    genre: str | None
    uri: str | None
    sha256: str
    text_file: str
    text_sha256: str
    length: int
    extractor: str
    published_text: str | None = None
    captured: str | None = None
    pages: tuple[Page, ...] = ()
    credits: tuple[Credit, ...] = ()
    unread: tuple[Unread, ...] = ()
    cautions: tuple[Caution, ...] = ()


class Document(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report with its extracted text, to which all offsets refer.

    `metadata` is what the file of a picture says of how it was made, as JSON.
    """

    report: Report
    text: str
    metadata: str | None = None


class Refusal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file or table row that could not be read, why, and what to do about it."""

    name: str
    uri: str | None
    sha256: str | None
    code: str
    reason: str
    remedy: str


def is_unread(report: Report) -> bool:
    """Tell whether a report is kept without anything having been read in it."""
    return any(caution.code == UNREAD for caution in report.cautions)
