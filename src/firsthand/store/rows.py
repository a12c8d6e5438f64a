"""Rows: the ledger's rows in the database, each with what it tells of."""

from collections.abc import Iterator

from msgspec import Struct
from sqlalchemy import Connection, func, select

from firsthand.store.leaves import Event
from firsthand.store.ledgers import Row, append_event, open_ledger
from firsthand.store.schema import LEDGER, SUBJECTS


class SqlRows(Struct, frozen=True):
    """The rows of the ledger as one transaction sees them."""

    connection: Connection

    def __len__(self) -> int:
        return self.connection.execute(select(func.count()).select_from(LEDGER)).scalar_one()

    def __getitem__(self, sequence: int, /) -> Row:
        query = _ROWS.where(LEDGER.c.sequence == sequence)
        return Row(**self.connection.execute(query).one()._mapping)

    def __setitem__(self, sequence: int, row: Row, /) -> None:
        erased = {"payload": None} if row.content is None else {}
        self.connection.execute(
            LEDGER.update().where(LEDGER.c.sequence == sequence).values(**_values(row), **erased)
        )

    def __iter__(self) -> Iterator[Row]:
        for row in self.connection.execute(_ROWS.order_by(LEDGER.c.sequence)):
            yield Row(**row._mapping)

    def append(self, row: Row, /) -> None:
        """Add a row after the last one."""
        self.connection.execute(LEDGER.insert().values(**_values(row)))


def record_event(connection: Connection, event: Event) -> Row:
    """Add an event to the ledger with what it tells of, in the transaction that does it."""
    _, row = append_event(open_ledger(SqlRows(connection)), event)
    connection.execute(
        LEDGER.update().where(LEDGER.c.sequence == row.sequence).values(payload=event.payload)
    )
    for subject in dict.fromkeys(event.subjects):
        connection.execute(SUBJECTS.insert().values(sequence=row.sequence, subject=subject))
    return row


def load_payload(connection: Connection, sequence: int) -> bytes | None:
    """Load what an entry tells of, or None if it was erased."""
    query = select(LEDGER.c.payload).where(LEDGER.c.sequence == sequence)
    return connection.execute(query).scalar_one_or_none()


def find_entries(connection: Connection, subject: str) -> tuple[int, ...]:
    """Find the numbers of the entries that speak of an id, in their order."""
    query = select(SUBJECTS.c.sequence).where(SUBJECTS.c.subject == subject)
    return tuple(connection.execute(query.order_by(SUBJECTS.c.sequence)).scalars())


_ROWS = select(LEDGER.c.sequence, LEDGER.c.content, LEDGER.c.seed, LEDGER.c.leaf, LEDGER.c.root)


def _values(row: Row) -> dict[str, int | bytes | None]:
    return {
        "sequence": row.sequence,
        "content": row.content,
        "seed": row.seed,
        "leaf": row.leaf,
        "root": row.root,
    }
