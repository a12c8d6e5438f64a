"""The tables of a case are the same in either database."""

from pathlib import Path

from sqlalchemy import Connection, Row

from firsthand.store.copies import copy_tables, reflect_tables
from firsthand.store.databases import open_sqlite, write
from firsthand.store.schema import LEDGER, SETTINGS, TABLES
from firsthand.store.servers import open_server

ROW = {"sequence": 0, "content": b"\0one", "seed": None, "payload": b"", "leaf": b"a", "root": b"b"}


def list_all(connection: Connection) -> list[list[Row[tuple[object, ...]]]]:
    return [list(connection.execute(table.select())) for table in TABLES.sorted_tables]


def test_rows_go_to_a_server_and_come_back_as_they_were(tmp_path: Path, space: str) -> None:
    first, last = open_sqlite(tmp_path / "first.db"), open_sqlite(tmp_path / "last.db")
    middle = open_server(space)
    with write(first) as connection:
        TABLES.create_all(connection)
        connection.execute(LEDGER.insert().values(ROW))
        for number in (1, 2, 7):
            connection.execute(SETTINGS.insert().values(number=number, changed="é", content="“x”"))
    with first.connect() as source, write(middle) as target:
        copy_tables(source, target)
    with middle.connect() as source, write(last) as target:
        copy_tables(source, target, reflect_tables(source))
    with first.connect() as one, last.connect() as other:
        assert list_all(one) == list_all(other)
        assert one.execute(LEDGER.select()).mappings().one() == ROW


def test_a_server_numbers_on_after_the_copied_rows(tmp_path: Path, space: str) -> None:
    engine, server = open_sqlite(tmp_path / "case.db"), open_server(space)
    with write(engine) as connection:
        TABLES.create_all(connection)
        connection.execute(SETTINGS.insert().values(number=7, changed="", content=""))
    with engine.connect() as source, write(server) as target:
        copy_tables(source, target)
        added = target.execute(SETTINGS.insert().values(changed="", content=""))
    assert added.inserted_primary_key == (8,)
