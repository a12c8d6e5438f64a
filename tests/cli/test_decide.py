"""People enter what a recording says, and find again what was decided."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand.cli.main import app
from firsthand.errors import UsageError


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a case with a recording."""
    (tmp_path / "call.mp3").write_bytes(b"sound")
    run("init", tmp_path / "case", "--title", "Harbour", "--who", "Ana")
    added = run("add", tmp_path / "case", tmp_path / "call.mp3")
    assert added.exit_code == 0
    assert "Kept unread: 1" in added.stderr
    return tmp_path / "case"


def enter(folder: Path, *more: str) -> str:
    """Enter what is heard in the recording and return the id of the claim."""
    heard = ("--time", "12.5:14", "--quote", "ils ont tiré", "--set", "kind=act")
    run("decide", folder, "add", "call.mp3", *heard, *more, "--why", "heard")
    run("account", folder, "--out", folder.parent / "out")
    (claim,) = json.loads((folder.parent / "out" / "account.json").read_text())["claims"]
    assert isinstance(claim["id"], str)
    return claim["id"]


def test_what_is_heard_in_a_recording_is_a_claim_with_its_time(folder: Path) -> None:
    name = enter(folder, "--translation", "they fired", "--translator", "Ilse Varn")
    told = run("explain", folder.parent / "out", name).stdout
    assert "Rests on: 0:12.50–0:14" in told
    assert "Translated by Ilse Varn: “they fired”" in told
    page = (folder.parent / "out" / "index.html").read_text()
    assert "they fired" in page
    assert "not match" not in page
    assert run("verify", folder).exit_code == 0


def test_a_decision_is_found_again_and_can_be_undone(folder: Path) -> None:
    name = enter(folder)
    decided = run("decide", folder, "reject", name[:9], "--why", "inaudible", "--who", "Ben")
    told = run("history", folder, name[:9]).stdout
    assert told.startswith(name)
    assert "Ben  decision: reject" in told
    run("decide", folder, "undo", decided.stdout.strip()[:9], "--why", "heard again")
    run("account", folder, "--out", folder.parent / "out")
    (claim,) = json.loads((folder.parent / "out" / "account.json").read_text())["claims"]
    assert not claim["rejected"]


def test_reading_anew_leaves_what_people_entered(folder: Path) -> None:
    enter(folder)
    again = run("reread", folder)
    assert "Read anew: 1 reports; 0 gave another reading." in again.stderr
    assert "another look" not in again.stderr


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("add", "nobody.mp3", "--quote", "x"), "There is no report nobody.mp3"),
        (("add", "call.mp3"), "Say with --quote"),
        (("confirm", "c-none"), "There is no claim c-none"),
        (("undo", "d-none"), "There is no decision d-none"),
    ],
)
def test_what_is_not_there_is_said_with_where_to_look(
    folder: Path, words: tuple[str, ...], reason: str
) -> None:
    with pytest.raises(UsageError, match=reason):
        run("decide", folder, *words, "--why", "x")
