"""Databases as earlier versions made them, from the SQL of each; a test upgrades every one."""

from pathlib import Path

from sqlalchemy import Connection, delete

from firsthand.store.copies import copy_tables, reflect_tables
from firsthand.store.schema import FACTS, TABLES

FOLDER = Path(__file__).parent / "released"


def make_tables(connection: Connection, version: int) -> None:
    """Make the tables of a version, with nothing in them but its number."""
    path = FOLDER / f"version-{version}.{connection.dialect.name}.sql"
    for statement in path.read_text("utf-8").split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
    set_version(connection, version)


def set_version(connection: Connection, version: int) -> None:
    """Let a database say that it has a version."""
    connection.execute(delete(FACTS).where(FACTS.c.name == "version"))
    connection.execute(FACTS.insert().values(name="version", value=str(version)))


def put_back(connection: Connection, kept: Connection, version: int) -> None:
    """Bring a case to an earlier version: its rows, kept elsewhere meanwhile, in those tables."""
    copy_tables(connection, kept)
    TABLES.drop_all(connection)
    make_tables(connection, version)
    connection.execute(delete(FACTS))
    copy_tables(kept, connection, reflect_tables(connection))
    set_version(connection, version)
