"""The command prints the table, and refuses what it does not know."""

import pytest
from torture.__main__ import main
from torture.promises import TORTURES


def test_the_table_has_a_row_for_what_was_attacked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proofs", "--few"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[2].startswith("| proofs | proofs never lie |")
    assert len(rows) == 3


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["walls"])
    assert "there is no walls" in capsys.readouterr().err


@pytest.mark.parametrize("name", TORTURES)
def test_the_tests_attack_less_often_than_the_command(name: str) -> None:
    assert 0 < TORTURES[name].few < TORTURES[name].many
