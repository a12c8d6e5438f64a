"""The command `firsthand settings`: what a case counts, and by which rules."""

from typing import Annotated

import typer

from firsthand.cli.cases import Folder, Who, open_folder
from firsthand.keep.cases import load_case_text, set_case_file
from firsthand.settings import read_clock

Source = Annotated[
    typer.FileText | None,
    typer.Option("--from", encoding="utf-8", help="File with what holds from now on; - is stdin."),
]


def settings(folder: Folder, source: Source = None, who: Who = None) -> None:
    """Show what a case counts and by which rules, or set it from a file.

    Of an encrypted case this is the only way to either: it has no case.toml on the disk.

    \b
    Examples:
      firsthand settings harbour
      firsthand settings harbour --from harbour.toml
    """
    case = open_folder(folder, who)
    if source is None:
        typer.echo(load_case_text(case), nl=False)
    else:
        set_case_file(case, source.read(), read_clock())
