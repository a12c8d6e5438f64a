"""A worker keeps what it does and says it, the careless one too unless it is disturbed."""

from pathlib import Path

import pytest
from torture.crashes import is_kept
from torture.reports import WHEN
from torture.workers import WHO, WORKS

from firsthand.keep.cases import init_case
from firsthand.keep.checks import verify_case


@pytest.mark.parametrize("name", WORKS)
def test_what_is_done_is_kept_and_the_case_is_clean(name: str, tmp_path: Path) -> None:
    case = init_case(tmp_path / "case", title="Harbour", who=WHO, when=WHEN)
    said = WORKS[name](case, 1)
    assert len(said) == 1
    assert is_kept(case, said[0])
    assert verify_case(case) == ()
