"""Savers keep what they say, the careless one too unless it is disturbed."""

from pathlib import Path

import pytest
from torture.savers import REFUSED, SAVERS, main

from firsthand.store.inventories import audit_evidence


@pytest.mark.parametrize(("manner", "files"), [("carefully", 4), ("carelessly", 1)])
def test_what_is_said_is_kept(
    manner: str, files: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), manner, "1", "2"]) == 0
    said = capsys.readouterr().out.split()
    assert len(set(said)) == 2 * files
    assert audit_evidence(tmp_path, said) == ()
    assert set(SAVERS) == {"carefully", "carelessly"}


def test_what_cannot_be_kept_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert main([str(tmp_path / "file" / "evidence"), "carefully", "1", "1"]) == REFUSED
    assert "cannot be written" in capsys.readouterr().err
