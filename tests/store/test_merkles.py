"""Merkle trees give the published roots and proofs, and prove nothing that is false."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from firsthand.store.merkles import (
    EMPTY_ROOT,
    Digest,
    Edge,
    Head,
    append_leaf,
    build_levels,
    compute_head,
    hash_leaf,
    hash_node,
    prove_consistency,
    prove_inclusion,
    read_head,
    verify_consistency,
    verify_inclusion,
)

# The eight leaves, the roots and the proofs that implementations of RFC 6962 test themselves with.
LEAVES = [
    hash_leaf(bytes.fromhex(content))
    for content in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSIONS = [
    (0, 1, []),
    (
        0,
        8,
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        5,
        8,
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
        1,
        5,
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
]
CONSISTENCIES = [
    (1, 1, []),
    (1, 8, INCLUSIONS[1][2]),
    (
        6,
        8,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (2, 5, INCLUSIONS[4][2][1:]),
]
EVERY_SIZE = 256


def make_leaves(count: int) -> list[Digest]:
    return [hash_leaf(b"leaf %d" % number) for number in range(count)]


@pytest.mark.parametrize("size", range(9))
def test_roots_are_the_published_ones(size: int) -> None:
    assert compute_head(build_levels(LEAVES), size) == Head(
        size=size, root=bytes.fromhex(ROOTS[size])
    )


@pytest.mark.parametrize(("index", "size", "proof"), INCLUSIONS)
def test_proofs_of_inclusion_are_the_published_ones(
    index: int, size: int, proof: list[str]
) -> None:
    assert prove_inclusion(build_levels(LEAVES), index, size) == tuple(map(bytes.fromhex, proof))


@pytest.mark.parametrize(("old", "size", "proof"), CONSISTENCIES)
def test_proofs_of_consistency_are_the_published_ones(
    old: int, size: int, proof: list[str]
) -> None:
    assert prove_consistency(build_levels(LEAVES), old, size) == tuple(map(bytes.fromhex, proof))


def test_the_example_of_the_rfc_with_seven_leaves() -> None:
    """Section 2.1.5 names the nodes of a tree of seven and the proofs made of them."""
    levels = build_levels(LEAVES[:7])
    a, b, c, d, e, f, j = levels[0]
    g, h, i = hash_node(a, b), hash_node(c, d), hash_node(e, f)
    k, m = hash_node(g, h), hash_node(i, j)
    assert compute_head(levels, 7).root == hash_node(k, m)
    assert prove_inclusion(levels, 0, 7) == (b, h, m)
    assert prove_inclusion(levels, 3, 7) == (c, g, m)
    assert prove_inclusion(levels, 4, 7) == (f, j, k)
    assert prove_inclusion(levels, 6, 7) == (i, k)
    assert prove_consistency(levels, 3, 7) == (c, d, g, m)
    assert prove_consistency(levels, 4, 7) == (m,)
    assert prove_consistency(levels, 6, 7) == (i, j, k)


def test_every_proof_up_to_256_leaves_holds() -> None:
    levels = build_levels(make_leaves(EVERY_SIZE))
    heads = [compute_head(levels, size) for size in range(EVERY_SIZE + 1)]
    checked = 0
    for new in heads[1:]:
        for index in range(new.size):
            inclusion = prove_inclusion(levels, index, new.size)
            assert verify_inclusion(new, index, levels[0][index], inclusion)
            consistency = prove_consistency(levels, index + 1, new.size)
            assert verify_consistency(heads[index + 1], new, consistency)
            checked += 1
    assert checked == 32_896


def test_appending_gives_the_root_of_the_whole() -> None:
    leaves = make_leaves(EVERY_SIZE)
    levels = build_levels(leaves)
    edge = Edge()
    assert read_head(edge) == Head(size=0, root=EMPTY_ROOT)
    for size, leaf in enumerate(leaves, 1):
        edge = append_leaf(edge, leaf)
        assert read_head(edge) == compute_head(levels, size)
        assert len(edge.peaks) == size.bit_count()


@given(some.lists(some.binary(max_size=8), max_size=40))
def test_the_root_is_that_of_the_recursive_definition(contents: list[bytes]) -> None:
    leaves = [hash_leaf(content) for content in contents]
    assert compute_head(build_levels(leaves), len(leaves)).root == define_root(contents)


def define_root(contents: list[bytes]) -> Digest:
    """Spell out the definition of section 2.1.1, without any of the code under test."""
    if not contents:
        return hashlib.sha256(b"").digest()
    if len(contents) == 1:
        return hashlib.sha256(b"\x00" + contents[0]).digest()
    middle = 1
    while middle * 2 < len(contents):
        middle *= 2
    left, right = define_root(contents[:middle]), define_root(contents[middle:])
    return hashlib.sha256(b"\x01" + left + right).digest()


@given(some.data())
def test_a_proof_holds_for_its_own_index_only(data: some.DataObject) -> None:
    size = data.draw(some.integers(2, 64))
    index, other = data.draw(
        some.lists(some.integers(0, size - 1), min_size=2, max_size=2, unique=True)
    )
    levels = build_levels(make_leaves(size))
    head, proof = compute_head(levels, size), prove_inclusion(levels, index, size)
    assert not verify_inclusion(head, other, levels[0][index], proof)
    assert not verify_inclusion(head, other, levels[0][other], proof)


@given(some.data())
def test_a_tree_with_another_leaf_in_its_past_is_not_consistent(data: some.DataObject) -> None:
    size = data.draw(some.integers(2, 64))
    old = data.draw(some.integers(1, size))
    changed = data.draw(some.integers(0, old - 1))
    leaves = make_leaves(size)
    honest = compute_head(build_levels(leaves), old)
    leaves[changed] = hash_leaf(b"another")
    forked = build_levels(leaves)
    assert not verify_consistency(
        honest, compute_head(forked, size), prove_consistency(forked, old, size)
    )


def test_every_tree_begins_with_the_empty_one() -> None:
    empty = Head(size=0, root=EMPTY_ROOT)
    head = compute_head(build_levels(LEAVES), 8)
    assert verify_consistency(empty, head, ())
    assert verify_consistency(empty, empty, ())
    assert not verify_consistency(Head(size=0, root=LEAVES[0]), head, ())
    assert not verify_consistency(empty, Head(size=0, root=LEAVES[0]), ())
    assert not verify_consistency(empty, head, (LEAVES[0],))


def test_a_shorter_tree_is_no_later_one() -> None:
    levels = build_levels(LEAVES)
    proof = prove_consistency(levels, 5, 8)
    assert not verify_consistency(compute_head(levels, 8), compute_head(levels, 5), proof)


def test_the_same_size_needs_the_same_root_and_no_proof() -> None:
    levels = build_levels(LEAVES)
    head = compute_head(levels, 8)
    assert verify_consistency(head, head, ())
    assert not verify_consistency(head, head, (LEAVES[0],))
    assert not verify_consistency(head, Head(size=8, root=LEAVES[0]), ())


@pytest.mark.parametrize("index", [-1, 8, 2**70])
def test_an_index_outside_the_tree_is_refused(index: int) -> None:
    levels = build_levels(LEAVES)
    proof = prove_inclusion(levels, 0, 8)
    assert not verify_inclusion(compute_head(levels, 8), index, LEAVES[0], proof)


def test_a_digest_of_another_length_is_refused() -> None:
    levels = build_levels(LEAVES)
    head, proof = compute_head(levels, 8), prove_inclusion(levels, 0, 8)
    assert not verify_inclusion(head, 0, LEAVES[0], (proof[0] + proof[1], proof[2]))
    assert not verify_inclusion(head, 0, LEAVES[0][:-1], proof)


def test_a_node_does_not_pass_for_a_leaf() -> None:
    levels = build_levels(LEAVES[:2])
    head = compute_head(levels, 2)
    assert not verify_inclusion(
        Head(size=1, root=head.root), 0, hash_leaf(b"".join(LEAVES[:2])), ()
    )


@pytest.mark.parametrize(("index", "size"), [(-1, 8), (8, 8), (0, 9)])
def test_nothing_is_proved_of_leaves_that_are_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="There are 8 leaves"):
        prove_inclusion(build_levels(LEAVES), index, size)
