"""Vaults: how the files of a case lie on the disk, as they are or sealed, and under which names."""

import hmac
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from firsthand.store.seals import open_pieces, seal_pieces

PIECE = 1 << 20


class Vault(Struct, frozen=True, kw_only=True):
    """The keys of sealed files and of their names; without them files lie as they are."""

    seal: bytes | None = None
    names: bytes | None = None

    def __repr__(self) -> str:
        """Say what it does, and never the keys."""
        return "Vault(plain)" if self.seal is None else "Vault(sealed)"


PLAIN = Vault()


def name_digest(vault: Vault, sha256: str) -> str:
    """Return the name of what has a digest.

    Where files are sealed it is keyed: whoever has a document cannot look whether it is there.
    """
    if vault.names is None:
        return sha256
    return hmac.new(vault.names, sha256.encode(), "sha256").hexdigest()


def write_pieces(vault: Vault, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what is written to the disk for content."""
    if vault.seal is None:
        yield from pieces
    else:
        yield from seal_pieces(pieces, vault.seal)


def read_pieces(vault: Vault, path: Path) -> Iterator[bytes]:
    """Yield the content of a file; raises BrokenEvidence if it is not as it was sealed."""
    with path.open("rb") as file:
        if vault.seal is None:
            while piece := file.read(PIECE):
                yield piece
        else:
            yield from open_pieces(file, vault.seal)


def read_content(vault: Vault, path: Path) -> bytes:
    """Return the whole content of a file; raises BrokenEvidence as `read_pieces` does."""
    return b"".join(read_pieces(vault, path))
