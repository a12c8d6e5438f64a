"""A server is used only where it is safe, by one writer at a time, and gets no password from us."""

import threading

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from tests.servers import read_files

from firsthand.errors import BrokenCase, UsageError
from firsthand.store.databases import write
from firsthand.store.schema import FACTS, SETTINGS, TABLES
from firsthand.store.servers import open_server, read_address, rewrite_tables

THREADS, EACH = 5, 10


@pytest.fixture
def engine(space: str) -> Engine:
    opened = open_server(space)
    with write(opened) as connection:
        TABLES.create_all(connection)
    return opened


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://ana:hunter2@db.example/harbour", "password"),
        ("postgresql://db.example/harbour?password=hunter2", "password"),
        ("postgresql://ana:hunter2@db.example:x/harbour", "no such address"),
        ("hunter2", "no such address"),
        ("mysql://db.example/harbour", "begins with"),
    ],
)
def test_an_address_with_a_password_is_refused_and_not_repeated(address: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        read_address(address)
    assert "hunter2" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_server_that_is_not_there_is_an_error_of_ours() -> None:
    with pytest.raises(BrokenCase, match="cannot be used"):
        open_server("postgresql://nobody@127.0.0.1:1/none")


def test_a_server_that_does_not_know_the_password_is_an_error_of_ours(
    space: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PGPASSFILE")
    with pytest.raises(BrokenCase, match="password"):
        open_server(space)


def test_a_server_that_could_lose_rows_is_refused(space: str) -> None:
    with pytest.raises(BrokenCase, match="synchronous_commit off"):
        open_server(space.replace("&options=", "&options=-csynchronous_commit%3Doff%20"))


def test_a_transaction_is_kept_whole_or_not_at_all(engine: Engine) -> None:
    row = FACTS.insert().values(name="a", value="1")
    with pytest.raises(IntegrityError), write(engine) as connection:
        assert [connection.execute(row) for _ in range(2)] == []
    with engine.connect() as connection:
        assert connection.execute(FACTS.select()).all() == []


def test_writers_wait_for_each_other_and_see_what_was_saved(engine: Engine) -> None:
    def count_up() -> None:
        for _ in range(EACH):
            with write(engine) as connection:
                count = connection.execute(select(func.count()).select_from(SETTINGS)).scalar_one()
                connection.execute(SETTINGS.insert().values(changed=str(count), content=""))

    threads = [threading.Thread(target=count_up) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.connect() as connection:
        seen = connection.execute(select(SETTINGS.c.changed).order_by(SETTINGS.c.number)).scalars()
        assert list(seen) == [str(number) for number in range(THREADS * EACH)]


def test_a_server_that_ends_in_between_is_an_error_of_ours(engine: Engine) -> None:
    with pytest.raises(BrokenCase, match="not kept"), write(engine) as connection:
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")


def test_a_database_without_a_case_is_an_error_of_ours(space: str) -> None:
    with pytest.raises(BrokenCase, match="holds no case"), open_server(space).connect() as reader:
        reader.execute(FACTS.select())


def test_a_reader_sees_one_moment_and_cannot_write(engine: Engine) -> None:
    row = FACTS.insert().values(name="a", value="1")
    with engine.connect() as reader:
        assert reader.execute(FACTS.select()).all() == []
        with write(engine) as writer:
            writer.execute(row)
        assert reader.execute(FACTS.select()).all() == []
        with pytest.raises(DBAPIError, match="read-only"):
            reader.execute(row)


def test_what_was_deleted_is_in_no_file_of_the_tables(engine: Engine) -> None:
    with write(engine) as connection:
        for name in ("witness", "neighbour"):
            connection.execute(FACTS.insert().values(name=name, value="Dario Vens"))
    with write(engine) as connection:
        # As the server does by itself now and then: it notes what values are common.
        connection.exec_driver_sql("ANALYZE facts")
    assert len(find_files(engine, b"Dario")) == 1
    with write(engine) as connection:
        connection.execute(FACTS.delete())
    assert find_files(engine, b"Dario")
    rewrite_tables(engine)
    assert find_files(engine, b"Dario") == []


def find_files(engine: Engine, words: bytes) -> list[str]:
    return [name for name, content in read_files(engine).items() if words in content]
