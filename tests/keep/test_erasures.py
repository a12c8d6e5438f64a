"""What was erased is gone from every file of the case, and the ledger still holds."""

import pytest
from msgspec.structs import replace
from sqlalchemy import select
from tests.keep.conftest import WHEN, add_report
from tests.values import make_claim

from firsthand.errors import UsageError
from firsthand.keep.accounts import make_case_account
from firsthand.keep.cases import Case
from firsthand.keep.checkpoints import sign_case
from firsthand.keep.checks import verify_case
from firsthand.keep.decisions import decide
from firsthand.keep.erasures import erase_report
from firsthand.model.decisions import Decision
from firsthand.store.ledgers import open_ledger
from firsthand.store.records import load_decisions
from firsthand.store.rows import SqlRows
from firsthand.store.schema import TABLES


def find_words(case: Case, words: bytes) -> list[str]:
    files = (path for path in case.folder.rglob("*") if path.is_file())
    found = [path.name for path in files if words in path.read_bytes()]
    # The files of a server are out of reach; its rows are not.
    with case.engine.connect() as connection:
        for table in TABLES.sorted_tables:
            rows = connection.execute(select(table)).all()
            found += [table.name for row in rows if words.decode() in str(tuple(row))]
    return found


def test_an_erased_report_is_nowhere_in_the_case_and_the_case_is_clean(case: Case) -> None:
    add_report(case, "r-Vens", 10)
    why = "the claim names Dario Vens"
    decision = Decision(id="", when=WHEN, who="Ana", kind="confirm", target="c-r-Vens", why=why)
    decide(case, decision)
    note = sign_case(case, WHEN)
    assert find_words(case, b"Vens")
    tombstones = erase_report(case, "r-Vens", why="asked for by a court", when=WHEN)
    assert len(tombstones) == 2
    assert find_words(case, b"Vens") == []
    assert verify_case(case, [note]) == ()


def test_what_people_added_from_it_or_joined_with_it_goes_too(case: Case) -> None:
    added = replace(make_claim("c-hand", report="r-1"), quote="Dario Vens was killed")
    for decision in (
        Decision(id="", when=WHEN, who="Ana", kind="add", target="c-hand", why="x", claim=added),
        Decision(
            id="", when=WHEN, who="Ana", kind="merge", target="i-1", why="x",
            claims=("c-r-1", "c-r-2"),
        ),
        Decision(id="", when=WHEN, who="Ana", kind="confirm", target="c-r-2", why="read"),
    ):  # fmt: skip
        decide(case, decision)
    make_case_account(case, WHEN)
    assert find_words(case, b"Vens")
    erase_report(case, "r-1", why="asked for by a court", when=WHEN)
    assert find_words(case, b"Vens") == []
    assert verify_case(case) == ()
    with case.engine.connect() as connection:
        assert [item.target for item in load_decisions(connection)] == ["c-r-2"]


def test_the_reason_of_an_erasure_stays(case: Case) -> None:
    erase_report(case, "r-1", why="asked for by a court", when=WHEN)
    with case.engine.connect() as connection:
        rows = SqlRows(connection)
        assert open_ledger(rows).head.size == len(rows)
        assert rows[1].content is None
    assert find_words(case, b"asked for by a court")


def test_what_is_not_there_cannot_be_erased(case: Case) -> None:
    with pytest.raises(UsageError, match="no report"):
        erase_report(case, "r-9", why="x", when=WHEN)
