"""Formats: files and folders in, documents and refusals out."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from msgspec import Struct, structs

from firsthand.errors import UnreadableReport
from firsthand.ingest.archives import ReadMember, read_zip
from firsthand.ingest.crawls import read_wacz, read_warc
from firsthand.ingest.documents import Draft, Fallback, make_document
from firsthand.ingest.docx import read_docx
from firsthand.ingest.feeds import read_feed
from firsthand.ingest.html import read_html
from firsthand.ingest.mails import read_eml, read_mbox
from firsthand.ingest.media import PICTURES, RECORDINGS, keep_unread
from firsthand.ingest.pdf import SCANNED, read_pdf
from firsthand.ingest.plain import read_plain
from firsthand.ingest.posts import read_posts
from firsthand.ingest.sheets import read_xlsx
from firsthand.ingest.tables import read_csv, read_jsonl, read_parquet
from firsthand.model.accounts import ACCOUNT_MARK
from firsthand.model.reports import Document, Refusal
from firsthand.settings import Settings

Results = Sequence[Draft | UnreadableReport]
Reader = Callable[[bytes], Results]
Parse = Callable[[str, bytes], Results]

# A reader takes a file's bytes and gives one draft a report; it raises UnreadableReport.
READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_jsonl,
    ".csv": read_csv,
    ".parquet": read_parquet,
    ".xlsx": read_xlsx,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
    ".json": read_posts,
}

# Files that hold files: their reader is given how to read one of these.
CONTAINERS: dict[str, Callable[[bytes, ReadMember], Results]] = {
    ".eml": read_eml,
    ".mbox": read_mbox,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".wacz": read_wacz,
    ".zip": read_zip,
}

# Pictures, sound and film: nothing in them is read, a case keeps them.
MEDIA: dict[str, Reader] = {**PICTURES, **RECORDINGS}

# A mail in an archive with an archive attached is as deep as real collections go.
DEEPEST = 4

# A table of places beside the reports; it is no report itself.
SITES_FILE = "sites.csv"

# An account lies in a folder with this file, which says so.
ACCOUNT_FILE = "account.json"

Progress = Callable[[str, int, int], None]


class Ingested(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What files gave: documents by id, refusals, and what was left out with the reason."""

    documents: tuple[Document, ...]
    refused: tuple[Refusal, ...]
    left_out: tuple[str, ...] = ()


def ingest_all(
    sources: Sequence[Path],
    fallback: Fallback,
    settings: Settings,
    progress: Progress,
    parse: Parse | None = None,
) -> Ingested:
    """Read files and folders; the same report given twice is kept once.

    `parse` reads the bytes of one file, as `read_content` does in this process.

    Documents come in the order of their ids, so that no path or order of files shows in what
    follows.
    """
    files, left_out = find_files(sources)
    documents: dict[str, Document] = {}
    refused: list[Refusal] = []
    for number, (path, name) in enumerate(files):
        progress("reading files", number, len(files))
        for result in read_file(path, name, fallback, settings, parse):
            if isinstance(result, Refusal):
                refused.append(result)
            elif result.report.id in documents:
                left_out.append(f"{name}: the same report was given before")
            else:
                documents[result.report.id] = result
    progress("reading files", len(files), len(files))
    return Ingested(
        documents=tuple(documents[name] for name in sorted(documents)),
        refused=tuple(sorted(refused, key=lambda refusal: (refusal.name, refusal.reason))),
        left_out=tuple(left_out),
    )


def find_files(
    sources: Sequence[Path], *, media: bool = False
) -> tuple[list[tuple[Path, str]], list[str]]:
    """List the files to read with their names relative to what was given, and what is left out.

    A file named by the user is always tried; in folders only known formats are read, and with
    `media` pictures, sound and film.
    """
    found: list[tuple[Path, str]] = []
    left_out: list[str] = []
    for source in sources:
        if not source.is_dir():
            found.append((source, make_writable(source.name)))
            continue
        accounts = _find_accounts(source)
        left_out += [f"{_name(folder, source)}: an account, no report" for folder in accounts]
        for path in sorted(source.rglob("*")):
            name = _name(path, source)
            if not path.is_file() or path.name == SITES_FILE or _is_hidden(path, source):
                continue
            if any(folder in path.parents for folder in accounts):
                continue
            if (media or find_medium(name) is None) and find_form(name) is not None:
                found.append((path, name))
            else:
                left_out.append(f"{name}: not a format that is read")
    return found, left_out


def _find_accounts(source: Path) -> list[Path]:
    """Find the folders that hold an account written before: its texts are no new reports."""
    return sorted(path.parent for path in source.rglob(ACCOUNT_FILE) if is_account(path))


def is_account(path: Path) -> bool:
    """Tell whether a file is an account in our exchange form."""
    try:
        return path.name == ACCOUNT_FILE and ACCOUNT_MARK in path.read_bytes()
    except OSError:
        return False


def _name(path: Path, source: Path) -> str:
    return make_writable(path.relative_to(source).as_posix())


def find_sites(sources: Sequence[Path]) -> tuple[Path, ...]:
    """Find the tables of sites that lie in the folders given, or beside the files given."""
    folders = [source if source.is_dir() else source.parent for source in sources]
    tables = {folder / SITES_FILE for folder in folders}
    return tuple(sorted(table for table in tables if table.is_file()))


def read_file(
    path: Path, name: str, fallback: Fallback, settings: Settings, parse: Parse | None = None
) -> Iterator[Document | Refusal]:
    """Read the reports of one file; what cannot be read becomes a refusal."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = f"The file cannot be opened: {error.strerror or error}."
        yield _refuse(UnreadableReport("missing", reason, "Check its name and rights."), name, None)
        return
    yield from read_bytes(name, content, fallback, settings, parse)


def read_bytes(
    name: str,
    content: bytes,
    fallback: Fallback,
    settings: Settings,
    parse: Parse | None = None,
    *,
    unread: bool = False,
) -> Iterator[Document | Refusal]:
    """Read the reports in the bytes of one file; what cannot be read becomes a refusal.

    With `unread` pictures, sound, film and texts in other languages are kept as reports.
    """
    try:
        drafts = (parse or read_content)(name, content)
    except UnreadableReport as refusal:
        if not unread or refusal.code != SCANNED:
            yield _refuse(refusal, name, content)
            return
        drafts = keep_unread("scan", content)
    for number, draft in enumerate(drafts, start=1):
        row = _name_row(name, draft.member, number if len(drafts) > 1 else None)
        if isinstance(draft, UnreadableReport):
            yield _refuse(draft, row, None)
            continue
        try:
            yield make_document(_name_medium(draft, row), fallback, settings.today, unread=unread)
        except UnreadableReport as refusal:
            yield _refuse(refusal, row, draft.content, uri=draft.uri)


def read_content(name: str, content: bytes, depth: int = 0) -> Results:
    """Read the reports in some bytes by the ending of their name, at most DEEPEST deep.

    Raises UnreadableReport for formats that are not read, and as their readers do.
    """
    form = find_form(name)
    if form is None:
        raise UnreadableReport(
            "unknown_format",
            f"Files ending in “{make_writable(PurePosixPath(name).suffix)}” cannot be read yet.",
            f"Save it as one of {', '.join((*READERS, *CONTAINERS))}.",
        )
    reader = READERS.get(form) or MEDIA.get(form)
    if reader is not None:
        return reader(content)
    if depth == DEEPEST:
        raise UnreadableReport(
            "bomb", f"Files lie in files, more than {DEEPEST} deep.", "Unpack them yourself."
        )
    return CONTAINERS[form](content, lambda part, held: read_content(part, held, depth + 1))


def find_form(name: str) -> str | None:
    """Find the format of a file by the ending of its name, or None."""
    folded = name.casefold()
    known = (*CONTAINERS, *READERS, *MEDIA)
    return next((form for form in known if folded.endswith(form)), None)


def find_medium(name: str) -> str | None:
    """Find the ending of the name of a picture, of sound or film, or None."""
    form = find_form(name)
    return form if form in MEDIA else None


def _name_medium(draft: Draft, row: str) -> Draft:
    """Name what has no words after its file: people must find it again."""
    return draft if draft.medium is None else structs.replace(draft, title=PurePosixPath(row).name)


def _name_row(name: str, member: str | None, number: int | None) -> str:
    """Name a part of a file: by its own name in there, or by its number."""
    if member is not None:
        return f"{name}/{make_writable(member)}"
    return name if number is None else f"{name}, report {number}"


def make_writable(name: str) -> str:
    """Return a file name without what a terminal or a page could not write."""
    name = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(character if character.isprintable() else "�" for character in name)


def _refuse(
    refusal: UnreadableReport, name: str, content: bytes | None, *, uri: str | None = None
) -> Refusal:
    return Refusal(
        name=name,
        uri=uri,
        sha256=None if content is None else sha256(content).hexdigest(),
        code=refusal.code,
        reason=refusal.reason,
        remedy=refusal.remedy,
    )


def _is_hidden(path: Path, source: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(source).parts)
