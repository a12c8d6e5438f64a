"""Cases: the folder of one investigation, made once and opened by every command after."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Engine

from firsthand.errors import BrokenCase
from firsthand.keep.criteria import CaseFile, load_case_file, write_template
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
from firsthand.store.records import Kept, load_fact, load_settings, save_fact, save_settings
from firsthand.store.rows import record_event
from firsthand.store.schema import TABLES, VERSION

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

    @property
    def evidence(self) -> Path:
        """Return the folder of the original bytes."""
        return self.folder / EVIDENCE


def ignore(_line: str) -> None:
    """Say nothing."""


def init_case(
    folder: Path, *, title: str, who: str, when: str, database: str | None = None
) -> Case:
    """Make a case in a folder that is new or empty; raises BrokenCase where it is neither.

    Its database is a file there, or the one at an address, which must not hold a case yet.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BrokenCase(f"{folder} is there already and not empty. Name a new folder.")
    if database is not None:
        # Before anything is made, so that it can be tried again.
        open_empty_server(database)
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
    folder.chmod(FOLDER_MODE)
    (folder / EVIDENCE).mkdir(mode=FOLDER_MODE)
    write_template(folder, title)
    private = make_private_key()
    _write_secret(folder / SIGNING_KEY, write_private_key(private, b""))
    origin = f"firsthand.case/{secrets.token_hex(8)}"
    content, file = load_case_file(folder)
    engine = make_database(folder, database)
    case = Case(folder=folder, engine=engine, file=file, who=who)
    with write(engine) as connection:
        TABLES.create_all(connection)
        save_fact(connection, "version", str(VERSION))
        save_fact(connection, "origin", origin)
        save_fact(connection, SECRET, secrets.token_hex(SECRET_BYTES))
        save_fact(connection, "key", write_key(make_key(origin, private)))
        kept = save_settings(connection, content, when)
        tell(case, connection, "opening", when, subjects=(), kept=(kept,))
    return case


def open_case(folder: Path, *, who: str, when: str, warn: Callable[[str], None] = ignore) -> Case:
    """Open a case; what case.toml says since its last change is recorded with its date.

    One of an earlier version is brought to this one after its database was copied, which is said
    through `warn`. Raises BrokenCase where the folder is no case, or one of a later version.
    """
    content, file = load_case_file(folder)
    case = Case(folder=folder, engine=open_database(folder), file=file, who=who)
    if is_old(case.engine):
        _upgrade(case, when, warn)
    with case.engine.connect() as connection:
        changed = load_settings(connection) != content
    if changed:
        with change(case) as connection:
            kept = save_settings(connection, content, when)
            tell(case, connection, "setting", when, subjects=(), kept=(kept,))
    return case


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
    return origin, read_private_key((case.folder / SIGNING_KEY).read_bytes(), b"")


def _upgrade(case: Case, when: str, warn: Callable[[str], None]) -> None:
    with change(case) as connection:
        copy = upgrade_database(case.engine, connection, case.folder)
        if copy is None:
            return
        tell(case, connection, "setting", when, subjects=(f"version-{VERSION}",))
    warn(f"The case was brought to version {VERSION}. {copy} is its database as it was before.")


def _write_secret(path: Path, content: bytes) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, KEY_MODE)
    with os.fdopen(number, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
