"""The attack on proofs finds what a careless verifier lets through, and nothing in ours."""

import random

from msgspec.structs import replace
from torture.promises import TORTURES
from torture.proofs import (
    LARGEST_TREE,
    Inclusion,
    accept,
    accept_carelessly,
    is_honest,
    tamper,
    torture_proofs,
)

from firsthand.store.merkles import build_levels, compute_head, hash_leaf, prove_inclusion


def make_case() -> Inclusion:
    levels = build_levels(hash_leaf(b"leaf %d" % number) for number in range(LARGEST_TREE))
    return Inclusion(
        head=compute_head(levels, 11),
        index=6,
        leaf=levels[0][6],
        proof=prove_inclusion(levels, 6, 11),
    )


def test_no_false_proof_is_accepted() -> None:
    result = torture_proofs(TORTURES["proofs"].few)
    assert result.failures == ()
    assert result.ran == 2_000
    assert result.control > 100


def test_what_is_tampered_with_is_false() -> None:
    honest, chance = make_case(), random.Random(1)
    assert is_honest(honest)
    assert not any(is_honest(tamper(honest, chance)) for _ in range(200))


def test_the_careless_verifier_accepts_a_false_index() -> None:
    honest = make_case()
    false = replace(honest, index=7)
    assert accept_carelessly(honest, false)
    assert not accept(false)
