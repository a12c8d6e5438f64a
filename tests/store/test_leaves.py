"""Leaves hide what they stand for, hold it fast, and survive its erasure."""

import datetime
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from firsthand.errors import BrokenLedger
from firsthand.store.leaves import (
    KINDS,
    Entry,
    Event,
    Kind,
    Tombstone,
    decode_entry,
    derive_entry_salt,
    derive_payload_salt,
    digest_payload,
    encode_entry,
    hash_entry,
    make_entry,
    make_seed,
    name_entry,
    verify_payload,
    verify_tombstone,
)

SEED = bytes(range(32))
EVENT = Event(
    when="2019-05-14T09:30:00Z",
    who="Ilse Varn",
    kind="decision",
    subjects=("c-1", "i-2"),
    payload=b"confirmed",
)


def test_an_entry_has_one_form_that_anyone_can_write() -> None:
    digest = digest_payload(b"confirmed", derive_payload_salt(SEED))
    assert encode_entry(make_entry(EVENT, 3, SEED)).decode() == (
        '{"kind":"decision","payload_digest":"' + digest + '","sequence":3,'
        '"subjects":["c-1","i-2"],"when":"2019-05-14T09:30:00Z","who":"Ilse Varn"}'
    )


def test_the_leaf_can_be_checked_with_a_hash_function_only() -> None:
    entry, salt = make_entry(EVENT, 3, SEED), derive_entry_salt(SEED)
    inner = hashlib.sha256(b"firsthand-entry/1\n" + salt + encode_entry(entry)).digest()
    assert hash_entry(encode_entry(entry), salt) == hashlib.sha256(b"\x00" + inner).digest()


@given(
    some.text(some.characters(codec="utf-8"), min_size=1, max_size=20),
    some.datetimes(),
    some.sampled_from(KINDS),
)
def test_the_form_is_that_of_sorted_json(who: str, when: datetime.datetime, kind: Kind) -> None:
    stamp = when.replace(microsecond=0).isoformat() + "Z"
    event = Event(when=stamp, who=who, kind=kind)
    content = encode_entry(make_entry(event, 0, SEED))
    value = json.loads(content)
    compact = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert content.decode() == compact
    assert decode_entry(content).who == who


def test_each_field_changes_the_leaf() -> None:
    entry, salt = make_entry(EVENT, 3, SEED), derive_entry_salt(SEED)
    others: list[Entry] = [
        replace(entry, sequence=4),
        replace(entry, when="2019-05-14T09:30:01Z"),
        replace(entry, who="Ilse Warn"),
        replace(entry, kind="export"),
        replace(entry, subjects=("c-1,i-2",)),
        replace(entry, payload_digest="0" * 64),
    ]
    assert len({hash_entry(encode_entry(one), salt) for one in [entry, *others]}) == 7


def test_the_same_entry_with_another_salt_is_another_leaf() -> None:
    entry = encode_entry(make_entry(EVENT, 3, SEED))
    first, second = derive_entry_salt(make_seed()), derive_entry_salt(make_seed())
    assert hash_entry(entry, first) != hash_entry(entry, second)


def test_the_salt_of_the_entry_does_not_open_its_payload() -> None:
    entry = make_entry(EVENT, 3, SEED)
    assert verify_payload(entry, b"confirmed", derive_payload_salt(SEED))
    assert not verify_payload(entry, b"rejected", derive_payload_salt(SEED))
    assert not verify_payload(entry, b"confirmed", derive_entry_salt(SEED))


def test_a_salt_of_another_length_is_refused() -> None:
    with pytest.raises(BrokenLedger, match="31 bytes instead of 32"):
        hash_entry(b"{}", SEED[:-1])


@pytest.mark.parametrize(
    "event",
    [
        replace(EVENT, when="2019-05-14"),
        replace(EVENT, when="2019-05-14T09:30:00+02:00"),
        replace(EVENT, when="2019-02-30T09:30:00Z"),
        replace(EVENT, when="2019-05-14T09:30:00Z\n"),
        replace(EVENT, who=""),
        replace(EVENT, who="half \ud800"),
        replace(EVENT, subjects=("",)),
    ],
)
def test_an_event_that_is_not_as_it_must_be_becomes_no_entry(event: Event) -> None:
    with pytest.raises(BrokenLedger):
        make_entry(event, 0, SEED)


def test_an_entry_of_no_known_kind_is_refused() -> None:
    content = encode_entry(make_entry(EVENT, 3, SEED)).replace(b"decision", b"whim")
    with pytest.raises(BrokenLedger, match="cannot be read"):
        decode_entry(content)


def test_an_entry_in_another_form_is_refused() -> None:
    content = encode_entry(make_entry(EVENT, 3, SEED))
    with pytest.raises(BrokenLedger, match="canonical"):
        decode_entry(content.replace(b",", b", "))


def test_a_tombstone_needs_a_later_entry_that_records_it() -> None:
    entry = encode_entry(make_entry(EVENT, 3, SEED))
    stone = Tombstone(sequence=3, leaf=hash_entry(entry, derive_entry_salt(SEED)).hex())
    erasure = Event(
        when="2019-06-01T00:00:00Z",
        who="Ilse Varn",
        kind="erasure",
        subjects=(name_entry(3), stone.leaf),
        payload=b"the witness asked for it",
    )
    assert verify_tombstone(stone, make_entry(erasure, 9, SEED))
    assert not verify_tombstone(stone, make_entry(erasure, 3, SEED))
    assert not verify_tombstone(stone, make_entry(replace(erasure, kind="decision"), 9, SEED))
    assert not verify_tombstone(replace(stone, leaf="0" * 64), make_entry(erasure, 9, SEED))
