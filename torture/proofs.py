"""Proofs that were tampered with: none may be accepted."""

import random
from functools import cache
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from firsthand.store.merkles import (
    Digest,
    Head,
    Levels,
    Proof,
    build_levels,
    compute_head,
    hash_leaf,
    prove_consistency,
    prove_inclusion,
    verify_consistency,
    verify_inclusion,
)
from torture.results import Result

LARGEST_TREE = 256
SEED = 9162


class Inclusion(Struct, frozen=True, kw_only=True):
    """The statement that a tree holds a leaf at an index, with its proof."""

    head: Head
    index: int
    leaf: Digest
    proof: Proof


class Consistency(Struct, frozen=True, kw_only=True):
    """The statement that a tree begins with an older one, with its proof."""

    old: Head
    new: Head
    proof: Proof


Case: TypeAlias = Inclusion | Consistency


def torture_proofs(count: int) -> Result:
    """Tamper with that many proofs, half of inclusion, half of consistency."""
    chance = random.Random(SEED)
    failures: list[str] = []
    control = 0
    for number in range(count):
        honest = _draw_inclusion(chance) if number % 2 else _draw_consistency(chance)
        false = tamper(honest, chance)
        if not accept(honest):
            failures.append(f"an honest proof was refused: {honest}")
        if accept(false):
            failures.append(f"a false proof was accepted: {false}")
        control += accept_carelessly(honest, false)
    return Result(ran=count, control=control, failures=tuple(failures))


def accept(case: Case) -> bool:
    """Judge a case as our own verification does."""
    if isinstance(case, Inclusion):
        return verify_inclusion(case.head, case.index, case.leaf, case.proof)
    return verify_consistency(case.old, case.new, case.proof)


def accept_carelessly(honest: Case, case: Case) -> bool:
    """Judge as somebody who does not look at the index, or at the older head."""
    if isinstance(case, Inclusion) and isinstance(honest, Inclusion):
        return accept(replace(case, index=honest.index))
    if isinstance(case, Consistency) and isinstance(honest, Consistency):
        return accept(replace(case, old=honest.old))
    return False


def tamper(honest: Case, chance: random.Random) -> Case:
    """Return a case that is false after one or two changes to an honest one."""
    while True:
        false = _tamper_once(honest, chance)
        if chance.random() < 0.2:
            false = _tamper_once(false, chance)
        if not is_honest(false):
            return false


def is_honest(case: Case) -> bool:
    """Tell whether a case is true of the tree at hand, and its proof the one we give."""
    if isinstance(case, Consistency):
        return (
            _is_head(case.old)
            and _is_head(case.new)
            and case.old.size <= case.new.size
            and case.proof == prove_consistency(_grow_tree(), case.old.size, case.new.size)
        )
    return (
        _is_head(case.head)
        and 0 <= case.index < case.head.size
        and case.leaf == _grow_tree()[0][case.index]
        and case.proof == prove_inclusion(_grow_tree(), case.index, case.head.size)
    )


def _is_head(head: Head) -> bool:
    return head == _read_heads()[head.size]


def _tamper_once(case: Case, chance: random.Random) -> Case:
    if chance.random() < 0.6:
        return replace(case, proof=_tamper_proof(case.proof, chance))
    if isinstance(case, Consistency):
        if chance.random() < 0.5:
            return replace(case, old=_tamper_head(case.old, chance))
        return replace(case, new=_tamper_head(case.new, chance))
    what = chance.randrange(3)
    if what == 0:
        return replace(case, head=_tamper_head(case.head, chance))
    if what == 1:
        return replace(case, leaf=_tamper_digest(case.leaf, chance))
    return replace(case, index=chance.randrange(-1, LARGEST_TREE + 1))


def _tamper_proof(proof: Proof, chance: random.Random) -> Proof:
    """Change, drop, add, repeat, swap or turn round the digests of a proof."""
    digests = list(proof)
    what = chance.randrange(6)
    if what == 0 or not digests:
        digests.insert(chance.randint(0, len(digests)), chance.choice(_grow_tree()[0]))
        return tuple(digests)
    place, other = chance.randrange(len(digests)), chance.randrange(len(digests))
    if what == 1:
        del digests[place]
    elif what == 2:
        digests.insert(place, digests[other])
    elif what == 3:
        digests[place], digests[other] = digests[other], digests[place]
    elif what == 4:
        digests.reverse()
    else:
        digests[place] = _tamper_digest(digests[place], chance)
    return tuple(digests)


def _tamper_digest(digest: Digest, chance: random.Random) -> Digest:
    """Flip a bit, cut or lengthen a digest, or take another one of the same tree."""
    what = chance.randrange(8)
    if what == 0:
        return digest[:-1]
    if what == 1:
        return digest + b"\x00"
    if what == 2:
        return chance.choice(chance.choice(_grow_tree()))
    flipped = bytearray(digest)
    flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _tamper_head(head: Head, chance: random.Random) -> Head:
    """Take the honest head of another size, or another root for the same size.

    A size alone is not changed: whoever holds a root of unknown size has no head.
    """
    if chance.random() < 0.5:
        return _read_heads()[chance.randrange(1, LARGEST_TREE + 1)]
    return replace(head, root=_tamper_digest(head.root, chance))


def _draw_inclusion(chance: random.Random) -> Inclusion:
    size = chance.randint(1, LARGEST_TREE)
    index = chance.randrange(size)
    proof = prove_inclusion(_grow_tree(), index, size)
    return Inclusion(
        head=_read_heads()[size], index=index, leaf=_grow_tree()[0][index], proof=proof
    )


def _draw_consistency(chance: random.Random) -> Consistency:
    size = chance.randint(1, LARGEST_TREE)
    old = chance.randint(1, size)
    proof = prove_consistency(_grow_tree(), old, size)
    return Consistency(old=_read_heads()[old], new=_read_heads()[size], proof=proof)


@cache
def _grow_tree() -> Levels:
    return build_levels(hash_leaf(b"leaf %d" % number) for number in range(LARGEST_TREE))


@cache
def _read_heads() -> list[Head]:
    return [compute_head(_grow_tree(), size) for size in range(LARGEST_TREE + 1)]
