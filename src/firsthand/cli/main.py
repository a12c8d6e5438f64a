"""The command `firsthand`: its commands, and the door where errors become one clear line."""

import sys

import typer

from firsthand.cli.account import account
from firsthand.cli.explain import explain
from firsthand.cli.schema import schema
from firsthand.errors import FirsthandError

app = typer.Typer(
    name="firsthand",
    help="Turn reports about violence against people into a sourced account of what happened.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(account)
app.command()(explain)
app.command()(schema)


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
