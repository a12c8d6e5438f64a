"""The generated pages are those that are committed; every command has help and an example."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from firsthand.cli.docs import COMMANDS, make_page
from firsthand.cli.main import app

ROOT = Path(__file__).parents[2]


def test_the_committed_page_is_the_one_the_commands_give() -> None:
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == make_page(), "run `make docs`"


def test_every_command_is_on_the_page() -> None:
    registered = {
        (command.name or command.callback.__name__)
        for command in app.registered_commands
        if command.callback
    }
    assert registered == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(command: str) -> None:
    assert f"  firsthand {command}" in make_page()


def test_the_versions_it_reads_with_are_told() -> None:
    told = CliRunner().invoke(app, ["--version"])
    assert told.exit_code == 0
    assert "en_core_web_md" in told.stdout
