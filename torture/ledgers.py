"""Ledgers that were changed: each change must be found, and the right entry named."""

import random
import re
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from msgspec.structs import replace

from firsthand.store.audits import audit_ledger
from firsthand.store.checkpoints import Checkpoint
from firsthand.store.findings import Finding
from firsthand.store.leaves import (
    Event,
    derive_entry_salt,
    encode_entry,
    hash_entry,
    make_entry,
    make_seed,
)
from firsthand.store.ledgers import Row, append_event, erase_entry, open_ledger
from firsthand.store.merkles import Edge, append_leaf, read_head
from torture.results import Result

ENTRIES = 200
# Checkpoints are kept after so many entries, the last after all.
STEP = 50
# The entries that are lawfully erased, and those that record it.
ERASED = {7: 197, 50: 198, 120: 199}
SEED = 6962
WHEN = "2019-05-14T09:30:00Z"
NUMBERS = re.compile(r"(?:entry|checkpoint)-(\d+)(?:\.\.(\d+))?")

# The rows after the change, and the entries of which one at least must be named.
Change: TypeAlias = tuple[list[Row], range]


def torture_ledgers(count: int) -> Result:
    """Change a ledger of 200 entries that often, and audit it each time."""
    chance = random.Random(SEED)
    names = list(CHANGES)
    failures: list[str] = []
    control = 0
    for number in range(count):
        name = names[number % len(names)]
        rows, aim = CHANGES[name](list(build_rows()), chance)
        findings = audit_ledger(rows, keep_checkpoints())
        if not names_entry(findings, aim):
            found = "; ".join(f"{item.where} {item.code}" for item in findings)
            failures.append(f"{name} at {aim} was reported as: {found or 'clean'}")
        # Whoever compares each row's content with its leaf, and nothing else, misses most.
        control += not any(item.code in {"content", "leaf"} for item in findings)
    return Result(ran=count, control=control, failures=tuple(failures))


def names_entry(findings: tuple[Finding, ...], aim: range) -> bool:
    """Tell whether the findings name an entry that was changed, and blame no other.

    A checkpoint that does not fit names the entries since the last one that does. Where the
    record of an erasure was changed, what it recorded is named too.
    """
    named = [_read_where(found) for found in findings]
    hit = any(first in aim or aim.start in range(first, last + 1) for first, last in named)
    unrecorded = {sequence for sequence, record in ERASED.items() if record in aim}
    single = {first for first, last in named if first == last}
    return hit and single <= {*aim, *unrecorded}


def _read_where(found: Finding) -> tuple[int, int]:
    match = NUMBERS.fullmatch(found.where)
    if match is None:
        raise ValueError(f"{found.where} names no place in a ledger.")
    number = int(match[1])
    if found.code == "forked":
        return number - STEP, number - 1
    return number, int(match[2] or number)


def flip_content(rows: list[Row], chance: random.Random) -> Change:
    """Flip one bit of an entry's words."""
    place = _draw_living(rows, chance)
    row = rows[place]
    rows[place] = replace(row, content=_flip(row.content or b"", chance))
    return rows, range(place, place + 1)


def flip_seed(rows: list[Row], chance: random.Random) -> Change:
    """Flip one bit of an entry's seed."""
    place = _draw_living(rows, chance)
    row = rows[place]
    rows[place] = replace(row, seed=_flip(row.seed or b"", chance))
    return rows, range(place, place + 1)


def flip_leaf(rows: list[Row], chance: random.Random) -> Change:
    """Flip one bit of a leaf."""
    place = chance.randrange(len(rows))
    rows[place] = replace(rows[place], leaf=_flip(rows[place].leaf, chance))
    return rows, range(place, place + 1)


def flip_root(rows: list[Row], chance: random.Random) -> Change:
    """Flip one bit of a root."""
    place = chance.randrange(len(rows))
    rows[place] = replace(rows[place], root=_flip(rows[place].root, chance))
    return rows, range(place, place + 1)


def delete_row(rows: list[Row], chance: random.Random) -> Change:
    """Delete one row."""
    place = chance.randrange(len(rows))
    del rows[place]
    return rows, range(place, place + 1)


def truncate_rows(rows: list[Row], chance: random.Random) -> Change:
    """Cut off the end, or put back an older copy of the whole ledger."""
    place = chance.randrange(len(rows))
    return rows[:place], range(place, len(rows))


def swap_rows(rows: list[Row], chance: random.Random) -> Change:
    """Exchange two rows under their numbers."""
    one, other = sorted(chance.sample(range(len(rows)), 2))
    rows[one], rows[other] = replace(rows[other], sequence=one), replace(rows[one], sequence=other)
    return rows, range(one, other + 1)


def repeat_row(rows: list[Row], chance: random.Random) -> Change:
    """Put a copy of a row in the place of another."""
    one, other = sorted(chance.sample(range(len(rows)), 2))
    rows[other] = replace(rows[one], sequence=other)
    return rows, range(one, other + 1)


def blank_row(rows: list[Row], chance: random.Random) -> Change:
    """Erase a row without a record."""
    place = _draw_living(rows, chance)
    rows[place] = replace(rows[place], content=None, seed=None)
    return rows, range(place, place + 1)


def forge_row(rows: list[Row], chance: random.Random) -> Change:
    """Replace a row by another with a leaf of its own."""
    place = chance.randrange(len(rows))
    rows[place] = _forge(rows[place])
    return rows, range(place, place + 1)


def rewrite_rows(rows: list[Row], chance: random.Random) -> Change:
    """Replace a row and make every later root anew, as somebody does who owns the database."""
    place = chance.randrange(len(rows))
    rows[place] = _forge(rows[place])
    return _rebuild(rows), range(place, place + 1)


def rewrite_without(rows: list[Row], chance: random.Random) -> Change:
    """Delete the last rows and write others in their place, roots and all."""
    place = chance.randrange(len(rows))
    return _rebuild([*rows[:place], *map(_forge, rows[place:])]), range(place, len(rows))


CHANGES: dict[str, Callable[[list[Row], random.Random], Change]] = {
    "a flipped word": flip_content,
    "a flipped seed": flip_seed,
    "a flipped leaf": flip_leaf,
    "a flipped root": flip_root,
    "a deleted row": delete_row,
    "a lost end": truncate_rows,
    "swapped rows": swap_rows,
    "a repeated row": repeat_row,
    "a silent erasure": blank_row,
    "a forged row": forge_row,
    "a rewritten past": rewrite_rows,
    "a rewritten end": rewrite_without,
}


@cache
def build_rows() -> tuple[Row, ...]:
    """Make the ledger that is attacked, with three lawful erasures in it."""
    ledger = open_ledger([])
    for number in range(ENTRIES - len(ERASED)):
        event = Event(when=WHEN, who="Ilse Varn", kind="ingest", subjects=(f"r-{number}",))
        ledger, _ = append_event(ledger, event)
    for sequence in ERASED:
        ledger, _ = erase_entry(ledger, sequence, when=WHEN, who="Ilse Varn", reason=b"")
    return tuple(ledger.rows)


@cache
def keep_checkpoints() -> tuple[Checkpoint, ...]:
    """Return the checkpoints that somebody kept outside of the case."""
    return tuple(
        Checkpoint(origin="harbour.example", size=size, root=build_rows()[size - 1].root)
        for size in range(STEP, ENTRIES + 1, STEP)
    )


def _draw_living(rows: list[Row], chance: random.Random) -> int:
    living = [row.sequence for row in rows if row.content is not None]
    return chance.choice(living)


def _flip(content: bytes, chance: random.Random) -> bytes:
    flipped = bytearray(content)
    flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _forge(row: Row) -> Row:
    seed = make_seed()
    event = Event(when=WHEN, who="Orro Dast", kind="decision", subjects=("c-1",))
    content = encode_entry(make_entry(event, row.sequence, seed))
    leaf = hash_entry(content, derive_entry_salt(seed))
    return replace(row, content=content, seed=seed, leaf=leaf)


def _rebuild(rows: list[Row]) -> list[Row]:
    edge, rebuilt = Edge(), []
    for row in rows:
        edge = append_leaf(edge, row.leaf)
        rebuilt.append(replace(row, root=read_head(edge).root))
    return rebuilt
