"""Checkpoints: the size and root of a ledger, signed, in the text form of C2SP tlog-checkpoint.

Whoever keeps a checkpoint outside the case can later see whether the ledger still begins as it
did then. A checkpoint is followed only on proof: two that cannot both be true are refused.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from firsthand.errors import BrokenLedger, ForkedHistory
from firsthand.store.keys import Key, PrivateKey, check_name, decode_base64, encode_base64
from firsthand.store.merkles import DIGEST_BYTES, Digest, Head, verify_consistency
from firsthand.store.notes import sign_text, verify_note

# Decimal without leading zeros; 19 digits hold every size that fits into 63 bits.
SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
LEAST_LINES = 3


class Checkpoint(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ledger as it stood: its origin (a unique name), size and root.

    `extensions` are further lines, for others to use; we write none.
    """

    origin: str
    size: int
    root: Digest
    extensions: tuple[str, ...] = ()

    @property
    def head(self) -> Head:
        """Return what proofs are verified against."""
        return Head(size=self.size, root=self.root)


def write_checkpoint(checkpoint: Checkpoint) -> str:
    """Write a checkpoint as lines of text, not yet signed."""
    lines = (
        check_name(checkpoint.origin),
        str(checkpoint.size),
        encode_base64(checkpoint.root),
        *checkpoint.extensions,
    )
    return "".join(f"{line}\n" for line in lines)


def read_checkpoint(text: str) -> Checkpoint:
    """Read the lines of a checkpoint; raises BrokenLedger if they are not one."""
    lines = text.split("\n")
    if len(lines) <= LEAST_LINES or lines[-1] or not all(lines[:-1]):
        raise BrokenLedger("A checkpoint has a line each for origin, size and root.")
    origin, size, encoded, *extensions = lines[:-1]
    root = decode_base64(encoded)
    if not SIZE.fullmatch(size) or len(root) != DIGEST_BYTES:
        raise BrokenLedger(f"{size[:40]!r} and {encoded[:60]!r} are no size and root.")
    return Checkpoint(
        origin=check_name(origin), size=int(size), root=root, extensions=tuple(extensions)
    )


def sign_checkpoint(
    checkpoint: Checkpoint, private: PrivateKey, earlier: Checkpoint | None, proof: Sequence[Digest]
) -> str:
    """Sign a checkpoint under the name of its origin.

    Raises ForkedHistory unless the proof shows that it continues the one signed before: a key
    that signs two histories is worth nothing.
    """
    follow_checkpoint(earlier, checkpoint, proof)
    return sign_text(write_checkpoint(checkpoint), checkpoint.origin, private)


def open_checkpoint(content: str, key: Key, witnesses: Iterable[Key] = ()) -> Checkpoint:
    """Return the checkpoint in a signed note.

    Raises BrokenLedger unless the ledger's own key signed it and it is that ledger's; a witness
    need not have signed, but one that signed something else is refused.
    """
    note, signers = verify_note(content, (key, *witnesses))
    if key not in signers:
        raise BrokenLedger(f"{key.name} did not sign this checkpoint.")
    checkpoint = read_checkpoint(note.text)
    if checkpoint.origin != key.name:
        raise BrokenLedger(f"The checkpoint is of {checkpoint.origin}, not of {key.name}.")
    return checkpoint


def follow_checkpoint(
    trusted: Checkpoint | None, received: Checkpoint, proof: Sequence[Digest]
) -> Checkpoint:
    """Return the received checkpoint if it continues the trusted one (None: the first ever seen).

    Raises ForkedHistory with the reason if it does not.
    """
    if trusted is None:
        return received
    if trusted.origin != received.origin:
        raise ForkedHistory(f"{received.origin} is another ledger than {trusted.origin}.")
    if received.size < trusted.size:
        raise ForkedHistory(
            f"The ledger had {trusted.size} entries and now has {received.size}: it was rolled "
            "back. Ask for the entries that are missing."
        )
    if received.size == trusted.size and received.root != trusted.root:
        raise ForkedHistory(f"There are two histories of the first {trusted.size} entries.")
    if not verify_consistency(trusted.head, received.head, proof):
        raise ForkedHistory(
            f"Nothing proves that the ledger of {received.size} entries begins with the "
            f"{trusted.size} known ones. Its past was changed, or the proof is not its own."
        )
    return received
