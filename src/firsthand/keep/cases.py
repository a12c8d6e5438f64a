"""Cases: the folder of one investigation, made once and opened by every command after."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct, structs
from sqlalchemy import Connection, Engine

from firsthand.errors import BrokenCase, UsageError
from firsthand.keep.criteria import (
    FILE,
    CaseFile,
    load_case_file,
    make_template,
    parse_case_file,
)
from firsthand.keep.databases import (
    is_old,
    make_database,
    open_database,
    open_empty_server,
    upgrade_database,
)
from firsthand.store.databases import write
from firsthand.store.keys import (
    PrivateKey,
    make_key,
    make_private_key,
    read_private_key,
    write_key,
    write_private_key,
)
from firsthand.store.leaves import Event, Kind
from firsthand.store.locks import NO_KEYS, Keys, is_locked, make_lock
from firsthand.store.records import (
    Kept,
    list_standing,
    load_fact,
    load_settings,
    save_fact,
    save_settings,
)
from firsthand.store.rows import record_event
from firsthand.store.schema import TABLES, VERSION
from firsthand.store.vaults import Vault

EVIDENCE = "evidence"
SIGNING_KEY = "signing.key"
# The fact that ids are keyed with: nobody outside can guess a name from an id.
SECRET = "secret"
SECRET_BYTES = 32
FOLDER_MODE, KEY_MODE = 0o700, 0o600


class Case(Struct, frozen=True, kw_only=True):
    """An open case: its folder, its database, what case.toml says, and who works on it."""

    folder: Path
    engine: Engine
    file: CaseFile
    who: str
    keys: Keys = NO_KEYS

    @property
    def evidence(self) -> Path:
        """Return the folder of the original bytes."""
        return self.folder / EVIDENCE

    @property
    def vault(self) -> Vault:
        """Return how the original bytes lie in that folder."""
        return self.keys.vault


def ignore(_line: str) -> None:
    """Say nothing."""


def init_case(
    folder: Path,
    *,
    title: str,
    who: str,
    when: str,
    database: str | None = None,
    passphrase: str | None = None,
) -> Case:
    """Make a case in a folder that is new or empty; raises BrokenCase where it is neither.

    Its database is a file there, or the one at an address, which must not hold a case yet. With a
    passphrase nothing in the folder can be read without it.
    """
    if database is not None and passphrase is not None:
        raise UsageError(
            "A case on a server cannot be encrypted: its rows lie open there. Have the server's "
            "disk encrypted."
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BrokenCase(f"{folder} is there already and not empty. Name a new folder.")
    if database is not None:
        # Before anything is made, so that it can be tried again.
        open_empty_server(database)
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
    folder.chmod(FOLDER_MODE)
    # First, as a passphrase that is too short is refused there.
    keys = NO_KEYS if passphrase is None else make_lock(folder, passphrase)
    (folder / EVIDENCE).mkdir(mode=FOLDER_MODE)
    content = make_template(title)
    if passphrase is None:
        (folder / FILE).write_text(content, "utf-8")
    private = make_private_key()
    _write_secret(folder / SIGNING_KEY, write_private_key(private, keys.signing))
    engine = make_database(folder, database, keys.database)
    file = parse_case_file(content)
    case = Case(folder=folder, engine=engine, file=file, who=who, keys=keys)
    _fill_database(case, private, content, when)
    return case


def open_case(
    folder: Path,
    *,
    who: str,
    when: str,
    warn: Callable[[str], None] = ignore,
    keys: Keys = NO_KEYS,
) -> Case:
    """Open a case; what case.toml says since its last change is recorded with its date.

    One that is encrypted needs its keys, which `open_lock` gives for its passphrase. One of an
    earlier version is brought to this one after its database was copied, which is said through
    `warn`. Raises BrokenCase where the folder is no case, or one of a later version.
    """
    locked = is_locked(folder)
    if locked and keys.database is None:
        raise BrokenCase(f"{folder} is encrypted. Open it with its passphrase.")
    said = None if locked else load_case_file(folder)[0]
    keys = keys if locked else NO_KEYS
    engine = open_database(folder, keys.database)
    case = Case(folder=folder, engine=engine, file=CaseFile(), who=who, keys=keys)
    if is_old(engine):
        _upgrade(case, when, warn)
    with engine.connect() as connection:
        content = load_settings(connection) or ""
    if said is not None and said != content:
        return _keep_settings(case, said, when)
    return structs.replace(case, file=parse_case_file(content))


def is_case(folder: Path) -> bool:
    """Tell whether a folder holds a case, encrypted or not."""
    return (folder / FILE).is_file() or is_locked(folder)


def load_case_text(case: Case) -> str:
    """Load what case.toml says, as it was written."""
    with case.engine.connect() as connection:
        return load_settings(connection) or ""


def set_case_file(case: Case, content: str, when: str) -> Case:
    """Set what case.toml says from now on; raises BrokenCase if it cannot be used.

    In an encrypted case there is no such file: what it says is in the database alone.
    """
    parse_case_file(content)
    if case.keys.database is None:
        (case.folder / FILE).write_text(content, "utf-8")
    return _keep_settings(case, content, when)


@contextmanager
def change(case: Case) -> Iterator[Connection]:
    """Open a transaction on a case: all of it is kept, with its entry in the ledger, or nothing."""
    with write(case.engine) as connection:
        yield connection


def tell(
    case: Case,
    connection: Connection,
    kind: Kind,
    when: str,
    *,
    subjects: tuple[str, ...],
    kept: tuple[Kept, ...] = (),
) -> int:
    """Tell the ledger what is done in a transaction, and hold fast the rows it stores."""
    event = Event(
        when=when,
        who=case.who,
        kind=kind,
        subjects=subjects,
        payload=msgspec.json.encode(kept, order="deterministic"),
    )
    return record_event(connection, event).sequence


def load_signer(case: Case) -> tuple[str, PrivateKey]:
    """Load the name that a case signs with and its key."""
    with case.engine.connect() as connection:
        origin = load_fact(connection, "origin") or ""
    return origin, read_private_key((case.folder / SIGNING_KEY).read_bytes(), case.keys.signing)


def _fill_database(case: Case, private: PrivateKey, content: str, when: str) -> None:
    origin = f"firsthand.case/{secrets.token_hex(8)}"
    with write(case.engine) as connection:
        TABLES.create_all(connection)
        save_fact(connection, "version", str(VERSION))
        save_fact(connection, "origin", origin)
        save_fact(connection, SECRET, secrets.token_hex(SECRET_BYTES))
        save_fact(connection, "key", write_key(make_key(origin, private)))
        kept = (save_settings(connection, content, when), *list_standing(connection))
        tell(case, connection, "opening", when, subjects=(), kept=kept)


def _keep_settings(case: Case, content: str, when: str) -> Case:
    file = parse_case_file(content)
    with change(case) as connection:
        if load_settings(connection) != content:
            kept = save_settings(connection, content, when)
            tell(case, connection, "setting", when, subjects=(), kept=(kept,))
    return structs.replace(case, file=file)


def _upgrade(case: Case, when: str, warn: Callable[[str], None]) -> None:
    with change(case) as connection:
        copy = upgrade_database(case.engine, connection, case.folder, case.keys.database)
        if copy is None:
            return
        about, kept = (f"version-{VERSION}",), tuple(list_standing(connection))
        tell(case, connection, "setting", when, subjects=about, kept=kept)
    warn(f"The case was brought to version {VERSION}. {copy} is its database as it was before.")


def _write_secret(path: Path, content: bytes) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, KEY_MODE)
    with os.fdopen(number, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
