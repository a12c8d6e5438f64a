"""An entrant says each decision that it made."""

from pathlib import Path

import pytest
from torture.entrants import FULL, main
from torture.reports import WHEN
from torture.workers import WHO

from firsthand.keep.cases import init_case
from firsthand.store.records import load_decisions


@pytest.mark.parametrize(("synchronous", "company"), [(FULL, "yes"), (FULL, "no"), ("OFF", "yes")])
def test_what_is_said_is_decided(
    synchronous: str, company: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = init_case(tmp_path / "case", title="Harbour", who=WHO, when=WHEN)
    assert main([str(case.folder), synchronous, company, "2"]) == 0
    with case.engine.connect() as connection:
        kept = [decision.id for decision in load_decisions(connection)]
    assert capsys.readouterr().out.split() == kept
    assert len(kept) == 2
