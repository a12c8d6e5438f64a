"""Backups: a whole case copied and proved whole, and put back only if it still is."""

import shutil
from pathlib import Path

from firsthand.errors import BrokenCase, UsageError
from firsthand.keep.cases import EVIDENCE, SIGNING_KEY, Case, change, open_case, tell
from firsthand.keep.checks import verify_case
from firsthand.keep.criteria import FILE
from firsthand.keep.databases import (
    DATABASE,
    copy_database,
    move_to_server,
    open_empty_server,
)
from firsthand.store.findings import Finding
from firsthand.store.locks import LOCK, NO_KEYS, Keys


def backup_case(case: Case, target: Path, when: str) -> None:
    """Copy a case into a new folder; raises BrokenCase if the folder is there or a copy is wrong.

    The database is copied as one moment of it, whatever else is writing; evidence never changes.
    One on a server becomes a file, so that a backup is whole by itself. The backup of an encrypted
    case is encrypted, and opens with the passphrase that the case had then.
    """
    if target.exists():
        raise BrokenCase(f"{target} is there already. Name a new folder for the backup.")
    with change(case) as connection:
        tell(case, connection, "backup", when, subjects=())
    target.mkdir(parents=True, mode=0o700)
    copy_database(case.engine, target / DATABASE, case.keys.database)
    shutil.copytree(case.evidence, target / EVIDENCE)
    locked = case.keys.database is not None
    for name in (LOCK if locked else FILE, SIGNING_KEY):
        shutil.copy2(case.folder / name, target / name)
    copy = open_case(target, who=case.who, when=when, keys=case.keys)
    _refuse(verify_case(copy), "The backup is not whole")


def restore_case(
    backup: Path,
    target: Path,
    *,
    who: str,
    when: str,
    database: str | None = None,
    keys: Keys = NO_KEYS,
) -> Case:
    """Put a backup back into a new folder; raises BrokenCase if the backup is not whole.

    With an address its database goes to that server, which must not hold a case yet.
    """
    if target.exists():
        raise BrokenCase(f"{target} is there already. Name a new folder for the case.")
    if database is not None and keys.database is not None:
        raise UsageError("An encrypted case cannot go to a server: its rows would lie open there.")
    if database is not None:
        # Before anything is copied, so that it can be tried again.
        open_empty_server(database)
    shutil.copytree(backup, target)
    try:
        case = open_case(target, who=who, when=when, keys=keys)
        _refuse(verify_case(case), "The backup is not whole")
        if database is not None:
            move_to_server(case.engine, target, database)
            case = open_case(target, who=who, when=when, keys=keys)
            _refuse(verify_case(case), "The server did not take it over whole")
    except BrokenCase:
        _remove(target)
        raise
    with change(case) as connection:
        tell(case, connection, "restore", when, subjects=())
    return case


def _refuse(findings: tuple[Finding, ...], what: str) -> None:
    if findings:
        first = findings[0]
        raise BrokenCase(
            f"{what}: {first.where}: {first.text} "
            f"{len(findings) - 1} more things are wrong. Use another backup."
        )


def _remove(folder: Path) -> None:
    """Remove a copy that was just made; files of evidence are read-only, folders are not."""
    shutil.rmtree(folder)
