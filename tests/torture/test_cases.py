"""The attack on a case's database changes something each time, and it is seen."""

import random
from pathlib import Path

import pytest
from sqlalchemy import Table
from torture.cases import HELD, attack, make_attacked, torture_cases
from torture.promises import TORTURES

from firsthand.keep.checks import verify_case


def test_every_change_is_seen_in_its_table() -> None:
    result = torture_cases(TORTURES["cases"].few)
    assert result.failures == ()
    assert result.ran == 60
    # Whoever asks the database alone sees only that the end of its file is gone.
    assert 40 < result.control < 60


@pytest.mark.parametrize("table", HELD, ids=lambda table: table.name)
def test_a_case_is_clean_until_it_is_changed(table: Table, tmp_path: Path) -> None:
    attacked = make_attacked(tmp_path)
    assert verify_case(attacked.case, [attacked.outside]) == ()
    _, where = attack(attacked, table, random.Random(2))
    found = verify_case(attacked.case, [attacked.outside])
    assert any(finding.where.startswith(where) for finding in found)
