"""Databases: one place where a case's database is opened, and refused where it would lose data."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from firsthand.errors import BrokenCase

# Before 3.51.3 two connections that write and checkpoint at once could lose committed rows in WAL.
SAFE_SQLITE = (3, 51, 3)
# How long a writer waits for another one, in milliseconds: all writes of a case are short.
PATIENCE = 30_000


def open_sqlite(path: Path, key: bytes | None = None) -> Engine:
    """Open the database of a case, with its key if it is encrypted; it is made if missing.

    Raises BrokenCase where the library is too old, the key is wrong or the file is none.
    """
    if dbapi2.sqlite_version_info < SAFE_SQLITE:
        raise BrokenCase(
            f"SQLite {dbapi2.sqlite_version} can lose committed rows. Install sqlcipher3 0.6.4."
        )
    engine = create_engine(
        "sqlite://", module=dbapi2, creator=lambda: _connect(path, key), poolclass=NullPool
    )
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            _check_safety(connection)
    except (DatabaseError, dbapi2.DatabaseError) as error:
        raise BrokenCase(
            f"{path.name} cannot be opened: it is damaged, or needs another passphrase."
        ) from error
    event.listen(engine, "handle_error", _explain)
    return engine


@contextmanager
def write(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that is kept whole or not at all."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


def _connect(path: Path, key: bytes | None) -> sqlite3.Connection:
    connection: sqlite3.Connection = dbapi2.connect(
        str(path), isolation_level=None, check_same_thread=False
    )
    # A wrong passphrase is an error of ours, not a line on the terminal.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _explain(context: ExceptionContext) -> None:
    """Make an error of ours of a damaged file, a full or failing disk, a writer that never ends."""
    original = context.original_exception
    damaged = type(original) is dbapi2.DatabaseError
    if damaged or isinstance(original, dbapi2.OperationalError):
        remedy = "Restore a backup" if damaged else "What was being done was not kept: try again"
        raise BrokenCase(f"The database of the case: {original}. {remedy}.") from original


def _begin(connection: Connection) -> None:
    """Take the right to write at the start, so that two writers never wait on each other."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check_safety(connection: Connection) -> None:
    """Check that what was asked for is in force: a library may take a setting and ignore it."""
    journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    synchronous = connection.exec_driver_sql("PRAGMA synchronous").scalar()
    if journal != "wal" or synchronous != 2:
        raise BrokenCase(
            f"The database runs with journal {journal} and synchronous {synchronous}: "
            "a power failure could lose what was saved. Put the case on a local disk."
        )
