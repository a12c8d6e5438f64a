"""Backups: what is restored is what was there at any moment, and a damaged one is refused."""

import random
import tempfile
from pathlib import Path

from firsthand.errors import FirsthandError
from firsthand.keep.backups import backup_case, restore_case
from firsthand.keep.cases import Case, init_case
from firsthand.keep.decisions import decide
from firsthand.store.records import Kept, list_rows
from firsthand.store.rows import SqlRows
from torture.reports import WHEN, add_report
from torture.results import Result
from torture.workers import DECISION, WHO

SEED, MOST_DONE = 14, 4


def torture_restores(count: int) -> Result:
    """Back a growing case up that often, restore each backup, then one with a changed byte."""
    chance = random.Random(SEED)
    failures: list[str] = []
    control = 0
    with tempfile.TemporaryDirectory() as name:
        case = init_case(Path(name) / "case", title="Harbour", who=WHO, when=WHEN)
        for number in range(count):
            with tempfile.TemporaryDirectory() as other:
                _go_on(case, number, chance)
                failures += try_backup(case, Path(other))
                control += refuse_damaged(Path(other), chance)
        if control != count:
            failures.append(f"{count - control} damaged backups were restored")
    return Result(ran=count, control=control, failures=tuple(failures))


def try_backup(case: Case, folder: Path) -> list[str]:
    """Back a case up and restore it; says what differs."""
    backup_case(case, folder / "backup", WHEN)
    rows, roots = read_rows(case)
    restored = restore_case(folder / "backup", folder / "again", who=WHO, when=WHEN)
    again, more = read_rows(restored)
    # The ledger of a restored case tells of that in one entry more.
    return [] if again == rows and more[:-1] == roots else ["the restored case is another"]


def refuse_damaged(folder: Path, chance: random.Random) -> bool:
    """Change a byte of a backup that was good; tells whether restoring it is refused."""
    files = [path for path in sorted((folder / "backup" / "evidence").rglob("*")) if path.is_file()]
    path = chance.choice(files)
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    path.chmod(0o600)
    path.write_bytes(bytes(content))
    try:
        restore_case(folder / "backup", folder / "damaged", who=WHO, when=WHEN)
    except FirsthandError:
        return not (folder / "damaged").exists()
    return False


def read_rows(case: Case) -> tuple[set[Kept], list[bytes]]:
    """Return all rows of a case as the ledger holds them fast, and the root at each entry."""
    with case.engine.connect() as connection:
        return set(list_rows(connection)), [row.root for row in SqlRows(connection)]


def _go_on(case: Case, number: int, chance: random.Random) -> None:
    add_report(case, number)
    for _ in range(chance.randrange(MOST_DONE)):
        decide(case, DECISION)
