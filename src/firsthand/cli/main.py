"""The command `firsthand`: its commands, and the door where errors become one clear line."""

import sys
from typing import Annotated

import typer

from firsthand.cli import cases
from firsthand.cli.account import account
from firsthand.cli.decide import decide
from firsthand.cli.explain import explain
from firsthand.cli.passphrases import passphrase
from firsthand.cli.schema import schema
from firsthand.cli.settings import settings
from firsthand.errors import FirsthandError
from firsthand.pipeline import name_software

app = typer.Typer(
    name="firsthand",
    no_args_is_help=True,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(account)
app.command()(explain)
app.command()(schema)
app.command()(cases.init)
app.command()(settings)
app.command()(passphrase)
app.command()(cases.add)
app.command()(cases.reread)
app.command()(decide)
app.command()(cases.history)
app.command()(cases.verify)
app.command()(cases.checkpoint)
app.command()(cases.timestamp)
app.command()(cases.backup)
app.command()(cases.restore)
app.command()(cases.erase)
app.command()(cases.package)


@app.callback()
def show_version(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, help="Show the versions it reads with.")
    ] = False,
) -> None:
    """Turn reports about violence against people into a sourced account of what happened.

    \b
    Example:
      firsthand account reports/ --out account/
    """
    if version:
        software = name_software()
        typer.echo(f"{software.firsthand}; {software.model}; {software.gazetteer}")
        raise typer.Exit


def run() -> None:
    """Run the command line; exit codes: 0 ok, 1 some refused, 2 nothing readable or wrong usage."""
    try:
        app()
    except FirsthandError as error:
        print(f"firsthand: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("firsthand: stopped; nothing was written.", file=sys.stderr)
        sys.exit(130)
