"""Schema: the tables of a case, the same in SQLite and in PostgreSQL.

Values are kept as the JSON of the model, so that a case can be read without this program; the
columns beside them are what is looked for. Rows are added and never changed, but where erasure
asks for it.
"""

from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
)

# Raised with every change of a table; `migrations` leads from each number to the next.
VERSION = 2

TABLES = MetaData()

# What is true of the case as a whole: its version, its secret, the name it signs with.
FACTS = Table(
    "facts",
    TABLES,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

# What case.toml said, each time it was found changed.
SETTINGS = Table(
    "settings",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("changed", String(27), nullable=False),
    Column("content", Text, nullable=False),
)

# Reports with their extracted text; their original bytes are in the evidence store.
REPORTS = Table(
    "reports",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(40), nullable=False, unique=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("evidence", String(64), nullable=False, index=True),
    Column("added", String(27), nullable=False),
    Column("report", Text, nullable=False),
    Column("text", Text, nullable=False),
)

# What was read in a report, each time it was read; the last one counts.
READINGS = Table(
    "readings",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report", String(40), nullable=False, index=True),
    Column("read", String(27), nullable=False),
    Column("software", Text, nullable=False),
    Column("content", Text, nullable=False),
)

REFUSALS = Table(
    "refusals",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("refused", String(27), nullable=False),
    Column("content", Text, nullable=False),
)

DECISIONS = Table(
    "decisions",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(40), nullable=False, unique=True),
    # An id of ours, or the digest of evidence.
    Column("target", String(200), nullable=False, index=True),
    Column("content", Text, nullable=False),
)

# The name an incident got after its earliest claim, and the incident it is part of since.
NAMES = Table(
    "names",
    TABLES,
    Column("claim", String(40), primary_key=True),
    Column("incident", String(40), nullable=False, index=True),
)
REDIRECTS = Table(
    "redirects",
    TABLES,
    Column("incident", String(40), primary_key=True),
    Column("now", String(40), nullable=False),
)

# The rows of the ledger with what they tell of; an erased row has only leaf and root.
LEDGER = Table(
    "ledger",
    TABLES,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary),
    Column("seed", LargeBinary),
    Column("payload", LargeBinary),
    Column("leaf", LargeBinary, nullable=False),
    Column("root", LargeBinary, nullable=False),
)

# Which entries of the ledger speak of an id.
SUBJECTS = Table(
    "subjects",
    TABLES,
    Column("sequence", Integer, nullable=False),
    Column("subject", String(200), nullable=False),
    UniqueConstraint("sequence", "subject"),
    Index("subjects_by_subject", "subject"),
)

CHECKPOINTS = Table(
    "checkpoints",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("signed", String(27), nullable=False),
    Column("note", Text, nullable=False),
    Column("token", LargeBinary),
)


def _keep_no_samples(table: Table, connection: Connection, **_: Any) -> None:
    """Keep a server from noting common values for itself: nobody could erase them there."""
    if connection.dialect.name == "postgresql":
        for column in table.columns:
            connection.exec_driver_sql(
                f"ALTER TABLE {table.name} ALTER COLUMN {column.name} SET STATISTICS 0"
            )


for _table in TABLES.tables.values():
    event.listen(_table, "after_create", _keep_no_samples)
