"""Leaves of the ledger: an entry, its canonical bytes, and the salted hash that stands for it.

A digest of a short text can be guessed by trying names. So an entry is hashed behind a salt, and
its payload behind another; both come from one secret seed that is kept apart from the entry and
from anything published. Whoever is given an entry with its salt can check the leaf and learns
nothing of the payload. Once seed and entry are destroyed, the leaf says nothing any more and
every proof that holds it goes on holding: that is what makes lawful erasure possible.
"""

import datetime
import hashlib
import hmac
import secrets
from typing import Annotated, Literal, TypeAlias, get_args

import msgspec
from msgspec import Meta, Struct

from firsthand.errors import BrokenLedger
from firsthand.store.merkles import Digest, hash_leaf

SEED_BYTES = 32
# Names what is hashed and in which form: a later form gets a later number.
ENTRY_FORM = b"firsthand-entry/1\n"
PAYLOAD_FORM = b"firsthand-payload/1\n"

Kind: TypeAlias = Literal[
    "opening", "ingest", "reading", "decision", "setting", "export", "view", "checkpoint",
    "timestamp", "backup", "restore", "erasure",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)
Hex: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$", max_length=64)]
Moment: TypeAlias = Annotated[
    str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$", max_length=27)
]
Name: TypeAlias = Annotated[str, Meta(min_length=1, max_length=200)]


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that was done in a case: when (in UTC), by whom, what kind, to what.

    `subjects` are ids, never names; `payload` is whatever describes it in full, as bytes that the
    caller keeps. An event becomes an entry when the ledger takes it.
    """

    when: Moment
    who: Name
    kind: Kind
    subjects: tuple[Name, ...] = ()
    payload: bytes = b""


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of the ledger: an event at its place, with the salted digest of its payload."""

    sequence: Annotated[int, Meta(ge=0)]
    when: Moment
    who: Name
    kind: Kind
    subjects: tuple[Name, ...]
    payload_digest: Hex


class Tombstone(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is left of an erased entry: where it stood, and its leaf in the tree."""

    sequence: Annotated[int, Meta(ge=0)]
    leaf: Hex


def make_seed() -> bytes:
    """Draw the secret of one entry from the system's source of randomness."""
    return secrets.token_bytes(SEED_BYTES)


def derive_entry_salt(seed: bytes) -> bytes:
    """Return the salt that may be disclosed with the entry."""
    return _derive(seed, b"entry")


def derive_payload_salt(seed: bytes) -> bytes:
    """Return the salt that may be disclosed with the payload; it cannot be had from the other."""
    return _derive(seed, b"payload")


def make_entry(event: Event, sequence: int, seed: bytes) -> Entry:
    """Make the entry of an event; raises BrokenLedger if a field is not as it must be."""
    digest = digest_payload(event.payload, derive_payload_salt(seed))
    entry = Entry(
        sequence=sequence,
        when=event.when,
        who=event.who,
        kind=event.kind,
        subjects=event.subjects,
        payload_digest=digest,
    )
    return decode_entry(encode_entry(entry))


def encode_entry(entry: Entry) -> bytes:
    """Write an entry in its one canonical form: JSON with sorted keys, no blanks, UTF-8.

    The same bytes as RFC 8785 gives, since all keys are ASCII and all numbers whole.
    """
    try:
        return msgspec.json.encode(entry, order="sorted")
    except UnicodeEncodeError as error:
        raise BrokenLedger(f"An entry holds half a character ({error}). Write it anew.") from error


def decode_entry(content: bytes) -> Entry:
    """Read an entry; raises BrokenLedger if it is not one, or not in its canonical form."""
    try:
        entry = msgspec.json.decode(content, type=Entry)
        datetime.datetime.fromisoformat(entry.when)
    except (msgspec.DecodeError, ValueError) as error:
        raise BrokenLedger(f"An entry of the ledger cannot be read: {error}.") from error
    if encode_entry(entry) != content:
        raise BrokenLedger(f"Entry {entry.sequence} is not in its canonical form.")
    return entry


def hash_entry(content: bytes, salt: bytes) -> Digest:
    """Return the leaf of an entry, from its canonical bytes and its salt."""
    return hash_leaf(commit_entry(content, salt))


def commit_entry(content: bytes, salt: bytes) -> Digest:
    """Return what the leaf is made of: 32 bytes that may be shown to anyone."""
    return hashlib.sha256(ENTRY_FORM + _check_salt(salt) + content).digest()


def digest_payload(payload: bytes, salt: bytes) -> str:
    """Return the digest of a payload, in hexadecimal, from its bytes and its salt."""
    return hashlib.sha256(PAYLOAD_FORM + _check_salt(salt) + payload).hexdigest()


def verify_payload(entry: Entry, payload: bytes, salt: bytes) -> bool:
    """Tell whether these bytes are the payload of the entry."""
    return digest_payload(payload, salt) == entry.payload_digest


def name_entry(sequence: int) -> str:
    """Name an entry as the subject of another one."""
    return f"entry-{sequence}"


def list_erasure_subjects(tombstone: Tombstone) -> tuple[str, str]:
    """Return the subjects of the entry that records an erasure: what, and the leaf it leaves."""
    return name_entry(tombstone.sequence), tombstone.leaf


def verify_tombstone(tombstone: Tombstone, erasure: Entry) -> bool:
    """Tell whether an entry records this erasure; that the leaf is in the tree is proved apart."""
    recorded = erasure.kind == "erasure" and erasure.sequence > tombstone.sequence
    return recorded and erasure.subjects == list_erasure_subjects(tombstone)


def _derive(seed: bytes, part: bytes) -> bytes:
    return hmac.digest(_check_salt(seed), part, "sha256")


def _check_salt(salt: bytes) -> bytes:
    """Hold salts to one length: else a byte could move between the salt and what follows it."""
    if len(salt) != SEED_BYTES:
        raise BrokenLedger(f"A salt has {len(salt)} bytes instead of {SEED_BYTES}.")
    return salt
