"""The command `firsthand schema`: the JSON Schema of account.json."""

import typer

from firsthand.model.accounts import make_schema


def schema() -> None:
    """Print the JSON Schema of account.json.

    \b
    Example:
      firsthand schema > account.schema.json
    """
    typer.echo(make_schema().decode(), nl=False)
