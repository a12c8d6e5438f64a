"""What was erased is gone from every file of the case, and the ledger still holds."""

import pytest
from tests.keep.conftest import WHEN, add_report

from firsthand.errors import UsageError
from firsthand.keep.cases import Case
from firsthand.keep.checkpoints import sign_case
from firsthand.keep.checks import verify_case
from firsthand.keep.decisions import decide
from firsthand.keep.erasures import erase_report
from firsthand.model.decisions import Decision
from firsthand.store.ledgers import open_ledger
from firsthand.store.rows import SqlRows


def find_words(case: Case, words: bytes) -> list[str]:
    files = (path for path in case.folder.rglob("*") if path.is_file())
    return [path.name for path in files if words in path.read_bytes()]


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
