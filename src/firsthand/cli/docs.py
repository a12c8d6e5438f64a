"""The generated pages: docs/cli.md from the commands' help, and the committed JSON Schema."""

from pathlib import Path

from typer.testing import CliRunner

from firsthand.cli.main import app
from firsthand.model.accounts import make_schema

COMMANDS = tuple(
    command.name or command.callback.__name__
    for command in app.registered_commands
    if command.callback
)


def make_page() -> str:
    """Return docs/cli.md: the help of every command as the terminal shows it."""
    sections = [_show_help()]
    sections += [_show_help(command) for command in COMMANDS]
    head = "# Commands\nGenerated from the help texts by `make docs`; a test keeps it true.\n\n"
    return head + "\n".join(sections)


def write_pages(root: Path) -> None:
    """Write the generated pages of the project at a folder."""
    (root / "docs").mkdir(exist_ok=True)
    (root / "schema").mkdir(exist_ok=True)
    (root / "docs" / "cli.md").write_text(make_page(), "utf-8")
    (root / "schema" / "account.schema.json").write_bytes(make_schema())


def _show_help(*command: str) -> str:
    result = CliRunner().invoke(
        app, [*command, "--help"], prog_name="firsthand", env={"COLUMNS": "90"}, terminal_width=90
    )
    lines = "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())
    title = " ".join(("firsthand", *command))
    return f"## {title}\n```\n{lines}\n```\n"


if __name__ == "__main__":
    write_pages(Path.cwd())
