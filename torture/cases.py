"""Cases whose database was changed behind their back: each change must be seen, in its table."""

import datetime
import io
import random
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct
from sqlalchemy import Table, select

from firsthand.ingest.documents import Draft, Fallback, make_document
from firsthand.keep.cases import Case, change, init_case, tell
from firsthand.keep.checkpoints import sign_case
from firsthand.keep.checks import verify_case
from firsthand.keep.databases import DATABASE
from firsthand.keep.decisions import decide
from firsthand.model.decisions import Decision
from firsthand.model.readings import Reading
from firsthand.store.evidence import save_original
from firsthand.store.findings import Finding
from firsthand.store.records import Kept, save_reading, save_report
from firsthand.store.schema import DECISIONS, LEDGER, READINGS, REPORTS, SETTINGS
from torture.results import Result

REPORTS_KEPT, DECISIONS_MADE = 3, 8
SEED = 8
WHEN = "2019-06-01T10:00:00.000000Z"
# What the ledger holds fast. Numbers that only count rows, and what can be made anew from it
# (subjects, names of incidents), are not attacked.
HELD: dict[Table, tuple[str, ...]] = {
    SETTINGS: ("number", "changed", "content"),
    REPORTS: ("id", "sha256", "evidence", "added", "report", "text"),
    READINGS: ("report", "read", "software", "content"),
    DECISIONS: ("id", "target", "content"),
    LEDGER: ("sequence", "content", "seed", "payload", "leaf", "root"),
}

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
            table = list(HELD)[number % len(HELD)]
            what, where = attack(attacked, table, chance)
            findings = verify_case(attacked.case, [attacked.outside])
            if not _is_named(findings, where):
                found = "; ".join(f"{item.where} {item.code}" for item in findings)
                failures.append(f"{what} was reported as: {found or 'clean'}")
            # Whoever asks the database alone sees nothing of it.
            control += all(item.code != "database" for item in findings)
            _put_back(attacked.case, attacked.late)
    return Result(ran=count, control=control, failures=tuple(failures))


def make_attacked(folder: Path) -> Attacked:
    """Make a case with reports and decisions, copy its database, go on, and copy it again."""
    case = init_case(folder / "case", title="Harbour", who="Ilse Varn", when=WHEN)
    for number in range(REPORTS_KEPT):
        _add_report(case, number)
    early = _copy(case, folder / "early")
    for number in range(DECISIONS_MADE):
        why = f"seen in photograph {number}"
        decide(case, Decision(id="", when=WHEN, who="Ilse", kind="confirm", target="c-1", why=why))
    outside = sign_case(case, WHEN)
    with case.engine.connect() as connection:
        rows = {
            table.name: [dict(row._mapping) for row in connection.execute(select(table))]
            for table in HELD
        }
    # The entry that tells of the checkpoint is younger than it: its loss only a later one shows.
    del rows[LEDGER.name][-1]
    late = _copy(case, folder / "late")
    return Attacked(case=case, early=early, late=late, outside=outside, rows=rows)


def attack(attacked: Attacked, table: Table, chance: random.Random) -> tuple[str, str]:
    """Change a cell, delete a row, or put an early copy back; says what, and how it is named."""
    where = "entry-" if table is LEDGER else f"{table.name} "
    what = chance.randrange(10)
    if what == 0:
        _put_back(attacked.case, attacked.early)
        return "an early copy", "entry-"
    row = chance.choice(attacked.rows[table.name])
    column = chance.choice([name for name in HELD[table] if row[name] is not None])
    statement: Any = table.delete()
    if what > 2:
        statement = table.update().values({column: _change(row[column], chance)})
    key = next(iter(table.primary_key.columns))
    with change(attacked.case) as connection:
        connection.execute(statement.where(key == row[key.name]))
    return f"{table.name} {row[key.name]} {column if what > 2 else 'deleted'}", where


def _is_named(findings: Sequence[Finding], where: str) -> bool:
    return any(found.where.startswith(where) for found in findings)


def _change(value: Any, chance: random.Random) -> Any:
    """Change one bit of a value, or its number."""
    if isinstance(value, int):
        return value + 1_000
    content = bytearray(value if isinstance(value, bytes) else value.encode())
    content[chance.randrange(len(content))] ^= 1
    return bytes(content) if isinstance(value, bytes) else content.decode("utf-8", "replace")


def _add_report(case: Case, number: int) -> None:
    content = f"Report {number}: at least nine people were killed in the market.".encode()
    sha256, _ = save_original(case.evidence, io.BytesIO(content))
    draft = Draft(content=content, text=content.decode(), basis="header", extractor="plain text")
    document = make_document(draft, Fallback(), datetime.date(2019, 6, 1))
    reading = Reading(report=document.report, claims=(), actors=(), victims=(), places=())
    with change(case) as connection:
        kept = (
            Kept(table="evidence", key=sha256, digest=sha256),
            save_report(connection, document, sha256, WHEN),
            save_reading(connection, reading, "{}", WHEN),
        )
        tell(case, connection, "ingest", WHEN, subjects=(document.report.id,), kept=kept)


def _copy(case: Case, target: Path) -> Path:
    """Copy the database after all of it was brought into its one file."""
    with case.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(shutil.copy(case.folder / DATABASE, target))


def _put_back(case: Case, copy: Path) -> None:
    for path in case.folder.glob(f"{DATABASE}*"):
        path.unlink()
    shutil.copy(copy, case.folder / DATABASE)
