"""Files: written whole or not at all, read-only, and never over one that is there.

A file is first written under a passing name in `incoming`, brought to the disk, and only then
given its own name. Whatever happens in between leaves at most a passing file, which nothing reads.
"""

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from firsthand.errors import BrokenEvidence
from firsthand.store.vaults import PLAIN, Vault, read_pieces, write_pieces

# For the owner's eyes only: what is kept may name witnesses.
FILE_MODE, FOLDER_MODE = 0o400, 0o700
CHUNK = 1 << 20
# What sticks and some network drives answer, which have no links.
NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


class Received(Struct, frozen=True, kw_only=True):
    """A file that was written but has no name of its own yet."""

    path: Path
    sha256: str
    size: int


class _Measure:
    """The pieces of a stream; its digest and size are known once they were taken."""

    def __init__(self, source: BinaryIO) -> None:
        self.digest, self.size = hashlib.sha256(), 0
        self._source = source

    def __iter__(self) -> Iterator[bytes]:
        while piece := self._source.read(CHUNK):
            self.digest.update(piece)
            self.size += len(piece)
            yield piece


def receive_file(incoming: Path, source: BinaryIO, vault: Vault = PLAIN) -> Received:
    """Write a stream into `incoming`, however large it is; raises BrokenEvidence if it cannot.

    Digest and size are those of the stream, also where it is sealed on its way to the disk.
    """
    make_folder(incoming)
    measure = _Measure(source)
    with _explain(incoming):
        number, name = tempfile.mkstemp(dir=incoming)
        try:
            with os.fdopen(number, "wb") as file:
                for piece in write_pieces(vault, measure):
                    file.write(piece)
                file.flush()
                os.fchmod(file.fileno(), FILE_MODE)
                os.fsync(file.fileno())
        except BaseException:
            _forget(Path(name))
            raise
    return Received(path=Path(name), sha256=measure.digest.hexdigest(), size=measure.size)


def settle_file(received: Received, target: Path, vault: Vault = PLAIN) -> bool:
    """Give a received file its name; returns False if the same bytes are there already.

    Raises BrokenEvidence if other bytes are: they are left for people to look at.
    """
    make_folder(target.parent)
    try:
        with _explain(target):
            fresh = _name(received.path, target)
            sync_folder(target.parent)
    finally:
        _forget(received.path)
    if not fresh and hash_file(target, vault) != received.sha256:
        raise BrokenEvidence(
            f"{target.name} was to be kept, but other bytes are there. Verify the case."
        )
    return fresh


def hash_file(path: Path, vault: Vault = PLAIN) -> str:
    """Return the SHA-256 of a file's content.

    Raises BrokenEvidence if the file is a link, cannot be read, or is not as it was sealed.
    """
    if path.is_symlink():
        raise BrokenEvidence(f"{path.name} is a link to somewhere else, not a file of the case.")
    try:
        digest = hashlib.sha256()
        for piece in read_pieces(vault, path):
            digest.update(piece)
        return digest.hexdigest()
    except OSError as error:
        raise BrokenEvidence(f"{path.name} cannot be read: {error.strerror}.") from error


def clear_incoming(incoming: Path) -> int:
    """Delete what an interruption left; only for whoever alone writes to the case."""
    left = list(incoming.iterdir()) if incoming.is_dir() else []
    for path in left:
        path.unlink()
    return len(left)


def make_folder(folder: Path) -> None:
    """Make a folder, with its parents, so that it survives a loss of power."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with _explain(folder):
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _name(path: Path, target: Path) -> bool:
    """Give a file its name unless one has it; a link, unlike renaming, never replaces that."""
    try:
        os.link(path, target)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        if target.exists():
            return False
        path.rename(target)
    return True


def _forget(path: Path) -> None:
    """Delete a passing file; one that a failing disk does not let go of harms nobody."""
    with suppress(OSError):
        path.unlink()


@contextmanager
def _explain(path: Path) -> Iterator[None]:
    """Say what could not be written, and why (no space, no right, a failing disk)."""
    try:
        yield
    except OSError as error:
        raise BrokenEvidence(
            f"{path.name} cannot be written: {error.strerror}. It does not count as kept."
        ) from error
