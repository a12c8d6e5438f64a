"""A database of any released version becomes one of this version, and nothing goes lost."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, Inspector, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from tests.store.releases import FOLDER, make_tables, set_version

from firsthand.errors import BrokenCase
from firsthand.store.databases import open_sqlite, write
from firsthand.store.migrations import STEPS, migrate, read_version
from firsthand.store.schema import TABLES, VERSION
from firsthand.store.servers import open_server

# The tables of each version, as one digest. A change of the schema needs another version, a step
# that leads there, its SQL in released/, and its digest here.
DIGESTS = {2: "582a983d6e5071327ca07fe0f3af1c407a534989e940497a37f2ca6f45d611e7"}


@pytest.fixture(params=["file", "server"])
def engines(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[Engine, Engine]:
    if request.param == "file":
        return open_sqlite(tmp_path / "old.db"), open_sqlite(tmp_path / "new.db")
    spaces = [request.getfixturevalue("space"), request.getfixturevalue("other_space")]
    return open_server(spaces[0]), open_server(spaces[1])


def describe_tables(connection: Connection) -> list[object]:
    look: Inspector = inspect(connection)
    return [
        [
            table,
            [(column["name"], str(column["type"]), column["nullable"]) for column in columns],
            look.get_pk_constraint(table)["constrained_columns"],
            sorted(item["column_names"] for item in look.get_unique_constraints(table)),
            sorted((str(item["name"]), item["column_names"]) for item in look.get_indexes(table)),
        ]
        for table in sorted(look.get_table_names())
        for columns in [look.get_columns(table)]
    ]


def list_statements() -> Iterator[str]:
    for dialect in (sqlite.dialect(), postgresql.dialect()):  # type: ignore[no-untyped-call]
        for table in TABLES.sorted_tables:
            yield str(CreateTable(table).compile(dialect=dialect))
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                yield str(CreateIndex(index).compile(dialect=dialect))


def test_the_schema_does_not_change_without_another_version() -> None:
    digest = hashlib.sha256("".join("".join(list_statements()).split()).encode()).hexdigest()
    assert DIGESTS[VERSION] == digest


def test_every_version_before_this_one_was_kept_and_leads_on() -> None:
    assert set(STEPS) == set(range(1, VERSION))
    for version in STEPS:
        assert len(list(FOLDER.glob(f"version-{version}.*.sql"))) == 2


@pytest.mark.parametrize("version", sorted(STEPS))
def test_an_old_database_becomes_like_a_new_one(
    engines: tuple[Engine, Engine], version: int
) -> None:
    old, new = engines
    with write(new) as connection:
        TABLES.create_all(connection)
    with write(old) as connection:
        make_tables(connection, version)
        migrate(connection)
    with old.connect() as upgraded, new.connect() as made:
        assert describe_tables(upgraded) == describe_tables(made)
        assert read_version(upgraded) == VERSION


def test_a_step_that_fails_changes_nothing(engines: tuple[Engine, Engine]) -> None:
    old, _ = engines
    with write(old) as connection:
        make_tables(connection, 1)
    with old.connect() as connection:
        before = describe_tables(connection)

    def fail(_connection: Connection) -> None:
        raise BrokenCase("stopped")

    with pytest.raises(BrokenCase, match="stopped"), write(old) as connection:
        migrate(connection, {1: STEPS[1], 2: fail}, 3)
    with old.connect() as connection:
        assert describe_tables(connection) == before
        assert read_version(connection) == 1


@pytest.mark.parametrize(("stored", "words"), [(VERSION + 1, "Upgrade it"), (-1, "damaged")])
def test_a_later_version_and_none_are_refused(tmp_path: Path, stored: int, words: str) -> None:
    with write(open_sqlite(tmp_path / "case.db")) as connection:
        TABLES.create_all(connection)
        set_version(connection, stored)
        with pytest.raises(BrokenCase, match=words):
            read_version(connection)
