"""Databases of cases: a file in the folder, or a server whose address stands in the folder."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from firsthand.errors import BrokenCase
from firsthand.store.copies import copy_tables, reflect_tables
from firsthand.store.databases import open_sqlite, write
from firsthand.store.migrations import migrate, read_version
from firsthand.store.schema import FACTS, VERSION
from firsthand.store.servers import open_server, read_address, rewrite_tables

DATABASE = "case.db"
SERVER = "server.txt"
# A copy of the database as it was before an upgrade; erasing takes these away too.
COPIES = "before-version-*.db"


def make_database(folder: Path, address: str | None, key: bytes | None = None) -> Engine:
    """Open a database for a new case; raises BrokenCase if the server's holds one already."""
    if address is None:
        return open_sqlite(folder / DATABASE, key)
    engine = open_empty_server(address)
    (folder / SERVER).write_text(f"{address}\n", "utf-8")
    return engine


def open_empty_server(address: str) -> Engine:
    """Open a database on a server that holds nothing yet; raises BrokenCase if it does."""
    engine = open_server(address)
    with engine.connect() as connection:
        if inspect(connection).has_table(FACTS.name):
            name = read_address(address).database or "default"
            raise BrokenCase(f"The database {name} holds a case already. Make another one for it.")
    return engine


def open_database(folder: Path, key: bytes | None = None) -> Engine:
    """Open the database of a case; raises BrokenCase if it is not there."""
    if (folder / SERVER).is_file():
        return open_server((folder / SERVER).read_text("utf-8").strip())
    if not (folder / DATABASE).is_file():
        raise BrokenCase(f"{folder} has no {DATABASE}. Restore it from a backup.")
    return open_sqlite(folder / DATABASE, key)


def move_to_server(engine: Engine, folder: Path, address: str) -> None:
    """Move a database from its file to a server that holds nothing yet."""
    empty = open_empty_server(address)
    with engine.connect() as source, write(empty) as target:
        copy_tables(source, target)
    (folder / SERVER).write_text(f"{address}\n", "utf-8")
    for path in folder.glob(f"{DATABASE}*"):
        path.unlink()


def copy_database(engine: Engine, target: Path, key: bytes | None = None) -> None:
    """Copy a database into a new file, as one moment of it, whatever else is writing."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("VACUUM INTO ?", (str(target),))
            connection.exec_driver_sql("BEGIN")
        return
    with engine.connect() as source, write(open_sqlite(target, key)) as connection:
        copy_tables(source, connection, reflect_tables(source))


def is_old(engine: Engine) -> bool:
    """Tell whether a case was made by an earlier version; raises BrokenCase if by a later one."""
    with engine.connect() as connection:
        return read_version(connection) < VERSION


def upgrade_database(
    engine: Engine, connection: Connection, folder: Path, key: bytes | None = None
) -> Path | None:
    """Bring the tables to this version, after the whole was copied; returns the copy.

    The transaction that is open keeps other writers out, so the copy is what is upgraded. None if
    somebody else has done it in the meantime.
    """
    version = read_version(connection)
    if version == VERSION:
        return None
    copy = folder / COPIES.replace("*", str(VERSION))
    copy.unlink(missing_ok=True)
    copy_database(engine, copy, key)
    migrate(connection)
    return copy


def forget_deleted(engine: Engine, folder: Path) -> None:
    """Write a database anew, so that neither free pages nor its log hold what was deleted."""
    for copy in folder.glob(COPIES):
        copy.unlink()
    if engine.dialect.name != "sqlite":
        rewrite_tables(engine)
        return
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
