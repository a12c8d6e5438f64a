"""The tables do not change unnoticed, and a server keeps nothing of them elsewhere."""

import hashlib
from collections.abc import Iterator

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from firsthand.store.databases import write
from firsthand.store.schema import FACTS, TABLES, VERSION
from firsthand.store.servers import open_server

# The tables of each version, as one digest. A change of the schema needs another version, a step
# that leads there, its SQL in released/, and its digest here.
DIGESTS = {2: "582a983d6e5071327ca07fe0f3af1c407a534989e940497a37f2ca6f45d611e7"}


def list_statements() -> Iterator[str]:
    for dialect in (sqlite.dialect(), postgresql.dialect()):  # type: ignore[no-untyped-call]
        for table in TABLES.sorted_tables:
            yield str(CreateTable(table).compile(dialect=dialect))
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                yield str(CreateIndex(index).compile(dialect=dialect))


def test_the_schema_does_not_change_without_another_version() -> None:
    digest = hashlib.sha256("".join("".join(list_statements()).split()).encode()).hexdigest()
    assert DIGESTS[VERSION] == digest


def test_a_server_keeps_no_samples_of_what_stands_in_the_tables(space: str) -> None:
    engine = open_server(space)
    with write(engine) as connection:
        TABLES.create_all(connection)
        connection.execute(FACTS.insert(), [{"name": name, "value": "Vens"} for name in "ab"])
        connection.exec_driver_sql("ANALYZE")
        query = "SELECT count(*) FROM pg_stats WHERE schemaname = current_schema"
        assert connection.exec_driver_sql(query).scalar() == 0
