"""What a case holds comes back as it was saved, and every row has its digest."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, update
from tests.values import make_claim, make_reading, make_report

from firsthand.model.decisions import Decision
from firsthand.model.reports import Document, Refusal
from firsthand.store import records
from firsthand.store.databases import open_sqlite, write
from firsthand.store.schema import READINGS, TABLES

WHEN = "2019-06-01T10:00:00Z"
DOCUMENT = Document(report=make_report(), text="Nine people died.")
DECISION = Decision(id="d-1", when=WHEN, who="Ana", kind="confirm", target="c-1", why="read it")


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    opened = open_sqlite(tmp_path / "case.db")
    with write(opened) as connection:
        TABLES.create_all(connection)
    return opened


def fill(connection: Connection) -> list[records.Kept | None]:
    reading = make_reading(DOCUMENT.report, make_claim("c-1"))
    refusal = Refusal(name="a", uri=None, sha256=None, code="empty", reason="x", remedy="y")
    return [
        records.save_settings(connection, "title = 1", WHEN),
        records.save_report(connection, DOCUMENT, "0" * 64, WHEN),
        records.save_reading(connection, reading, "firsthand 1", WHEN),
        records.save_refusal(connection, refusal, WHEN),
        records.save_refusal(connection, refusal, WHEN),
        records.save_decision(connection, DECISION),
    ]


def test_what_was_saved_comes_back(engine: Engine) -> None:
    with write(engine) as connection:
        fill(connection)
        assert records.load_settings(connection) == "title = 1"
        assert records.has_report(connection, "r-1")
        assert not records.has_report(connection, "r-2")
        assert records.load_documents(connection) == (DOCUMENT,)
        assert [claim.id for claim in records.load_readings(connection)[0].claims] == ["c-1"]
        assert len(records.load_refusals(connection)) == 1
        assert records.load_decisions(connection) == (DECISION,)


def test_the_last_reading_of_a_report_counts_and_the_first_stays(engine: Engine) -> None:
    with write(engine) as connection:
        fill(connection)
        again = make_reading(DOCUMENT.report, make_claim("c-2"))
        records.save_reading(connection, again, "firsthand 2", WHEN)
        assert [claim.id for claim in records.load_readings(connection)[0].claims] == ["c-2"]
        assert len(connection.execute(READINGS.select()).all()) == 2


def test_every_row_is_listed_with_the_digest_it_was_saved_with(engine: Engine) -> None:
    with write(engine) as connection:
        kept = {item for item in fill(connection) if item is not None}
        listed = set(records.list_rows(connection))
        assert kept < listed
        assert {item.table for item in listed - kept} == {"names", "redirects"}
        connection.execute(update(READINGS).values(software="another"))
        changed = set(records.list_rows(connection)) - listed
        assert [item.table for item in changed] == ["readings"]


def test_names_and_redirects_are_replaced_whole(engine: Engine) -> None:
    with write(engine) as connection:
        records.save_names(connection, {"c-1": "i-1"}, {"i-0": "i-1"})
        records.save_names(connection, {"c-2": "i-1"}, {})
        assert records.load_names(connection) == {"c-2": "i-1"}
        assert records.load_redirects(connection) == {}


def test_facts_checkpoints_and_tokens(engine: Engine) -> None:
    with write(engine) as connection:
        records.save_fact(connection, "origin", "a")
        signed = records.save_checkpoint(connection, "note", WHEN)
        token = records.save_token(connection, int(signed.key), b"token")
        assert records.load_fact(connection, "origin") == "a"
        assert records.load_fact(connection, "none") is None
        assert records.load_checkpoints(connection) == ((1, "note", b"token"),)
        assert {signed, token} < set(records.list_standing(connection))


def test_cells_never_run_into_each_other() -> None:
    assert records.digest_row("ab", "c") != records.digest_row("a", "bc")


def test_a_cell_that_is_no_text_has_no_digest() -> None:
    assert records.digest_row("a", "\udcff") == ""


def test_names_are_held_fast_as_a_whole_whatever_their_order(engine: Engine) -> None:
    with write(engine) as connection:
        held = records.save_names(connection, {"c-1": "i-1", "c-2": "i-1"}, {})
        assert records.save_names(connection, {"c-2": "i-1", "c-1": "i-1"}, {}) == held
        assert records.save_names(connection, {"c-2": "i-2", "c-1": "i-1"}, {}) != held
