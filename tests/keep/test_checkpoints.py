"""The state of a case is signed, and never two histories of it."""

from pathlib import Path

import pytest
from sqlalchemy import delete
from tests.keep.conftest import WHEN

from firsthand.errors import BrokenLedger, ForkedHistory, UsageError
from firsthand.keep.cases import Case, change
from firsthand.keep.checkpoints import check_timestamps, load_last, sign_case, timestamp_case
from firsthand.store.schema import LEDGER


def test_a_checkpoint_names_the_case_and_how_long_its_ledger_is(case: Case) -> None:
    assert load_last(case) is None
    note = sign_case(case, WHEN)
    last = load_last(case)
    assert last is not None
    assert note.split("\n")[:2] == [last.origin, str(last.size)]


def test_a_ledger_that_lost_its_end_is_not_signed(case: Case) -> None:
    sign_case(case, WHEN)
    with change(case) as connection:
        connection.execute(delete(LEDGER).where(LEDGER.c.sequence >= 2))
    with pytest.raises((BrokenLedger, ForkedHistory)):
        sign_case(case, WHEN)


def test_a_timestamp_needs_a_checkpoint_and_roots(case: Case, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no checkpoint"):
        timestamp_case(case, "https://tsa.example/", tmp_path / "roots.pem", WHEN)
    sign_case(case, WHEN)
    with pytest.raises(UsageError, match="roots"):
        timestamp_case(case, "https://tsa.example/", tmp_path / "roots.pem", WHEN)


def test_a_case_without_timestamps_has_none_that_hold(case: Case, tmp_path: Path) -> None:
    (tmp_path / "roots.pem").write_bytes(b"none")
    with pytest.raises(BrokenLedger):
        check_timestamps(case, tmp_path / "roots.pem")
