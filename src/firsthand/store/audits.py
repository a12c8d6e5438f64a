"""Audits: every row of a ledger is checked, and what was changed is named with its place.

Four things hold a row fast: its number, the leaf that its content and seed give, the root stored
beside it, and checkpoints kept elsewhere. A wrong leaf makes every later root wrong. So a root
that fits shows that all leaves before it are right, and the place after the last that fits is
where the history was changed.
"""

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from msgspec import Struct

from firsthand.errors import BrokenLedger
from firsthand.store.checkpoints import Checkpoint
from firsthand.store.findings import Finding
from firsthand.store.leaves import (
    Entry,
    Tombstone,
    decode_entry,
    derive_entry_salt,
    hash_entry,
    name_entry,
    verify_tombstone,
)
from firsthand.store.ledgers import Row, Rows
from firsthand.store.merkles import Digest, Edge, append_leaf, read_head


class Sight(Struct, frozen=True, kw_only=True):
    """One row as seen: the leaf that its content and seed give, its entry, and what is wrong.

    `number` is that of the entry where the leaf confirms it, else the one it is stored under.
    """

    row: Row
    number: int
    own: Digest | None = None
    entry: Entry | None = None
    wrong: str = ""


class Walk(Struct, kw_only=True):
    """What a walk over the rows remembers: the tree so far, its roots, and what was found.

    `roots[n]` is the root of the first n entries; `fits[n]` tells whether row n holds it too.
    """

    edge: Edge = Edge()
    roots: list[Digest]
    fits: list[bool]
    findings: list[Finding]


def audit_ledger(rows: Rows, checkpoints: Iterable[Checkpoint] = ()) -> tuple[Finding, ...]:
    """Return everything that is wrong with a ledger; nothing if it is clean.

    Checkpoints are those that were opened with the ledger's key and kept outside of it: without
    one, nobody can see that a whole ledger was written anew, or its end cut off.
    """
    walk = Walk(roots=[read_head(Edge()).root], fits=[], findings=[])
    kept = sorted(checkpoints, key=lambda checkpoint: checkpoint.size)
    most = max((checkpoint.size for checkpoint in kept), default=0)
    stored = [_look(row) for row in rows]
    sights = sorted(stored, key=lambda sight: sight.number)
    walk.findings.extend(_find_disorder(stored, sights))
    walk.findings.extend(_find_gaps({sight.number for sight in sights}, most))
    for sight in sights:
        _visit(walk, sight)
    walk.findings.extend(_find_checkpoint(walk.roots, kept))
    walk.findings.extend(_find_roots(walk, kept))
    walk.findings.extend(_find_erasures(sights))
    return tuple(walk.findings)


def _look(row: Row) -> Sight:
    """Hash a row's content and read its entry."""
    if row.content is None and row.seed is None:
        return Sight(row=row, number=row.sequence)
    if row.content is None or row.seed is None:
        wrong = "One of its content and its seed is gone, the other is there."
        return Sight(row=row, number=row.sequence, wrong=wrong)
    try:
        own = hash_entry(row.content, derive_entry_salt(row.seed))
    except BrokenLedger as error:
        return Sight(row=row, number=row.sequence, wrong=str(error))
    try:
        entry = decode_entry(row.content)
    except BrokenLedger:
        # Its leaf tells whether it was changed or was never right.
        wrong = "" if own != row.leaf else "It is no entry, though its leaf says it was kept so."
        return Sight(row=row, number=row.sequence, own=own, wrong=wrong)
    number = entry.sequence if own == row.leaf else row.sequence
    return Sight(row=row, number=number, own=own, entry=entry)


def _find_disorder(stored: Sequence[Sight], ordered: Sequence[Sight]) -> list[Finding]:
    """Find rows under another number than their entry's, in another place, or there twice."""
    findings: list[Finding] = []
    for there, here in zip(stored, ordered, strict=True):
        if here.row.sequence != here.number:
            text = f"It is stored under number {here.row.sequence}."
            findings.append(_report(here.number, "moved", text))
        elif there.number != here.number:
            findings.append(_report(here.number, "moved", "It does not stand in its place."))
    for one, other in pairwise(ordered):
        if one.number == other.number:
            findings.append(_report(one.number, "twice", "It is there more than once."))
    return findings


def _find_gaps(numbers: Set[int], most: int) -> list[Finding]:
    """Find runs of numbers that are missing, each as one thing."""
    findings: list[Finding] = []
    expected = 0
    for number in [*sorted(numbers), most]:
        if number > expected:
            text = f"{number - expected} entries are gone; the ledger once had them."
            last = f"..{number - 1}" if number - expected > 1 else ""
            where = name_entry(expected) + last
            findings.append(Finding(where=where, code="missing", text=text))
        expected = max(expected, number + 1)
    return findings


def _visit(walk: Walk, sight: Sight) -> None:
    """Check one row's content against its leaf, and grow the tree by it if it is the next."""
    row, leaf = sight.row, sight.row.leaf
    if sight.wrong:
        walk.findings.append(_report(sight.number, "content", sight.wrong))
    if sight.own is not None and sight.own != leaf:
        leaf = _choose_leaf(walk, row, sight.own)
    if sight.number == walk.edge.size:
        walk.edge = append_leaf(walk.edge, leaf)
        walk.roots.append(read_head(walk.edge).root)
        walk.fits.append(walk.roots[-1] == row.root)


def _choose_leaf(walk: Walk, row: Row, own: Digest) -> Digest:
    """Report a row whose content and leaf differ; return the one that the stored root confirms."""
    fitting = read_head(append_leaf(walk.edge, own)).root == row.root
    if fitting and row.sequence == walk.edge.size:
        text = "Its leaf was changed; content, seed and root are as they were."
        walk.findings.append(_report(row.sequence, "leaf", text))
        return own
    text = "Its content or its seed was changed: they do not give its leaf."
    walk.findings.append(_report(row.sequence, "content", text))
    return row.leaf


def _find_checkpoint(roots: Sequence[Digest], kept: Sequence[Checkpoint]) -> list[Finding]:
    """Report the first checkpoint that does not fit, and between which entries the change lies.

    One beyond the rows that could be walked is not reported: what is missing is.
    """
    fitting = 0
    for checkpoint in kept:
        if checkpoint.size >= len(roots):
            break
        if roots[checkpoint.size] != checkpoint.root:
            where = f"checkpoint-{checkpoint.size}"
            last = checkpoint.size - 1
            text = f"The ledger does not fit it: a change lies in entries {fitting} to {last}."
            return [Finding(where=where, code="forked", text=text)]
        fitting = checkpoint.size
    return []


def _find_roots(walk: Walk, kept: Sequence[Checkpoint]) -> list[Finding]:
    """Tell rows whose root alone was changed from the one at which the history was."""
    sure = max((number + 1 for number, fits in enumerate(walk.fits) if fits), default=0)
    for checkpoint in kept:
        if checkpoint.size < len(walk.roots) and walk.roots[checkpoint.size] == checkpoint.root:
            sure = max(sure, checkpoint.size)
    text = "Its root was changed; its content and leaf are as they were."
    findings = [
        _report(number, "root", text) for number, fits in enumerate(walk.fits[:sure]) if not fits
    ]
    if sure < len(walk.fits):
        # The last row has no later root to decide between these two.
        text = "It was replaced, or its root was: from here on nothing shows what the ledger held."
        findings.append(_report(sure, "replaced", text))
    return findings


def _find_erasures(sights: Sequence[Sight]) -> list[Finding]:
    """Find what was erased without a record, and recorded erasures that were not carried out."""
    records = [
        sight.entry for sight in sights if sight.entry is not None and sight.entry.kind == "erasure"
    ]
    recorded = {subject: entry for entry in records for subject in entry.subjects[:1]}
    findings: list[Finding] = []
    for sight in sights:
        record = recorded.get(name_entry(sight.number))
        stone = Tombstone(sequence=sight.number, leaf=sight.row.leaf.hex())
        if sight.row.content is not None or sight.row.seed is not None:
            if record is not None:
                text = f"Entry {record.sequence} records its erasure, and it is still there."
                findings.append(_report(sight.number, "not erased", text))
        elif record is None or not verify_tombstone(stone, record):
            text = "It was erased, and no entry records that with this leaf."
            findings.append(_report(sight.number, "erased", text))
    return findings


def _report(sequence: int, code: str, text: str) -> Finding:
    return Finding(where=name_entry(sequence), code=code, text=text)
