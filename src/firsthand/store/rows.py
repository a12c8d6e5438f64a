"""Rows: the ledger's rows in the database, each with what it tells of."""

from collections.abc import Iterator
from typing import Any
from weakref import WeakKeyDictionary

from msgspec import Struct
from sqlalchemy import Connection, Pool, func, select

from firsthand.store.leaves import Event
from firsthand.store.ledgers import Row, append_event, open_ledger
from firsthand.store.merkles import Edge
from firsthand.store.schema import LEDGER, SUBJECTS

# The edge that each database was last seen with: whoever adds thousands of entries reads only
# those that others added in between. One that the rows do not confirm is not used.
_EDGES: WeakKeyDictionary[Pool, Edge] = WeakKeyDictionary()


class SqlRows(Struct, frozen=True):
    """The rows of the ledger as one transaction sees them."""

    connection: Connection

    def __len__(self) -> int:
        return self.connection.execute(select(func.count()).select_from(LEDGER)).scalar_one()

    def __getitem__(self, sequence: int, /) -> Row:
        query = _ROWS.where(LEDGER.c.sequence == sequence)
        return _read(self.connection.execute(query).one())

    def __setitem__(self, sequence: int, row: Row, /) -> None:
        erased = {"payload": None} if row.content is None else {}
        self.connection.execute(
            LEDGER.update().where(LEDGER.c.sequence == sequence).values(**_values(row), **erased)
        )

    def __iter__(self) -> Iterator[Row]:
        for row in self.connection.execute(_ROWS.order_by(LEDGER.c.sequence)):
            yield _read(row)

    def append(self, row: Row, /) -> None:
        """Add a row after the last one."""
        self.connection.execute(LEDGER.insert().values(**_values(row)))


def record_event(connection: Connection, event: Event) -> Row:
    """Add an event to the ledger with what it tells of, in the transaction that does it."""
    pool = connection.engine.pool
    ledger, row = append_event(open_ledger(SqlRows(connection), _EDGES.get(pool)), event)
    _EDGES[pool] = ledger.edge
    connection.execute(
        LEDGER.update().where(LEDGER.c.sequence == row.sequence).values(payload=event.payload)
    )
    for subject in dict.fromkeys(event.subjects):
        connection.execute(SUBJECTS.insert().values(sequence=row.sequence, subject=subject))
    return row


def load_payload(connection: Connection, sequence: int) -> bytes | None:
    """Load what an entry tells of, or None if it was erased."""
    query = select(LEDGER.c.payload).where(LEDGER.c.sequence == sequence)
    return _to_bytes(connection.execute(query).scalars().first())


def find_entries(connection: Connection, subject: str) -> tuple[int, ...]:
    """Find the numbers of the entries that speak of an id, in their order."""
    query = select(SUBJECTS.c.sequence).where(SUBJECTS.c.subject == subject)
    return tuple(connection.execute(query.order_by(SUBJECTS.c.sequence)).scalars())


def list_subjects(connection: Connection) -> Iterator[tuple[int, str]]:
    """List which entries speak of which ids."""
    for row in connection.execute(select(SUBJECTS)):
        yield row.sequence, row.subject


def list_erased_payloads(connection: Connection) -> tuple[int, ...]:
    """List the entries that were erased and yet tell of something."""
    query = select(LEDGER.c.sequence).where(
        LEDGER.c.content.is_(None), LEDGER.c.payload.isnot(None)
    )
    return tuple(connection.execute(query).scalars())


_ROWS = select(LEDGER.c.sequence, LEDGER.c.content, LEDGER.c.seed, LEDGER.c.leaf, LEDGER.c.root)


def _read(found: Any) -> Row:
    """Read a row, whatever a damaged database gives for its cells: an audit must name it."""
    return Row(
        sequence=found.sequence,
        content=_to_bytes(found.content),
        seed=_to_bytes(found.seed),
        leaf=_to_bytes(found.leaf) or b"",
        root=_to_bytes(found.root) or b"",
    )


def _to_bytes(cell: object) -> bytes | None:
    return cell if cell is None or isinstance(cell, bytes) else repr(cell).encode()


def _values(row: Row) -> dict[str, int | bytes | None]:
    return {
        "sequence": row.sequence,
        "content": row.content,
        "seed": row.seed,
        "leaf": row.leaf,
        "root": row.root,
    }
