"""The attack on ledgers makes every kind of change, and each is found in its place."""

import random

import pytest
from torture.ledgers import (
    CHANGES,
    ENTRIES,
    build_rows,
    keep_checkpoints,
    names_entry,
    torture_ledgers,
)
from torture.promises import TORTURES

from firsthand.store.audits import audit_ledger
from firsthand.store.findings import Finding


def test_every_change_is_found_in_its_place() -> None:
    result = torture_ledgers(TORTURES["ledgers"].few)
    assert result.failures == ()
    assert result.control > 600


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_changes_something(name: str) -> None:
    rows, aim = CHANGES[name](list(build_rows()), random.Random(3))
    assert rows != list(build_rows())
    assert aim


def test_the_ledger_is_clean_before_it_is_changed() -> None:
    assert len(build_rows()) == ENTRIES
    assert audit_ledger(list(build_rows()), keep_checkpoints()) == ()


@pytest.mark.parametrize(
    ("where", "code", "hit"),
    [
        ("entry-9", "content", True),
        ("entry-8", "content", False),
        ("entry-5..12", "missing", True),
        ("checkpoint-50", "forked", True),
        ("checkpoint-100", "forked", False),
    ],
)
def test_a_finding_counts_only_where_the_change_is(where: str, code: str, hit: bool) -> None:
    assert names_entry((Finding(where=where, code=code, text=""),), range(9, 10)) is hit


def test_blaming_another_entry_as_well_does_not_count() -> None:
    right = Finding(where="entry-9", code="content", text="")
    wrong = Finding(where="entry-30", code="content", text="")
    assert not names_entry((right, wrong), range(9, 10))
