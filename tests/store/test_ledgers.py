"""A ledger grows, proves what it holds, and forgets an entry without breaking."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from firsthand.errors import BrokenLedger, ForkedHistory
from firsthand.store.checkpoints import open_checkpoint
from firsthand.store.keys import make_key, make_private_key
from firsthand.store.leaves import (
    Event,
    decode_entry,
    derive_payload_salt,
    verify_payload,
    verify_tombstone,
)
from firsthand.store.ledgers import (
    Ledger,
    Row,
    append_event,
    checkpoint_ledger,
    erase_entry,
    open_ledger,
    prove_entry,
    prove_growth,
)
from firsthand.store.merkles import EMPTY_ROOT, Head, verify_consistency, verify_inclusion

ORIGIN = "harbour.example"
NOW = "2019-05-14T09:30:00Z"


def make_event(number: int) -> Event:
    payload = b"payload %d" % number
    return Event(when=NOW, who="Ilse Varn", kind="ingest", subjects=("r-1",), payload=payload)


def make_ledger(count: int) -> Ledger:
    ledger = open_ledger([])
    for number in range(count):
        ledger, _ = append_event(ledger, make_event(number))
    return ledger


def test_an_empty_ledger_has_a_head_too() -> None:
    assert open_ledger([]).head == Head(size=0, root=EMPTY_ROOT)


def test_a_row_holds_its_entry_and_the_root_up_to_it() -> None:
    ledger, row = append_event(make_ledger(4), make_event(4))
    assert row == ledger.rows[4]
    assert (row.sequence, row.root) == (4, ledger.head.root)
    assert row.content is not None
    assert row.seed is not None
    entry = decode_entry(row.content)
    assert (entry.sequence, entry.who, entry.subjects) == (4, "Ilse Varn", ("r-1",))
    assert verify_payload(entry, b"payload 4", derive_payload_salt(row.seed))


def test_a_ledger_opens_as_it_was_left() -> None:
    ledger = make_ledger(11)
    assert open_ledger(list(ledger.rows)).edge == ledger.edge


class CountedRows(list[Row]):
    """A list that counts how many of its rows are read."""

    read = 0

    def __getitem__(self, sequence: Any) -> Any:
        self.read += 1
        return super().__getitem__(sequence)

    def __iter__(self) -> Iterator[Row]:
        self.read += len(self)
        return super().__iter__()


@pytest.mark.parametrize("size", [1, 7, 8, 11])
def test_with_a_known_edge_only_later_rows_are_read(size: int) -> None:
    whole = make_ledger(11)
    rows = CountedRows(whole.rows)
    known = open_ledger(list(whole.rows)[:size]).edge
    assert open_ledger(rows, known).edge == whole.edge
    assert rows.read == 2 + 11 - size


def test_an_edge_of_another_ledger_is_not_believed() -> None:
    whole, other = make_ledger(11), make_ledger(11)
    assert open_ledger(whole.rows, other.edge).edge == whole.edge
    assert open_ledger(list(whole.rows)[:5], whole.edge).head.size == 5
    assert open_ledger([], whole.edge).head == Head(size=0, root=EMPTY_ROOT)


def test_a_ledger_that_was_changed_does_not_open() -> None:
    rows = list(make_ledger(5).rows)
    rows[2] = replace(rows[2], leaf=bytes(32))
    with pytest.raises(BrokenLedger, match="Verify it"):
        open_ledger(rows)


def test_two_writers_do_not_fork_it() -> None:
    ledger = make_ledger(3)
    append_event(ledger, make_event(3))
    with pytest.raises(BrokenLedger, match="Somebody else"):
        append_event(ledger, make_event(3))
    assert len(ledger.rows) == 4


def test_each_entry_is_proved_at_each_size() -> None:
    ledger = make_ledger(9)
    for size in range(1, 10):
        for row in list(ledger.rows)[:size]:
            head, proof = prove_entry(ledger, row.sequence, size)
            assert head.root == ledger.rows[size - 1].root
            assert verify_inclusion(head, row.sequence, row.leaf, proof)


def test_growth_is_proved_between_each_two_sizes() -> None:
    ledger = make_ledger(9)
    heads = [Head(size=0, root=EMPTY_ROOT)]
    heads += [Head(size=row.sequence + 1, root=row.root) for row in ledger.rows]
    for new in heads:
        for old in heads[: new.size + 1]:
            assert verify_consistency(old, new, prove_growth(ledger, old.size, new.size))


def test_nothing_is_proved_of_what_is_not_there() -> None:
    ledger = make_ledger(3)
    with pytest.raises(BrokenLedger, match="no entry 3: the last is 2"):
        prove_entry(ledger, 3)
    with pytest.raises(BrokenLedger, match="Entry 2 came after"):
        prove_entry(ledger, 2, 2)
    with pytest.raises(BrokenLedger, match="never had 4"):
        prove_growth(ledger, 1, 4)
    with pytest.raises(BrokenLedger, match="does not begin with 3"):
        prove_growth(ledger, 3, 2)


def test_checkpoints_of_a_growing_ledger_follow_each_other() -> None:
    private = make_private_key()
    key = make_key(ORIGIN, private)
    first = open_checkpoint(checkpoint_ledger(make_ledger(0), ORIGIN, private, None), key)
    ledger = make_ledger(3)
    second = open_checkpoint(checkpoint_ledger(ledger, ORIGIN, private, first), key)
    ledger, _ = append_event(ledger, make_event(3))
    third = open_checkpoint(checkpoint_ledger(ledger, ORIGIN, private, second), key)
    assert [item.size for item in (first, second, third)] == [0, 3, 4]
    assert third.root == ledger.head.root


def test_no_checkpoint_is_signed_over_another_history() -> None:
    private = make_private_key()
    key = make_key(ORIGIN, private)
    earlier = open_checkpoint(checkpoint_ledger(make_ledger(3), ORIGIN, private, None), key)
    with pytest.raises(ForkedHistory, match="Nothing proves"):
        checkpoint_ledger(make_ledger(5), ORIGIN, private, earlier)
    with pytest.raises(ForkedHistory, match="rolled back"):
        checkpoint_ledger(make_ledger(2), ORIGIN, private, earlier)


def test_an_erased_entry_leaves_its_leaf_and_a_record() -> None:
    before = make_ledger(6)
    old = before.rows[2]
    after, stone = erase_entry(before, 2, when=NOW, who="Ilse Varn", reason=b"asked for")
    assert after.rows[2] == Row(sequence=2, content=None, seed=None, leaf=old.leaf, root=old.root)
    record = after.rows[6]
    assert record.content is not None
    assert verify_tombstone(stone, decode_entry(record.content))
    head, proof = prove_entry(after, 2)
    assert verify_inclusion(head, 2, bytes.fromhex(stone.leaf), proof)
    assert verify_consistency(before.head, after.head, prove_growth(after, 6))


def test_what_cannot_be_erased_says_why() -> None:
    ledger, _ = erase_entry(make_ledger(2), 0, when=NOW, who="Ilse Varn", reason=b"")
    with pytest.raises(BrokenLedger, match="erased already"):
        erase_entry(ledger, 0, when=NOW, who="Ilse Varn", reason=b"")
    with pytest.raises(BrokenLedger, match="records an erasure"):
        erase_entry(ledger, 2, when=NOW, who="Ilse Varn", reason=b"")
    with pytest.raises(BrokenLedger, match="no entry 3"):
        erase_entry(ledger, 3, when=NOW, who="Ilse Varn", reason=b"")
    with pytest.raises(BrokenLedger, match="recorded by erasing"):
        append_event(ledger, Event(when=NOW, who="Ilse Varn", kind="erasure"))
