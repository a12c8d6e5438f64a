"""Documents: what a reader found in a file, made into a report with its text."""

import datetime
import hashlib

from msgspec import Struct

from firsthand.errors import UnreadableReport
from firsthand.ingest.dates import Publication, read_publication
from firsthand.model.ids import make_report_id
from firsthand.model.reports import UNREAD, Caution, Document, Page, Report
from firsthand.text.languages import detect_language

# The languages that can be read so far.
READABLE = frozenset({"en"})

KEEP_IT = "Add it to a case: people can enter what it shows."


class Fallback(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the user says of reports that do not say it of themselves."""

    publisher: str | None = None
    published: str | None = None


class Draft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a reader found in a file or a row: its words, and what they say of themselves.

    `content` are the bytes the report is named after; `basis` says where `published` stands;
    `member` is the name of the part of an archive or mail that it was found in; `medium` is
    "picture", "recording", "film" or "scan" where no words can be read, `metadata` what a picture's
    file says of itself.
    """

    content: bytes
    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    basis: str
    uri: str | None = None
    captured: str | None = None
    extractor: str
    pages: tuple[Page, ...] = ()
    notes: tuple[str, ...] = ()
    member: str | None = None
    medium: str | None = None
    metadata: str | None = None


def make_document(
    draft: Draft, fallback: Fallback, today: datetime.date, *, unread: bool = False
) -> Document:
    """Make a report of a draft; what it does not say is taken from the fallback, by name.

    Raises UnreadableReport when there are no words, or none in a language that can be read; with
    `unread` pictures, sound, film and texts in other languages become reports that say so.
    """
    text = "" if draft.medium else _join_title(draft.title, draft.text.strip("\n"))
    language, why = _find_language(draft, text, unread=unread)
    publication = read_publication(draft.published, draft.basis, today)
    if draft.published is None:
        publication = read_publication(fallback.published, "user", today)
    publisher = draft.publisher or fallback.publisher
    sha256 = hashlib.sha256(draft.content).hexdigest()
    name = make_report_id(sha256, publisher, publication.published, draft.uri)
    report = Report(
        id=name,
        title=draft.title,
        publisher=publisher,
        author=draft.author,
        published=publication.published,
        published_basis=publication.basis,
        published_text=publication.words,
        captured=draft.captured,
        pages=_shift_pages(draft.pages, text.find(draft.text.strip("\n")[:200])),
        language=language,
        genre=None,
        uri=draft.uri,
        sha256=sha256,
        text_file=f"texts/{name}.txt",
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        length=len(text),
        extractor=draft.extractor,
        cautions=_join_cautions(publication, draft.notes, why),
    )
    return Document(report=report, text=text, metadata=draft.metadata)


def is_readable(language: str | None) -> bool:
    """Tell whether texts in a language can be read; one that is not known is tried."""
    return language is None or language in READABLE


def refuse_language(language: str | None) -> UnreadableReport:
    """Say that a language cannot be read yet."""
    return UnreadableReport(
        "language",
        f"The text is in a language that cannot be read yet ({language}).",
        "Read a translation, and name the translator as its author.",
    )


def _join_title(title: str | None, text: str) -> str:
    """Put the title on the first line if it is not there already."""
    if title is None or _squeeze(text).startswith(_squeeze(title)):
        return text
    return f"{title}\n\n{text}"


def _shift_pages(pages: tuple[Page, ...], by: int) -> tuple[Page, ...]:
    """Shift pages by what was put before the text."""
    return tuple(
        Page(number=page.number, start=page.start + by, end=page.end + by) for page in pages
    )


def _squeeze(text: str) -> str:
    return " ".join(text.split()).casefold()


def _find_language(
    draft: Draft, text: str, *, unread: bool
) -> tuple[str | None, UnreadableReport | None]:
    """Find the language of a text, and why it cannot be read; raises that unless it is kept."""
    language, why = None, None
    if draft.medium:
        why = UnreadableReport("unknown_format", f"It is a {draft.medium}.", KEEP_IT)
    elif not any(character.isalnum() for character in text):
        raise UnreadableReport("empty", "There are no words in it.", "Check where it was saved.")
    else:
        language = detect_language(text)
        why = None if is_readable(language) else refuse_language(language)
    if why is not None and not unread:
        raise why
    return language, why


def _join_cautions(
    publication: Publication, notes: tuple[str, ...], why: UnreadableReport | None
) -> tuple[Caution, ...]:
    told = [Caution(code="as read", text=note) for note in notes]
    if why is not None:
        words = (
            f"{why.reason} Nothing was read in it: what it says or shows is for people to enter."
        )
        told.insert(0, Caution(code=UNREAD, text=words))
    return (*publication.cautions, *told)
