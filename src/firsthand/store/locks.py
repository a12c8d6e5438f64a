"""Locks: one passphrase, and the keys of an encrypted case that it opens.

    passphrase -- Argon2id, salt --> a key that opens the sealed master key
    master key, drawn once -- HKDF-SHA256, a purpose --> keys of database, files, names, signing

`case.lock` holds the salt, what Argon2id is to cost, and the sealed master key. It tells nothing,
but without it nobody opens the case: it belongs into every backup.
"""

import os
import secrets
import unicodedata
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from msgspec import Meta, Struct

from firsthand.errors import BrokenCase, UsageError
from firsthand.store.files import sync_folder
from firsthand.store.seals import KEY_BYTES, derive_key
from firsthand.store.vaults import PLAIN, Vault

LOCK = "case.lock"
LOCK_MODE = 0o600
SALT_BYTES = 16
# Whoever has the disk tries as many as they can pay for: a short one is none.
LEAST_CHARACTERS = 12
# The key that Argon2id makes seals one thing only, ever.
_NONCE = bytes(12)


class Cost(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one try of a passphrase costs: KiB of memory, rounds, lanes. The bounds keep a lock
    that somebody prepared from taking all memory.
    """

    memory: Annotated[int, Meta(ge=8, le=1 << 21)] = 1 << 16
    rounds: Annotated[int, Meta(ge=1, le=64)] = 3
    lanes: Annotated[int, Meta(ge=1, le=64)] = 4


class Lock(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What case.lock says."""

    format: Literal["firsthand-lock/1"] = "firsthand-lock/1"
    function: Literal["argon2id"] = "argon2id"
    cost: Cost = Cost()
    salt: bytes
    sealed: bytes


class Keys(Struct, frozen=True, kw_only=True):
    """The keys of a case; one that is not encrypted has none."""

    database: bytes | None = None
    signing: bytes = b""
    vault: Vault = PLAIN

    def __repr__(self) -> str:
        """Say what they are for, and never the keys."""
        return "Keys(none)" if self.database is None else "Keys(secret)"


NO_KEYS = Keys()


def is_locked(folder: Path) -> bool:
    """Tell whether a case is encrypted."""
    return (folder / LOCK).is_file()


def make_lock(folder: Path, passphrase: str, cost: Cost | None = None) -> Keys:
    """Draw the keys of a new case and lock them; raises UsageError if the passphrase is short."""
    master = secrets.token_bytes(KEY_BYTES)
    _save_lock(folder / LOCK, _seal_master(master, passphrase, Cost() if cost is None else cost))
    return _derive_keys(master)


def open_lock(folder: Path, passphrase: str) -> Keys:
    """Return the keys of a case; raises BrokenCase if it is another passphrase's."""
    return _derive_keys(_open_master(folder, passphrase))


def change_lock(folder: Path, passphrase: str, new: str, cost: Cost | None = None) -> None:
    """Lock a case with another passphrase from now on; its keys stay.

    Copies of the lock that were made before, as those in backups, open with the old one still.
    """
    master = _open_master(folder, passphrase)
    passing = folder / f"{LOCK}.new"
    passing.unlink(missing_ok=True)
    _save_lock(passing, _seal_master(master, new, Cost() if cost is None else cost))
    passing.replace(folder / LOCK)
    sync_folder(folder)


def write_lock(lock: Lock) -> bytes:
    """Write a lock in its one form."""
    return msgspec.json.format(msgspec.json.encode(lock), indent=2) + b"\n"


def read_lock(content: bytes) -> Lock:
    """Read a lock; raises BrokenCase if it is damaged."""
    try:
        lock = msgspec.json.decode(content, type=Lock)
    except (msgspec.DecodeError, ValueError) as error:
        raise BrokenCase(f"{LOCK} is damaged: {error}. Restore it from a backup.") from error
    if write_lock(lock) != content:
        raise BrokenCase(f"{LOCK} was changed. Restore it from a backup.")
    return lock


def _open_master(folder: Path, passphrase: str) -> bytes:
    lock = read_lock((folder / LOCK).read_bytes())
    try:
        return _make_cipher(passphrase, lock.salt, lock.cost).decrypt(_NONCE, lock.sealed, None)
    except InvalidTag as error:
        raise BrokenCase(
            f"The passphrase does not open {folder}. Type it again; if you are sure of it, "
            f"{LOCK} is damaged: restore it from a backup."
        ) from error


def _seal_master(master: bytes, passphrase: str, cost: Cost) -> Lock:
    if len(passphrase) < LEAST_CHARACTERS:
        raise UsageError(
            f"The passphrase has fewer than {LEAST_CHARACTERS} characters: it would be guessed. "
            "Take five or six words that nobody would put together."
        )
    salt = secrets.token_bytes(SALT_BYTES)
    sealed = _make_cipher(passphrase, salt, cost).encrypt(_NONCE, master, None)
    return Lock(cost=cost, salt=salt, sealed=sealed)


def _save_lock(path: Path, lock: Lock) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, LOCK_MODE)
    with os.fdopen(number, "wb") as file:
        file.write(write_lock(lock))
        file.flush()
        os.fsync(file.fileno())


def _make_cipher(passphrase: str, salt: bytes, cost: Cost) -> ChaCha20Poly1305:
    """Make what seals the master key; the same letters typed elsewhere may be other bytes."""
    key = hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode("utf-8"),
        salt,
        time_cost=cost.rounds,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
    return ChaCha20Poly1305(key)


def _derive_keys(master: bytes) -> Keys:
    return Keys(
        database=derive_key(master, b"firsthand database/1"),
        signing=derive_key(master, b"firsthand signing/1").hex().encode(),
        vault=Vault(
            seal=derive_key(master, b"firsthand files/1"),
            names=derive_key(master, b"firsthand names/1"),
        ),
    )
