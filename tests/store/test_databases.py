"""A database is opened safely, and refused where it would lose data."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, Insert
from sqlalchemy.exc import IntegrityError

from firsthand.errors import BrokenCase
from firsthand.store.databases import open_sqlite, write
from firsthand.store.schema import FACTS, TABLES

KEY, OTHER = b"k" * 32, b"o" * 32


def test_a_transaction_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    engine = open_sqlite(tmp_path / "case.db")
    with write(engine) as connection:
        TABLES.create_all(connection)
    row = FACTS.insert().values(name="a", value="1")
    with pytest.raises(IntegrityError), write(engine) as connection:
        assert [connection.execute(row) for _ in range(2)] == []
    with engine.connect() as connection:
        assert connection.execute(FACTS.select()).all() == []


def test_an_encrypted_database_opens_with_its_key_only(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    engine = open_sqlite(path, KEY)
    with write(engine) as connection:
        TABLES.create_all(connection)
        connection.execute(FACTS.insert().values(name="witness", value="Dario Vens"))
    for wrong in (None, OTHER):
        with pytest.raises(BrokenCase, match="passphrase"):
            open_sqlite(path, wrong)
    assert all(b"Dario" not in file.read_bytes() for file in tmp_path.iterdir())


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.db").write_bytes(b"words" * 500)
    with pytest.raises(BrokenCase):
        open_sqlite(tmp_path / "case.db")


def test_a_database_that_was_damaged_later_is_an_error_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    engine = open_sqlite(path, KEY)
    with write(engine) as connection:
        TABLES.create_all(connection)
        connection.execute(FACTS.insert().values(name="a", value="1" * 9_000))
    content = bytearray(path.read_bytes())
    content[-100] ^= 1
    path.write_bytes(content)
    engine = open_sqlite(path, KEY)
    with pytest.raises(BrokenCase, match="malformed"), engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA integrity_check").all()


def insert_on_small_disk(engine: Engine, row: Insert) -> None:
    with write(engine) as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 30")
        connection.execute(row)


def test_a_full_disk_is_an_error_of_ours_and_nothing_is_kept(tmp_path: Path) -> None:
    engine = open_sqlite(tmp_path / "case.db")
    with write(engine) as connection:
        TABLES.create_all(connection)
    row = FACTS.insert().values(name="a", value="1" * 900_000)
    with pytest.raises(BrokenCase, match="disk is full"):
        insert_on_small_disk(engine, row)
    with engine.connect() as connection:
        assert connection.execute(FACTS.select()).all() == []
