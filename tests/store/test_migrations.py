"""A database of any released version becomes one of this version, and nothing goes lost."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, Inspector, inspect
from tests.store.releases import FOLDER, make_tables, set_version

from firsthand.errors import BrokenCase
from firsthand.store.databases import open_sqlite, write
from firsthand.store.migrations import STEPS, migrate, read_version
from firsthand.store.schema import TABLES, VERSION
from firsthand.store.servers import open_server


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
