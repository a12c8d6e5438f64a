"""ZIP archives: their files, each read as if it were given alone, within limits."""

import io
import itertools
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import IO

from msgspec import structs

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft

# Limits of what an archive of reports needs; beyond them it is a bomb. A report in words shrinks
# five- to tenfold, never a hundredfold.
MOST_FILES = 10_000
MOST_BYTES = 1_000_000_000
MOST_TIMES = 100
# An archive smaller than this may shrink as it likes: a hundred blank lines do.
SMALL = 1_000_000
# These can be unpacked piece by piece; Python unpacks others whole, whatever comes of it.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PIECE = 1 << 20
# The fixed part of the header before each file's bytes (APPNOTE 4.3.7).
_HEADER = 30

# What reading a member raises when its bytes are not what the archive says.
_BROKEN = (
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
    OSError,
    EOFError,
    ValueError,
    zlib.error,
)

Results = Sequence[Draft | UnreadableReport]
ReadMember = Callable[[str, bytes], Results]


def read_zip(content: bytes, read_member: ReadMember) -> tuple[Draft | UnreadableReport, ...]:
    """Read every file of an archive; one that cannot be read is refused, the others are read."""
    results: list[Draft | UnreadableReport] = []
    for name, member in list_members(content):
        try:
            found = read_member(name, member)
        except UnreadableReport as refusal:
            found = (refusal,)
        results += [name_member(result, name) for result in found]
    return tuple(results)


def name_member(result: Draft | UnreadableReport, name: str) -> Draft | UnreadableReport:
    """Say of a draft or refusal which part of its file it comes from."""
    if isinstance(result, UnreadableReport):
        inner = name if result.member is None else f"{name}/{result.member}"
        return UnreadableReport(result.code, result.reason, result.remedy, member=inner)
    inner = name if result.member is None else f"{name}/{result.member}"
    return structs.replace(result, member=inner)


def list_members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """List the files of an archive with their bytes; folders, links and hidden files are none.

    Raises UnreadableReport for archives that are damaged, locked or bombs, before or while they
    are unpacked.
    """
    for entry, member in _unpack(content):
        if not (entry.is_dir() or _is_link(entry) or _is_hidden(entry.filename)):
            yield entry.filename, member


def check_members(content: bytes) -> None:
    """Unpack every file of an archive within the limits and keep none.

    Raises UnreadableReport as `list_members` does. Libraries that read such files have no limits.
    """
    for _ in _unpack(content):
        pass


def _unpack(content: bytes) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Unpack file by file and count: an archive may lie about the sizes of its files."""
    total = 0
    with _open(content) as archive:
        for entry in archive.infolist():
            try:
                with archive.open(entry) as file:
                    member = _read_within(file, total, len(content))
            except _BROKEN as error:
                raise _refuse("damaged", f"The archive is damaged at “{entry.filename}”") from error
            total += len(member)
            yield entry, member


def _read_within(file: IO[bytes], total: int, packed: int) -> bytes:
    """Read a file piece by piece, so that one that lies about its size never fills the memory."""
    pieces: list[bytes] = []
    while piece := file.read(_PIECE):
        pieces.append(piece)
        total += len(piece)
        if total > MOST_BYTES or _is_bloated(total, packed):
            raise _refuse("bomb", "The archive unpacks to far more than an archive of reports")
    return b"".join(pieces)


def _open(content: bytes) -> zipfile.ZipFile:
    """Open an archive; raises UnreadableReport for one that is damaged, locked or a bomb."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise _refuse("damaged", "The archive is damaged") from error
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableReport("locked", "The archive needs a password.", "Unpack it yourself.")
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise _refuse("packing", "The archive is packed in a way that is rare and not read")
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES or size > MOST_BYTES or _is_bloated(size, len(content)):
        raise _refuse("bomb", "The archive unpacks to far more than an archive of reports")
    if _overlap(entries):
        raise _refuse("bomb", "Files of the archive share the same bytes")
    return archive


def _overlap(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Tell whether entries share bytes; Python 3.11.7 does not notice (CVE-2024-0450)."""
    spans = sorted(
        (entry.header_offset, entry.header_offset + _HEADER + entry.compress_size)
        for entry in entries
    )
    return any(one[1] > other[0] for one, other in itertools.pairwise(spans))


def _is_bloated(size: int, packed: int) -> bool:
    return size > max(SMALL, packed * MOST_TIMES)


def _is_link(entry: zipfile.ZipInfo) -> bool:
    return (entry.external_attr >> 16) & 0o170000 == 0o120000


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "__MACOSX" in parts or any(part.startswith(".") for part in parts if part != "..")


def _refuse(code: str, reason: str) -> UnreadableReport:
    return UnreadableReport(code, f"{reason}.", "Unpack it yourself and give the files.")
