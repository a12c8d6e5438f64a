"""Cases whose database was changed behind their back: each change must be seen, in its table."""

import hashlib
import random
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct
from sqlalchemy import Column, Connection, LargeBinary, String, Table, cast, literal, select

from firsthand.keep.cases import Case, change, init_case, tell
from firsthand.keep.checkpoints import sign_case
from firsthand.keep.checks import verify_case
from firsthand.keep.databases import DATABASE
from firsthand.keep.decisions import decide
from firsthand.model.decisions import Decision
from firsthand.model.reports import Refusal
from firsthand.store.findings import Finding
from firsthand.store.records import save_names, save_refusal, save_token
from firsthand.store.schema import LEDGER, SUBJECTS, TABLES
from torture.reports import WHEN, add_report
from torture.results import Result

REPORTS_KEPT, DECISIONS_MADE = 3, 8
SEED = 8
# Every table, each with all its columns: the ledger holds them fast.
HELD: tuple[Table, ...] = tuple(TABLES.sorted_tables)
# A row is known by these where the table has no key.
FOUND_BY = {SUBJECTS: ("sequence", "subject")}

Cells: TypeAlias = dict[str, Any]


class Attacked(Struct, frozen=True, kw_only=True):
    """A case with copies of its database as it was early and late, and a checkpoint outside."""

    case: Case
    early: Path
    late: Path
    outside: str
    rows: dict[str, list[Cells]]


def torture_cases(count: int) -> Result:
    """Change the database of a case that often, verify it each time, and put it back."""
    chance = random.Random(SEED)
    failures: list[str] = []
    control = 0
    with tempfile.TemporaryDirectory() as name:
        attacked = make_attacked(Path(name))
        for number in range(count):
            table = HELD[number % len(HELD)]
            what, where = attack(attacked, table, chance)
            findings = verify_case(attacked.case, [attacked.outside])
            if not _is_named(findings, where):
                found = "; ".join(f"{item.where} {item.code}" for item in findings)
                failures.append(f"{what} was reported as: {found or 'clean'}")
            # Whoever asks the database alone sees nothing of it.
            control += all(item.code != "database" for item in findings)
            put_back(attacked.case, attacked.late)
    return Result(ran=count, control=control, failures=tuple(failures))


def make_attacked(folder: Path) -> Attacked:
    """Make a case with reports and decisions, copy its database, go on, and copy it again."""
    case = init_case(folder / "case", title="Harbour", who="Ilse Varn", when=WHEN)
    for number in range(REPORTS_KEPT):
        add_report(case, number)
    early = copy_case(case, folder / "early")
    for number in range(DECISIONS_MADE):
        why = f"seen in photograph {number}"
        decide(case, Decision(id="", when=WHEN, who="Ilse", kind="confirm", target="c-1", why=why))
    with change(case) as connection:
        names = save_names(connection, {"c-1": "i-1", "c-2": "i-1"}, {"i-2": "i-1"})
        refused = Refusal(name="a", uri=None, sha256=None, code="empty", reason="x", remedy="y")
        held = save_refusal(connection, refused, WHEN)
        tell(case, connection, "reading", WHEN, subjects=("i-1",), kept=(*names, held or names[0]))
    first = sign_case(case, WHEN)
    outside = sign_case(case, WHEN)
    with change(case) as connection:
        # What an authority answered; whether it holds is not what is tried here.
        kept = save_token(connection, 1, hashlib.sha512(first.encode()).digest())
        tell(case, connection, "timestamp", WHEN, subjects=("checkpoint-1",), kept=(kept,))
    with case.engine.connect() as connection:
        rows = {
            table.name: [dict(row._mapping) for row in connection.execute(select(table))]
            for table in HELD
        }
    # The last entries are younger than the checkpoint outside: their loss only a later one shows.
    del rows[LEDGER.name][-2:]
    late = copy_case(case, folder / "late")
    return Attacked(case=case, early=early, late=late, outside=outside, rows=rows)


def attack(attacked: Attacked, table: Table, chance: random.Random) -> tuple[str, str]:
    """Change the database in one way; says what was done, and how it must be named."""
    what = chance.randrange(10)
    if what == 0:
        put_back(attacked.case, attacked.early)
        return "an early copy", "entry-"
    if what == 1:
        return _cut_off(attacked.case, chance)
    row = chance.choice(attacked.rows[table.name])
    column = chance.choice([name for name in row if row[name] is not None])
    changes: list[tuple[Cells, Cells | None]] = [(row, {column: _change(row[column], chance)})]
    if what == 2:
        changes = [(row, None)]
    if what == 3:
        others = [item for item in attacked.rows[table.name] if _can_swap(table, item, row, column)]
        if others:
            other = chance.choice(others)
            changes = [(row, {column: other[column]}), (other, {column: row[column]})]
    with change(attacked.case) as connection:
        for item, cells in changes:
            change_row(connection, table, item, cells)
    return f"{table.name} {column} in way {what}", _name(table, column, what)


def change_row(connection: Connection, table: Table, row: Cells, cells: Cells | None) -> None:
    """Change cells of a row behind the back of the case, or delete it.

    Text is set to whatever bytes are given, as a file on a disk can be.
    """
    found_by = FOUND_BY.get(table) or [key.name for key in table.primary_key.columns]
    where = [table.c[name] == row[name] for name in found_by]
    if cells is None:
        connection.execute(table.delete().where(*where))
        return
    values = {name: _write(table.c[name], value) for name, value in cells.items()}
    connection.execute(table.update().values(values).where(*where))


def copy_case(case: Case, target: Path) -> Path:
    """Copy the database after all of it was brought into its one file."""
    with case.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(shutil.copy(case.folder / DATABASE, target))


def put_back(case: Case, copy: Path) -> None:
    """Put a copy of the database back in its place."""
    for path in case.folder.glob(f"{DATABASE}*"):
        path.unlink()
    shutil.copy(copy, case.folder / DATABASE)


def _write(column: Column[Any], value: Any) -> Any:
    is_text = isinstance(column.type, String) and isinstance(value, bytes)
    return cast(literal(value, LargeBinary), String) if is_text else value


def _cut_off(case: Case, chance: random.Random) -> tuple[str, str]:
    """Cut off the end of the file."""
    path = case.folder / DATABASE
    with path.open("r+b") as file:
        file.truncate(chance.randrange(path.stat().st_size // 2, path.stat().st_size - 1))
    # Where the rest can still be read, what is gone is named and not the file.
    return "a file without its end", ""


def _name(table: Table, column: str, what: int) -> str:
    if table is LEDGER:
        return "entry-"
    return "tokens " if column == "token" and what != 2 else f"{table.name} "


def _can_swap(table: Table, one: Cells, other: Cells, column: str) -> bool:
    """Tell whether exchanging a cell is a change, and one that the database lets pass."""
    known = {"id", *FOUND_BY.get(table, ()), *(key.name for key in table.primary_key.columns)}
    return column not in known and one[column] is not None and one[column] != other[column]


def _is_named(findings: Sequence[Finding], where: str) -> bool:
    return any(found.where.startswith(where) for found in findings)


def _change(value: Any, chance: random.Random) -> Any:
    """Change one bit of a value, or its number."""
    if isinstance(value, int):
        return value + 1_000
    content = bytearray(value if isinstance(value, bytes) else value.encode())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)
