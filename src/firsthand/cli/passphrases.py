"""Passphrases: asked for at the terminal or read from a file, never taken from a command line."""

import getpass
import os
import resource
from pathlib import Path
from typing import Annotated

import typer

from firsthand.errors import UsageError
from firsthand.store.locks import NO_KEYS, Keys, change_lock, is_locked, open_lock

VARIABLE = "FIRSTHAND_PASSPHRASE_FILE"
# The file that holds the passphrase a case is to have from now on.
NEW_VARIABLE = "FIRSTHAND_NEW_PASSPHRASE_FILE"


def passphrase(
    folder: Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case.")],
) -> None:
    """Change the passphrase of an encrypted case.

    Backups made before open with the old one still, and so does whoever has a copy of case.lock
    and of the case. Against somebody who knew it, make a new case and add its originals.

    \b
    Example:
      firsthand passphrase harbour
    """
    if not is_locked(folder):
        raise UsageError(f"{folder} is not encrypted. Only a new case can be: init --encrypt.")
    change_lock(folder, ask_passphrase(), ask_passphrase(new=True, variable=NEW_VARIABLE))
    typer.echo("Changed. Backups made before open with the old passphrase.", err=True)


def unlock(folder: Path) -> Keys:
    """Return the keys of a case; of one that is encrypted for its passphrase, which is asked for.

    Raises BrokenCase if it is another one.
    """
    if not is_locked(folder):
        return NO_KEYS
    return open_lock(folder, ask_passphrase())


def ask_passphrase(*, new: bool = False, variable: str = VARIABLE) -> str:
    """Return the passphrase of a case; a new one is typed twice."""
    # What this process has in memory stays there if it is brought down.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    name = os.environ.get(variable)
    if name:
        return _read_passphrase(Path(name), variable)
    if not _has_terminal():
        raise UsageError(
            "The case is encrypted and there is no terminal to ask for its passphrase. "
            f"Name a file that holds it in {variable}."
        )
    asked = getpass.getpass("New passphrase: " if new else "Passphrase: ")
    if new and getpass.getpass("The same again: ") != asked:
        raise UsageError("These were two different passphrases. Try again.")
    return asked


def _read_passphrase(path: Path, variable: str) -> str:
    """Read the first line of a file: editors end lines, and nobody types such an end."""
    try:
        return path.read_text("utf-8").split("\n", 1)[0].removesuffix("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{variable}: {path} cannot be read: {error}.") from error


def _has_terminal() -> bool:
    try:
        Path("/dev/tty").open("rb").close()
    except OSError:
        return False
    return True
