"""Ledgers: rows that are only ever added to, each with the root of the tree up to it.

The ledger knows no database: anything that holds rows by their number will do, a list too.
Whoever stores rows does so in the one transaction that stores what the row tells of.
"""

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from firsthand.errors import BrokenLedger
from firsthand.store.checkpoints import Checkpoint, sign_checkpoint
from firsthand.store.keys import PrivateKey
from firsthand.store.leaves import (
    Event,
    Tombstone,
    decode_entry,
    derive_entry_salt,
    encode_entry,
    hash_entry,
    list_erasure_subjects,
    make_entry,
    make_seed,
)
from firsthand.store.merkles import (
    Digest,
    Edge,
    Head,
    Proof,
    append_leaf,
    build_levels,
    compute_head,
    prove_consistency,
    prove_inclusion,
    read_head,
)


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry as it is stored: its number, canonical bytes, secret seed, leaf, and the root.

    `root` is that of the tree up to and with this row: with it a change is found in its place.
    An erased row has neither content nor seed.
    """

    sequence: int
    content: bytes | None
    seed: bytes | None
    leaf: Digest
    root: Digest


class Rows(Protocol):
    """What stores rows: in their order, by their number."""

    def __len__(self) -> int: ...
    def __getitem__(self, sequence: int, /) -> Row: ...
    def __setitem__(self, sequence: int, row: Row, /) -> None: ...
    def __iter__(self) -> Iterator[Row]: ...
    def append(self, row: Row, /) -> None: ...


class Ledger(Struct, frozen=True, kw_only=True):
    """Stored rows with the edge of their tree, so that adding one needs no look at the others."""

    rows: Rows
    edge: Edge

    @property
    def head(self) -> Head:
        """Return the ledger's size and root."""
        return read_head(self.edge)


def open_ledger(rows: Rows, known: Edge | None = None) -> Ledger:
    """Open a ledger over stored rows; raises BrokenLedger if they do not give the last root.

    Opening hashes the leaves only; what exactly is wrong is found by an audit. With an edge known
    from before, only the rows after it are read: whoever adds thousands hands it on.
    """
    count = len(rows)
    edge = known if known is not None and _fits(rows, count, known) else Edge()
    later = (rows[number] for number in range(edge.size, count)) if edge.size else rows
    for row in later:
        edge = append_leaf(edge, row.leaf)
    if count and read_head(edge).root != rows[count - 1].root:
        raise BrokenLedger("The ledger was changed. Verify it to see where; add nothing to it.")
    return Ledger(rows=rows, edge=edge)


def append_event(ledger: Ledger, event: Event) -> tuple[Ledger, Row]:
    """Add an event to the rows; returns the ledger grown by the row that it became."""
    if event.kind == "erasure":
        raise BrokenLedger("An erasure is recorded by erasing. Name the entry to be erased.")
    return _append(ledger, event)


def erase_entry(
    ledger: Ledger, sequence: int, *, when: str, who: str, reason: bytes
) -> tuple[Ledger, Tombstone]:
    """Record the erasure of an entry, then destroy its content and seed; the leaf stays.

    Both belong into one transaction. The reason is the payload of the record. Raises BrokenLedger
    if there is no such entry, it is erased already, or it records an erasure itself.
    """
    row = _find_row(ledger, sequence)
    if row.content is None:
        raise BrokenLedger(f"Entry {sequence} is erased already.")
    if decode_entry(row.content).kind == "erasure":
        raise BrokenLedger(f"Entry {sequence} records an erasure: without it the erased is lost.")
    tombstone = Tombstone(sequence=sequence, leaf=row.leaf.hex())
    subjects = list_erasure_subjects(tombstone)
    event = Event(when=when, who=who, kind="erasure", subjects=subjects, payload=reason)
    grown, _ = _append(ledger, event)
    ledger.rows[sequence] = Row(
        sequence=sequence, content=None, seed=None, leaf=row.leaf, root=row.root
    )
    return grown, tombstone


def prove_entry(ledger: Ledger, sequence: int, size: int | None = None) -> tuple[Head, Proof]:
    """Prove that the ledger, as it stood at that size (None: now), holds an entry's leaf."""
    _find_row(ledger, sequence)
    levels = build_levels(row.leaf for row in ledger.rows)
    size = _check_size(ledger, ledger.edge.size if size is None else size)
    if sequence >= size:
        raise BrokenLedger(f"Entry {sequence} came after the ledger had {size} entries.")
    return compute_head(levels, size), prove_inclusion(levels, sequence, size)


def prove_growth(ledger: Ledger, old: int, size: int | None = None) -> Proof:
    """Prove that the ledger at that size (None: now) begins with its first `old` entries."""
    size = _check_size(ledger, ledger.edge.size if size is None else size)
    if not 0 <= old <= size:
        raise BrokenLedger(f"A ledger of {size} entries does not begin with {old}.")
    return prove_consistency(build_levels(row.leaf for row in ledger.rows), old, size)


def checkpoint_ledger(
    ledger: Ledger, origin: str, private: PrivateKey, earlier: Checkpoint | None
) -> str:
    """Sign the ledger as it stands; `earlier` is the last checkpoint signed, None the first time.

    Raises ForkedHistory if the rows do not continue it.
    """
    head = ledger.head
    checkpoint = Checkpoint(origin=origin, size=head.size, root=head.root)
    known = earlier is not None and earlier.size <= head.size
    proof = prove_growth(ledger, earlier.size) if earlier is not None and known else ()
    return sign_checkpoint(checkpoint, private, earlier, proof)


def _fits(rows: Rows, count: int, known: Edge) -> bool:
    """Tell whether an edge is the one that these rows had at its size."""
    return 0 < known.size <= count and read_head(known).root == rows[known.size - 1].root


def _append(ledger: Ledger, event: Event) -> tuple[Ledger, Row]:
    sequence, seed = ledger.edge.size, make_seed()
    if sequence != len(ledger.rows):
        raise BrokenLedger("Somebody else added to the ledger. Open it anew, and add then.")
    content = encode_entry(make_entry(event, sequence, seed))
    leaf = hash_entry(content, derive_entry_salt(seed))
    edge = append_leaf(ledger.edge, leaf)
    root = read_head(edge).root
    row = Row(sequence=sequence, content=content, seed=seed, leaf=leaf, root=root)
    ledger.rows.append(row)
    return Ledger(rows=ledger.rows, edge=edge), row


def _find_row(ledger: Ledger, sequence: int) -> Row:
    if not 0 <= sequence < ledger.edge.size:
        raise BrokenLedger(f"There is no entry {sequence}: the last is {ledger.edge.size - 1}.")
    return ledger.rows[sequence]


def _check_size(ledger: Ledger, size: int) -> int:
    if not 0 <= size <= ledger.edge.size:
        raise BrokenLedger(f"The ledger has {ledger.edge.size} entries and never had {size}.")
    return size
