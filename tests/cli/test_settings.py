"""The passphrase comes from a file or a terminal, and an encrypted case has no case.toml."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand.cli.main import app
from firsthand.errors import BrokenCase, UsageError

PASSPHRASE = "seven grey herons at noon"


def run(*arguments: str | Path, given: str = "") -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)


@pytest.fixture
def passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "passphrase"
    path.write_text(f"{PASSPHRASE}\n")
    monkeypatch.setenv("FIRSTHAND_PASSPHRASE_FILE", str(path))
    return path


def test_what_an_encrypted_case_counts_is_shown_and_set(tmp_path: Path, passphrase: Path) -> None:
    folder = tmp_path / "harbour"
    made = run("init", folder, "--encrypt", "--title", "Belmuro quay")
    assert made.exit_code == 0
    assert "firsthand settings" in made.stderr
    shown = run("settings", folder)
    assert 'title = "Belmuro quay"' in shown.stdout
    changed = shown.stdout.replace('area = ""', 'area = "Halveth"')
    assert run("settings", folder, "--from", "-", given=changed).exit_code == 0
    assert run("settings", folder).stdout == changed
    assert run("verify", folder).exit_code == 0
    assert {path.name for path in folder.iterdir()} == {
        "case.db", "case.lock", "evidence", "signing.key",
    }  # fmt: skip
    passphrase.write_text("seven grey herons at midnight\n")
    assert isinstance(run("settings", folder).exception, BrokenCase)


def test_what_any_other_case_counts_stands_in_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "harbour"
    assert run("init", folder).exit_code == 0
    file = tmp_path / "new.toml"
    file.write_text('title = "Belmuro quay"\n')
    assert run("settings", folder, "--from", file).exit_code == 0
    assert (folder / "case.toml").read_text() == file.read_text()
    assert run("settings", folder).stdout == file.read_text()


@pytest.mark.parametrize("command", ["backup", "package"])
def test_copies_of_an_encrypted_case(tmp_path: Path, passphrase: Path, command: str) -> None:
    assert passphrase.exists()
    assert run("init", tmp_path / "harbour", "--encrypt").exit_code == 0
    made = run(command, tmp_path / "harbour", tmp_path / "copy")
    assert made.exit_code == 0
    assert ("not encrypted" in made.stderr) is (command == "package")
    if command == "backup":
        assert run("restore", tmp_path / "copy", tmp_path / "again").exit_code == 0
        assert run("verify", tmp_path / "again").exit_code == 0


def test_a_passphrase_file_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIRSTHAND_PASSPHRASE_FILE", str(tmp_path / "none"))
    failed = run("init", tmp_path / "harbour", "--encrypt")
    assert isinstance(failed.exception, UsageError)
    assert not (tmp_path / "harbour").exists()


def test_a_passphrase_cannot_be_given_on_the_command_line(tmp_path: Path) -> None:
    failed = run("init", tmp_path / "harbour", "--encrypt", "--passphrase", PASSPHRASE)
    assert failed.exit_code == 2
    assert "No such option" in failed.stderr


def test_a_passphrase_is_changed(
    tmp_path: Path, passphrase: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "harbour"
    assert isinstance(run("passphrase", tmp_path).exception, UsageError)
    assert run("init", folder, "--encrypt").exit_code == 0
    (tmp_path / "new").write_text("six red boats on dry land\n")
    monkeypatch.setenv("FIRSTHAND_NEW_PASSPHRASE_FILE", str(tmp_path / "new"))
    assert run("passphrase", folder).exit_code == 0
    assert isinstance(run("verify", folder).exception, BrokenCase)
    passphrase.write_text("six red boats on dry land\n")
    assert run("verify", folder).exit_code == 0
