"""Deciders keep what they say, the careless one too unless it is disturbed."""

from pathlib import Path

import pytest
from torture.deciders import DECIDERS, WHEN, WHO, main

from firsthand.keep.cases import init_case, open_case
from firsthand.keep.checks import verify_case
from firsthand.store.records import load_decisions


@pytest.mark.parametrize("manner", DECIDERS)
def test_what_is_said_is_decided(
    manner: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    init_case(tmp_path / "case", title="Harbour", who=WHO, when=WHEN)
    assert main([str(tmp_path / "case"), manner, "2"]) == 0
    case = open_case(tmp_path / "case", who=WHO, when=WHEN)
    with case.engine.connect() as connection:
        kept = [decision.id for decision in load_decisions(connection)]
    assert capsys.readouterr().out.split() == kept
    assert len(set(kept)) == 2
    assert verify_case(case) == ()
