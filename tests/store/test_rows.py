"""The ledger's rows lie in the database with what they tell of."""

from pathlib import Path

from firsthand.store.audits import audit_ledger
from firsthand.store.databases import open_sqlite, write
from firsthand.store.leaves import Event
from firsthand.store.ledgers import erase_entry, open_ledger
from firsthand.store.rows import SqlRows, find_entries, load_payload, record_event
from firsthand.store.schema import TABLES

WHEN = "2019-06-01T10:00:00Z"


def test_events_are_kept_found_by_subject_and_erased(tmp_path: Path) -> None:
    engine = open_sqlite(tmp_path / "case.db")
    with write(engine) as connection:
        TABLES.create_all(connection)
        for number in range(3):
            event = Event(
                when=WHEN,
                who="Ana",
                kind="decision",
                subjects=(f"c-{number}", "c-9"),
                payload=b"payload %d" % number,
            )
            record_event(connection, event)
        rows = SqlRows(connection)
        assert len(rows) == 3
        assert find_entries(connection, "c-1") == (1,)
        assert find_entries(connection, "c-9") == (0, 1, 2)
        assert load_payload(connection, 1) == b"payload 1"
        assert audit_ledger(rows) == ()
        erase_entry(open_ledger(rows), 1, when=WHEN, who="Ana", reason=b"asked for")
        assert load_payload(connection, 1) is None
        assert audit_ledger(rows) == ()


def test_adding_goes_on_from_the_last_edge_and_notices_what_others_added(tmp_path: Path) -> None:
    one, other = (open_sqlite(tmp_path / "case.db") for _ in range(2))
    event = Event(when=WHEN, who="Ana", kind="decision")
    with write(one) as connection:
        TABLES.create_all(connection)
    for engine in (one, other, other, one):
        with write(engine) as connection:
            record_event(connection, event)
    with one.execution_options(writes=True).connect() as connection:
        record_event(connection, event)
        connection.rollback()
    with write(one) as connection:
        record_event(connection, event)
    with one.connect() as connection:
        rows = SqlRows(connection)
        assert len(rows) == 5
        assert audit_ledger(rows) == ()
