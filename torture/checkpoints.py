"""Checkpoints of forked ledgers and damaged ones: none may be followed or opened."""

import random
from functools import cache

from firsthand.errors import BrokenLedger
from firsthand.store.checkpoints import (
    Checkpoint,
    follow_checkpoint,
    open_checkpoint,
    read_checkpoint,
    sign_checkpoint,
)
from firsthand.store.keys import Key, make_key, make_private_key
from firsthand.store.merkles import (
    Levels,
    build_levels,
    compute_head,
    hash_leaf,
    prove_consistency,
)
from firsthand.store.notes import read_note
from torture.results import Result

LARGEST = 256
ORIGIN = "harbour.example"
SEED = 2026


def torture_checkpoints(count: int) -> Result:
    """Fork a ledger and damage a signed checkpoint in turn, that often in all."""
    chance = random.Random(SEED)
    failures: list[str] = []
    control = 0
    for number in range(count):
        failure, careless = _fork(chance) if number % 2 else _damage(chance)
        failures.extend(failure)
        control += careless
    return Result(ran=count, control=control, failures=tuple(failures))


def _fork(chance: random.Random) -> tuple[list[str], bool]:
    """Show a forked ledger to somebody who has seen the honest one.

    The careless one follows whoever shows more entries than before.
    """
    old = chance.randint(1, LARGEST)
    point, new = chance.randrange(old), chance.randint(0, LARGEST)
    forked = _grow(point, chance.randrange(10))
    trusted, shown = _make_checkpoint(_grow(None, 0), old), _make_checkpoint(forked, new)
    levels = forked if chance.random() < 0.5 else _grow(None, 0)
    size = max(new, 1)
    proof = prove_consistency(levels, min(old, size), size)
    if _follows(trusted, shown, proof):
        return [f"a fork after {point} entries was followed from {old} to {new}"], True
    return [], new > old


def _follows(trusted: Checkpoint, shown: Checkpoint, proof: tuple[bytes, ...]) -> bool:
    try:
        follow_checkpoint(trusted, shown, proof)
    except BrokenLedger:
        return False
    return True


def _damage(chance: random.Random) -> tuple[list[str], bool]:
    """Change one byte of a signed checkpoint; the careless one does not verify its signature."""
    content, key = _sign()
    damaged = bytearray(content.encode())
    damaged[chance.randrange(len(damaged))] ^= chance.randrange(1, 256)
    text = damaged.decode("utf-8", "surrogateescape")
    try:
        checkpoint = open_checkpoint(text, key)
    except BrokenLedger:
        return [], _reads(text)
    return [f"a damaged checkpoint was opened as {checkpoint}: {text!r}"], True


def _reads(text: str) -> bool:
    try:
        read_checkpoint(read_note(text).text)
    except BrokenLedger:
        return False
    return True


def _make_checkpoint(levels: Levels, size: int) -> Checkpoint:
    head = compute_head(levels, size)
    return Checkpoint(origin=ORIGIN, size=head.size, root=head.root)


@cache
def _grow(point: int | None, other: int) -> Levels:
    """Grow a tree whose leaves are other ones from a point on (None: the honest tree)."""
    after = LARGEST if point is None else point
    honest = [hash_leaf(b"leaf %d" % number) for number in range(after)]
    forged = [hash_leaf(b"other %d %d" % (other, number)) for number in range(after, LARGEST)]
    return build_levels(honest + forged)


@cache
def _sign() -> tuple[str, Key]:
    private = make_private_key()
    content = sign_checkpoint(_make_checkpoint(_grow(None, 0), LARGEST), private, None, ())
    return content, make_key(ORIGIN, private)
