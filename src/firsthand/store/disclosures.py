"""Disclosures: one entry with its salt and its proof, for somebody who has a checkpoint only."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from firsthand.errors import BrokenLedger
from firsthand.store.checkpoints import Checkpoint
from firsthand.store.leaves import (
    Entry,
    Hex,
    decode_entry,
    derive_entry_salt,
    hash_entry,
)
from firsthand.store.ledgers import Ledger, prove_entry
from firsthand.store.merkles import verify_inclusion

# A tree that needs more has more leaves than there is room for.
MOST_HASHES = 64


class Disclosure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry in its canonical form, its salt, and the hashes that lead from it to the root.

    It gives nothing of the payload or of other entries away.
    """

    entry: str
    salt: Hex
    index: Annotated[int, Meta(ge=0)]
    size: Annotated[int, Meta(ge=1)]
    hashes: Annotated[tuple[Hex, ...], Meta(max_length=MOST_HASHES)]


def disclose_entry(ledger: Ledger, sequence: int, size: int | None = None) -> Disclosure:
    """Return what proves an entry against the checkpoint of that size (None: of now).

    Raises BrokenLedger if the entry is erased: it has neither words nor salt any more.
    """
    head, proof = prove_entry(ledger, sequence, size)
    row = ledger.rows[sequence]
    if row.content is None or row.seed is None:
        raise BrokenLedger(
            f"Entry {sequence} is erased. Its tombstone can be proved, not its words."
        )
    return Disclosure(
        entry=row.content.decode("utf-8"),
        salt=derive_entry_salt(row.seed).hex(),
        index=sequence,
        size=head.size,
        hashes=tuple(step.hex() for step in proof),
    )


def verify_disclosure(disclosure: Disclosure, checkpoint: Checkpoint) -> Entry:
    """Return the entry if the checkpoint's ledger holds it; raises BrokenLedger if not.

    The checkpoint must have been opened with the ledger's key before.
    """
    content = disclosure.entry.encode("utf-8")
    entry = decode_entry(content)
    leaf = hash_entry(content, bytes.fromhex(disclosure.salt))
    proof = [bytes.fromhex(step) for step in disclosure.hashes]
    fits = disclosure.size == checkpoint.size and entry.sequence == disclosure.index
    if not fits or not verify_inclusion(checkpoint.head, disclosure.index, leaf, proof):
        raise BrokenLedger(f"The ledger of {checkpoint.size} entries does not hold this one.")
    return entry


def write_disclosure(disclosure: Disclosure) -> bytes:
    """Write a disclosure as JSON."""
    return msgspec.json.encode(disclosure, order="sorted") + b"\n"


def read_disclosure(content: bytes) -> Disclosure:
    """Read a disclosure; raises BrokenLedger if it is not one."""
    try:
        return msgspec.json.decode(content, type=Disclosure)
    except (msgspec.DecodeError, ValueError) as error:
        raise BrokenLedger(f"The proof of an entry cannot be read: {error}.") from error
