"""The attack on evidence makes every kind of change, and each is found in its file."""

import random
from pathlib import Path

import pytest
from torture.evidence import CHANGES, keep_evidence, list_files, torture_evidence
from torture.promises import TORTURES

from firsthand.store.inventories import audit_evidence


def test_every_change_is_found_in_its_file() -> None:
    result = torture_evidence(TORTURES["evidence"].few)
    assert result.failures == ()
    assert result.control > 100


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_is_one(name: str, tmp_path: Path) -> None:
    digests = keep_evidence(tmp_path / "evidence")
    assert audit_evidence(tmp_path / "evidence", digests) == ()
    files = list_files(tmp_path / "evidence")
    assert CHANGES[name](tmp_path / "evidence", files, random.Random(3))
    assert audit_evidence(tmp_path / "evidence", digests) != ()
