"""Migrations: a case made by an earlier version gets the tables of this one; there is no way back.

A step is written once, for the tables as they were then, and never changed: it names them in SQL
and takes nothing from the schema, which goes on changing.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from firsthand.errors import BrokenCase
from firsthand.store.records import load_fact
from firsthand.store.schema import FACTS, VERSION

Step = Callable[[Connection], None]
FACT = "version"


def read_version(connection: Connection) -> int:
    """Read the version of a case's tables; raises BrokenCase if this program is older than it."""
    stored = load_fact(connection, FACT) or ""
    if not stored.isdecimal():
        raise BrokenCase("The database says no version: it is damaged. Restore a backup.")
    if int(stored) > VERSION:
        raise BrokenCase(
            f"The case has version {stored}; this Firsthand reads up to {VERSION}. Upgrade it."
        )
    return int(stored)


def migrate(
    connection: Connection, steps: Mapping[int, Step] | None = None, version: int = VERSION
) -> None:
    """Lead the tables from their version to this one, within the transaction that is open."""
    steps = STEPS if steps is None else steps
    for number in range(read_version(connection), version):
        steps[number](connection)
    connection.execute(FACTS.update().where(FACTS.c.name == FACT).values(value=str(version)))


def _widen_decisions(connection: Connection) -> None:
    """Decisions may be of evidence, whose id is longer; a long refusal is no index entry."""
    lines = _WIDEN_SQLITE if connection.dialect.name == "sqlite" else _WIDEN_SERVER
    for line in lines:
        connection.exec_driver_sql(line)


_WIDEN_SQLITE = (
    "DROP INDEX ix_decisions_target",
    "ALTER TABLE decisions RENAME TO decisions_1",
    """CREATE TABLE decisions (
        number INTEGER NOT NULL, id VARCHAR(40) NOT NULL, target VARCHAR(200) NOT NULL,
        content TEXT NOT NULL, PRIMARY KEY (number), UNIQUE (id))""",
    "INSERT INTO decisions SELECT number, id, target, content FROM decisions_1",
    "DROP TABLE decisions_1",
    "CREATE INDEX ix_decisions_target ON decisions (target)",
    "ALTER TABLE refusals RENAME TO refusals_1",
    """CREATE TABLE refusals (
        number INTEGER NOT NULL, refused VARCHAR(27) NOT NULL, content TEXT NOT NULL,
        PRIMARY KEY (number))""",
    "INSERT INTO refusals SELECT number, refused, content FROM refusals_1",
    "DROP TABLE refusals_1",
)
_WIDEN_SERVER = (
    "ALTER TABLE decisions ALTER COLUMN target TYPE VARCHAR(200)",
    "ALTER TABLE refusals DROP CONSTRAINT refusals_content_key",
    # The server no longer notes common values for itself, where nobody could erase them.
    """DO $$ DECLARE place record; BEGIN
        FOR place IN SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = current_schema LOOP
            EXECUTE 'ALTER TABLE ' || quote_ident(place.table_name) || ' ALTER COLUMN '
                || quote_ident(place.column_name) || ' SET STATISTICS 0';
        END LOOP; END $$""",
)

# What leads from each version to the next.
STEPS: Mapping[int, Step] = {1: _widen_decisions}
