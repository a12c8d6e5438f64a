"""Evidence: original bytes under their digest, how they came, and what was read from them.

    evidence/incoming/                       passing files; nothing reads them
    evidence/3f/3f9a…/original               the bytes as received
    evidence/3f/3f9a…/captures/<sha256>.json who took them from where, when and how; any number
    evidence/3f/3f9a…/texts/<sha256>.txt     working copies
    evidence/3f/3f9a…/extractions/….json     which extractor made which text, and when

Every file is named after its own bytes, so nothing is ever overwritten: a second reading with
another extractor stands beside the first, and whoever has `sha256sum` can check all of it. In an
encrypted case files are sealed and their names keyed (`vaults.py`).
"""

import hashlib
import io
import re
from pathlib import Path
from typing import Annotated, BinaryIO, TypeVar

import msgspec
from msgspec import Meta, Struct

from firsthand.errors import BrokenEvidence
from firsthand.store.files import Received, hash_file, receive_file, settle_file, sync_folder
from firsthand.store.leaves import Hex, Moment, Name
from firsthand.store.locks import is_locked
from firsthand.store.vaults import PLAIN, Vault, name_digest, read_content, read_pieces

INCOMING, ORIGINAL = "incoming", "original"
CAPTURES, TEXTS, EXTRACTIONS = "captures", "texts", "extractions"
DIGEST = re.compile(r"[0-9a-f]{64}")


class Capture(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How bytes came into the case: by whom, when (UTC), from where, by what means.

    `archived` is the address of a copy elsewhere; `gone_since` says when the original was found
    to be deleted: a later capture of the same bytes, since no capture is ever changed.
    """

    sha256: Hex
    size: Annotated[int, Meta(ge=0)]
    who: Name
    when: Moment
    means: Name
    name: str | None = None
    uri: str | None = None
    archived: str | None = None
    gone_since: str | None = None
    remark: str | None = None


class Extraction(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which extractor, in which version, read which text from which bytes, and when."""

    sha256: Hex
    text_sha256: Hex
    extractor: Name
    version: Name
    when: Moment


Record = TypeVar("Record", bound=Capture | Extraction)


def save_original(evidence: Path, source: BinaryIO, vault: Vault = PLAIN) -> tuple[str, int]:
    """Keep the bytes of a stream; returns their digest and number. Kept already is fine.

    Raises BrokenEvidence if they cannot be written, or what is there under their name is not they.
    """
    received = _receive(evidence, source, vault)
    settle_file(received, find_folder(evidence, received.sha256, vault) / ORIGINAL, vault)
    return received.sha256, received.size


def save_capture(evidence: Path, capture: Capture, vault: Vault = PLAIN) -> str:
    """Keep the record of a capture and return its digest; the bytes must be there."""
    return _save_record(evidence, CAPTURES, capture, vault)


def save_text(evidence: Path, text: str, extraction: Extraction, vault: Vault = PLAIN) -> str:
    """Keep a text beside the bytes it was read from, and the record of how; returns its digest.

    Raises BrokenEvidence if the record is of another text.
    """
    content = text.encode("utf-8")
    if hashlib.sha256(content).hexdigest() != extraction.text_sha256:
        raise BrokenEvidence("The record of an extraction names another text than was read.")
    folder = find_folder(evidence, extraction.sha256, vault)
    received = _receive(evidence, io.BytesIO(content), vault)
    name = name_digest(vault, received.sha256)
    settle_file(received, folder / TEXTS / f"{name}.txt", vault)
    return _save_record(evidence, EXTRACTIONS, extraction, vault)


def read_original(evidence: Path, sha256: str, vault: Vault = PLAIN) -> bytes:
    """Return original bytes; raises BrokenEvidence unless they are the ones that were kept."""
    path = find_folder(evidence, sha256, vault) / ORIGINAL
    if hash_file(path, vault) != sha256:
        raise BrokenEvidence(f"The original {sha256} was changed. Restore it from a backup.")
    return read_content(vault, path)


def list_captures(evidence: Path, sha256: str, vault: Vault = PLAIN) -> tuple[Capture, ...]:
    """Return how the bytes were captured, the earliest first."""
    folder = find_folder(evidence, sha256, vault) / CAPTURES
    return _list_records(folder, Capture, vault)


def list_extractions(evidence: Path, sha256: str, vault: Vault = PLAIN) -> tuple[Extraction, ...]:
    """Return what was read from the bytes, the earliest first."""
    folder = find_folder(evidence, sha256, vault) / EXTRACTIONS
    return _list_records(folder, Extraction, vault)


def copy_originals(evidence: Path, target: Path, vault: Vault = PLAIN) -> None:
    """Copy all original bytes into a folder, each under its digest and open to whoever has it."""
    for folder in sorted(evidence.glob("??/*")):
        sha256 = hash_file(folder / ORIGINAL, vault)
        with (target / sha256).open("wb") as file:
            for piece in read_pieces(vault, folder / ORIGINAL):
                file.write(piece)


def erase_original(evidence: Path, sha256: str, vault: Vault = PLAIN) -> None:
    """Delete bytes, captures and texts; the ledger keeps the record that this was done.

    Deleted is not overwritten: what a disk still holds of them is the disk's secret. Keep cases
    on encrypted disks, and remember the backups.
    """
    folder = find_folder(evidence, sha256, vault)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
    if folder.is_dir():
        folder.rmdir()
        sync_folder(folder.parent)


def find_folder(evidence: Path, sha256: str, vault: Vault = PLAIN) -> Path:
    """Return the folder of an original; raises BrokenEvidence if the digest is none."""
    if not DIGEST.fullmatch(sha256):
        raise BrokenEvidence(f"{sha256[:80]!r} is not the SHA-256 of anything.")
    name = name_digest(vault, sha256)
    return evidence / name[:2] / name


def write_record(record: Capture | Extraction) -> bytes:
    """Write a record in its one form: JSON with sorted keys."""
    return msgspec.json.encode(record, order="sorted") + b"\n"


def read_record(content: bytes, kind: type[Record]) -> Record:
    """Read a record; raises BrokenEvidence if it is not one."""
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        raise BrokenEvidence(f"A record of the evidence cannot be read: {error}.") from error


def _receive(evidence: Path, source: BinaryIO, vault: Vault) -> Received:
    """Receive a file; what would lie open in an encrypted case is refused before it is written."""
    if vault.seal is None and is_locked(evidence.parent):
        raise BrokenEvidence("The case is encrypted, and its keys were not given.")
    return receive_file(evidence / INCOMING, source, vault)


def _save_record(evidence: Path, room: str, record: Capture | Extraction, vault: Vault) -> str:
    content = write_record(record)
    # Constructors check nothing: what could not be read back is not kept.
    read_record(content, type(record))
    folder = find_folder(evidence, record.sha256, vault)
    if not (folder / ORIGINAL).exists():
        raise BrokenEvidence(f"There is no original {record.sha256}. Keep it first.")
    received = _receive(evidence, io.BytesIO(content), vault)
    name = name_digest(vault, received.sha256)
    settle_file(received, folder / room / f"{name}.json", vault)
    return received.sha256


def _list_records(folder: Path, kind: type[Record], vault: Vault) -> tuple[Record, ...]:
    paths = sorted(folder.glob("*.json"))
    records = [read_record(read_content(vault, path), kind) for path in paths]
    return tuple(sorted(records, key=lambda record: record.when))
