"""Merkle trees of RFC 9162 (the same hashes as RFC 6962): roots, proofs and their verification.

A leaf is hashed behind a zero byte, a node behind a one byte, so that neither passes for the
other. Everything below takes and gives 32-byte digests. A tree of n leaves has for its left
child the largest power of two of leaves that is smaller than n (RFC 9162, section 2.1.1).
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct

Digest: TypeAlias = bytes
Proof: TypeAlias = tuple[Digest, ...]
# Levels[k][i] is the root of the leaves from i * 2**k up to (i + 1) * 2**k.
Levels: TypeAlias = list[list[Digest]]

DIGEST_BYTES = 32
LEAF, NODE = b"\x00", b"\x01"
EMPTY_ROOT: Digest = hashlib.sha256(b"").digest()


class Head(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A tree as it stood: a size means something only beside the root of that size."""

    size: int
    root: Digest


class Edge(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The right edge of a tree: all that is needed to append to it.

    `peaks` are the roots of its whole subtrees from left to right, one for each bit of `size`.
    """

    size: int = 0
    peaks: tuple[Digest, ...] = ()


def hash_leaf(content: bytes) -> Digest:
    """Return the hash of one leaf's bytes."""
    return hashlib.sha256(LEAF + content).digest()


def hash_node(left: Digest, right: Digest) -> Digest:
    """Return the hash of a node with two children."""
    return hashlib.sha256(NODE + left + right).digest()


def append_leaf(edge: Edge, leaf: Digest) -> Edge:
    """Return the edge of the tree with one leaf more."""
    peaks = list(edge.peaks)
    node, size = leaf, edge.size
    while size & 1:
        node = hash_node(peaks.pop(), node)
        size >>= 1
    return Edge(size=edge.size + 1, peaks=(*peaks, node))


def read_head(edge: Edge) -> Head:
    """Return the size and the root of a tree, from its edge."""
    if not edge.peaks:
        return Head(size=0, root=EMPTY_ROOT)
    *lower, root = edge.peaks
    for peak in reversed(lower):
        root = hash_node(peak, root)
    return Head(size=edge.size, root=root)


def build_levels(leaves: Iterable[Digest]) -> Levels:
    """Hash the whole subtrees over the leaves, from which roots and proofs are quickly made."""
    levels: Levels = [list(leaves)]
    while len(levels[-1]) > 1:
        below = levels[-1]
        pairs = zip(below[::2], below[1::2], strict=False)
        levels.append([hash_node(left, right) for left, right in pairs])
    return levels


def compute_head(levels: Levels, size: int) -> Head:
    """Return the head of the tree of the first `size` leaves; raises ValueError beyond them."""
    _check_range(0, size, len(levels[0]))
    root = _hash_range(levels, 0, size) if size else EMPTY_ROOT
    return Head(size=size, root=root)


def prove_inclusion(levels: Levels, index: int, size: int) -> Proof:
    """Prove that the leaf at an index is in the tree of the first `size` leaves (2.1.3.1)."""
    _check_range(index, size, len(levels[0]))
    _check_range(index + 1, size, len(levels[0]))
    proof: list[Digest] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            proof.append(_hash_range(levels, middle, end))
            end = middle
        else:
            proof.append(_hash_range(levels, start, middle))
            start = middle
    return tuple(reversed(proof))


def prove_consistency(levels: Levels, old: int, size: int) -> Proof:
    """Prove that the tree of `size` leaves begins with that of `old` leaves (2.1.4.1).

    Every tree begins with the empty one and with itself: the proof of either is empty.
    """
    _check_range(old, size, len(levels[0]))
    if old in {0, size}:
        return ()
    proof: list[Digest] = []
    start, end = 0, size
    while end != old:
        middle = start + _split(end - start)
        if old <= middle:
            proof.append(_hash_range(levels, middle, end))
            end = middle
        else:
            proof.append(_hash_range(levels, start, middle))
            start = middle
    if start:
        proof.append(_hash_range(levels, start, end))
    return tuple(reversed(proof))


def verify_inclusion(head: Head, index: int, leaf: Digest, proof: Sequence[Digest]) -> bool:
    """Tell whether the proof shows the leaf at that index of the tree (2.1.3.2)."""
    if not 0 <= index < head.size or not _are_digests((leaf, head.root, *proof)):
        return False
    node, position, last = leaf, index, head.size - 1
    for sibling in proof:
        if last == 0:
            return False
        if position & 1 or position == last:
            node = hash_node(sibling, node)
            position, last = _climb_from_right(position, last)
        else:
            node = hash_node(node, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and node == head.root


def verify_consistency(old: Head, new: Head, proof: Sequence[Digest]) -> bool:
    """Tell whether the proof shows that the new tree begins with the old one (2.1.4.2)."""
    if not 0 <= old.size <= new.size or not _are_digests((old.root, new.root, *proof)):
        return False
    if old.size == 0:
        return not proof and old.root == EMPTY_ROOT and (new.size > 0 or new.root == EMPTY_ROOT)
    if old.size == new.size:
        return not proof and old.root == new.root
    # A tree that is one whole subtree is the first node of its own proof.
    nodes = (old.root, *proof) if old.size & (old.size - 1) == 0 else tuple(proof)
    return bool(nodes) and _retrace(old, new, nodes)


def _retrace(old: Head, new: Head, nodes: Sequence[Digest]) -> bool:
    """Walk from the last node of the old tree up to both roots."""
    position, last = old.size - 1, new.size - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    before = after = nodes[0]
    for node in nodes[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            before, after = hash_node(node, before), hash_node(node, after)
            position, last = _climb_from_right(position, last)
        else:
            after = hash_node(after, node)
        position, last = position >> 1, last >> 1
    return last == 0 and before == old.root and after == new.root


def _climb_from_right(position: int, last: int) -> tuple[int, int]:
    """Skip the levels at which a node on the right edge has no sibling."""
    while position and not position & 1:
        position, last = position >> 1, last >> 1
    return position, last


def _split(size: int) -> int:
    """Return the largest power of two smaller than the size (at least two)."""
    return 1 << ((size - 1).bit_length() - 1)


def _hash_range(levels: Levels, start: int, end: int) -> Digest:
    """Return the root over the leaves of a range that begins at a whole subtree."""
    size = end - start
    if size & (size - 1) == 0:
        height = size.bit_length() - 1
        return levels[height][start >> height]
    middle = start + _split(size)
    return hash_node(_hash_range(levels, start, middle), _hash_range(levels, middle, end))


def _check_range(least: int, size: int, most: int) -> None:
    if not 0 <= least <= size <= most:
        raise ValueError(f"There are {most} leaves; {least} up to {size} is no part of them.")


def _are_digests(values: Iterable[Digest]) -> bool:
    return all(len(value) == DIGEST_BYTES for value in values)
