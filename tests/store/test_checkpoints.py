"""A checkpoint is signed and followed only if it continues the one before."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from firsthand.errors import BrokenLedger, ForkedHistory
from firsthand.store.checkpoints import (
    Checkpoint,
    follow_checkpoint,
    open_checkpoint,
    read_checkpoint,
    sign_checkpoint,
    write_checkpoint,
)
from firsthand.store.keys import make_key, make_private_key
from firsthand.store.merkles import (
    Digest,
    build_levels,
    compute_head,
    hash_leaf,
    prove_consistency,
)
from firsthand.store.notes import add_signature, sign_text

ORIGIN = "harbour.example"
PRIVATE, WITNESS = make_private_key(), make_private_key()
KEY, WITNESS_KEY = make_key(ORIGIN, PRIVATE), make_key("witness.example", WITNESS)
LEAVES = [hash_leaf(b"leaf %d" % number) for number in range(20)]


def make_checkpoint(leaves: list[Digest], origin: str = ORIGIN) -> Checkpoint:
    head = compute_head(build_levels(leaves), len(leaves))
    return Checkpoint(origin=origin, size=head.size, root=head.root)


def test_a_checkpoint_is_three_lines() -> None:
    checkpoint = Checkpoint(origin=ORIGIN, size=0, root=bytes(32))
    text = "harbour.example\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
    assert write_checkpoint(checkpoint) == text
    assert read_checkpoint(text) == checkpoint


def test_further_lines_are_kept() -> None:
    checkpoint = replace(make_checkpoint(LEAVES), extensions=("of others", "and more"))
    assert read_checkpoint(write_checkpoint(checkpoint)) == checkpoint


ROOT = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{ORIGIN}\n3\n",
        f"{ORIGIN}\n3\n{ROOT}",
        f"{ORIGIN}\n03\n{ROOT}\n",
        f"{ORIGIN}\n-3\n{ROOT}\n",
        f"{ORIGIN}\n+3\n{ROOT}\n",
        f"{ORIGIN}\n٣\n{ROOT}\n",
        f"{ORIGIN}\n{'9' * 20}\n{ROOT}\n",
        f"{ORIGIN}\n3\nAAAA\n",
        f"{ORIGIN}\n3\n{ROOT}\n\n",
        f"\n3\n{ROOT}\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(BrokenLedger):
        read_checkpoint(text)


def test_a_signed_checkpoint_opens_with_the_key_of_its_ledger() -> None:
    checkpoint = make_checkpoint(LEAVES)
    content = sign_checkpoint(checkpoint, PRIVATE, None, ())
    assert open_checkpoint(content, KEY) == checkpoint
    witnessed = add_signature(content, "witness.example", WITNESS)
    assert open_checkpoint(witnessed, KEY, [WITNESS_KEY]) == checkpoint


def test_a_witness_alone_does_not_make_a_checkpoint() -> None:
    content = sign_text(write_checkpoint(make_checkpoint(LEAVES)), "witness.example", WITNESS)
    with pytest.raises(BrokenLedger, match=r"harbour\.example did not sign"):
        open_checkpoint(content, KEY, [WITNESS_KEY])


def test_the_checkpoint_of_another_ledger_is_refused() -> None:
    other = write_checkpoint(make_checkpoint(LEAVES, "market.example"))
    with pytest.raises(BrokenLedger, match=r"of market\.example, not of harbour\.example"):
        open_checkpoint(sign_text(other, ORIGIN, PRIVATE), KEY)


@given(some.integers(0, 20), some.integers(0, 20))
def test_a_ledger_that_grew_is_followed(one: int, other: int) -> None:
    old, new = sorted((one, other))
    proof = prove_consistency(build_levels(LEAVES), old, new)
    trusted, received = make_checkpoint(LEAVES[:old]), make_checkpoint(LEAVES[:new])
    assert follow_checkpoint(trusted, received, proof) == received


@given(some.data())
def test_a_fork_is_neither_followed_nor_signed(data: some.DataObject) -> None:
    old = data.draw(some.integers(1, 20))
    place, new = data.draw(some.integers(0, old - 1)), data.draw(some.integers(old, 20))
    leaves = [*LEAVES[:place], hash_leaf(b"another"), *LEAVES[place + 1 : new]]
    trusted, forked = make_checkpoint(LEAVES[:old]), make_checkpoint(leaves)
    for levels in (build_levels(leaves), build_levels(LEAVES)):
        proof = prove_consistency(levels, old, new)
        with pytest.raises(ForkedHistory):
            follow_checkpoint(trusted, forked, proof)
        with pytest.raises(ForkedHistory):
            sign_checkpoint(forked, PRIVATE, trusted, proof)


def test_a_ledger_that_was_rolled_back_is_refused() -> None:
    with pytest.raises(ForkedHistory, match="20 entries and now has 12: it was rolled back"):
        follow_checkpoint(make_checkpoint(LEAVES), make_checkpoint(LEAVES[:12]), ())


def test_another_ledger_is_not_followed() -> None:
    with pytest.raises(ForkedHistory, match="another ledger"):
        follow_checkpoint(
            make_checkpoint(LEAVES), make_checkpoint(LEAVES, origin="market.example"), ()
        )
