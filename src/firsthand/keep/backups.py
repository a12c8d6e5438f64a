"""Backups: a whole case copied and proved whole, and put back only if it still is."""

import shutil
from pathlib import Path

from firsthand.errors import BrokenCase
from firsthand.keep.cases import EVIDENCE, SIGNING_KEY, Case, change, open_case, tell
from firsthand.keep.checks import verify_case
from firsthand.keep.criteria import FILE
from firsthand.keep.databases import DATABASE, copy_database, move_to_server
from firsthand.store.findings import Finding


def backup_case(case: Case, target: Path, when: str) -> None:
    """Copy a case into a new folder; raises BrokenCase if the folder is there or a copy is wrong.

    The database is copied as one moment of it, whatever else is writing; evidence never changes.
    One on a server becomes a file, so that a backup is whole by itself.
    """
    if target.exists():
        raise BrokenCase(f"{target} is there already. Name a new folder for the backup.")
    with change(case) as connection:
        tell(case, connection, "backup", when, subjects=())
    target.mkdir(parents=True, mode=0o700)
    copy_database(case.engine, target / DATABASE)
    shutil.copytree(case.evidence, target / EVIDENCE)
    for name in (FILE, SIGNING_KEY):
        shutil.copy2(case.folder / name, target / name)
    _refuse(verify_case(open_case(target, who=case.who, when=when)), "The backup is not whole")


def restore_case(
    backup: Path, target: Path, *, who: str, when: str, database: str | None = None
) -> Case:
    """Put a backup back into a new folder; raises BrokenCase if the backup is not whole.

    With an address its database goes to that server, which must not hold a case yet.
    """
    if target.exists():
        raise BrokenCase(f"{target} is there already. Name a new folder for the case.")
    shutil.copytree(backup, target)
    try:
        case = open_case(target, who=who, when=when)
        _refuse(verify_case(case), "The backup is not whole")
        if database is not None:
            move_to_server(case.engine, target, database)
            case = open_case(target, who=who, when=when)
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
