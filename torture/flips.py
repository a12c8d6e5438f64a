"""Bytes of a whole case that were changed one by one: each must be found in its row or file.

Many bytes are changed at once, each in a row or file of its own, and every one of these must be
named. Evidence, tables and ledger are changed apart, so that none is named for another's sake.
"""

import random
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct
from sqlalchemy import Connection, select

from firsthand.keep.cases import Case, change, init_case
from firsthand.keep.checkpoints import sign_case
from firsthand.keep.checks import verify_case
from firsthand.keep.decisions import decide
from firsthand.model.decisions import Decision
from firsthand.store.findings import Finding
from firsthand.store.schema import CHECKPOINTS, FACTS, LEDGER, NAMES, REDIRECTS, SUBJECTS, TABLES
from torture.cases import change_row, copy_case, put_back
from torture.reports import WHEN, add_report
from torture.results import Result

ITEMS, DECISIONS_MADE = 200, 40
SEED = 88
# Tables whose rows are named in another way than by their key.
NAMED = {
    NAMES.name: "names all",
    REDIRECTS.name: "redirects all",
    SUBJECTS.name: "subjects entry-{sequence}",
    LEDGER.name: "entry-{sequence}",
}

Cells: TypeAlias = dict[str, Any]


class Place(Struct, frozen=True, kw_only=True):
    """A cell of a row or a whole file, with its bytes and the name that a change must give it."""

    area: str
    name: str
    content: bytes
    path: Path | None = None
    table: str = ""
    row: Cells = {}
    column: str = ""


def torture_flips(count: int, items: int = ITEMS) -> Result:
    """Change so many bytes of a case with 200 reports, each in another place or another way."""
    chance = random.Random(SEED)
    failures: list[str] = []
    control = ran = 0
    with tempfile.TemporaryDirectory() as name:
        case, outside = make_large_case(Path(name), items)
        late = copy_case(case, Path(name) / "late")
        for batch in _draw(list_places(case), count, chance):
            with change(case) as connection:
                for place, offset in batch:
                    flip(connection, place, offset, chance)
            findings = verify_case(case, [outside])
            failures += _list_unseen(batch, findings)
            # Whoever asks the database alone, or looks at the sizes of files, sees nothing.
            control += all(found.code != "database" for found in findings)
            ran += len(batch)
            _mend(case, batch, late)
    return Result(ran=ran, control=control, failures=tuple(failures))


def make_large_case(folder: Path, items: int) -> tuple[Case, str]:
    """Make a case with many reports and some decisions; returns it with a checkpoint of it."""
    case = init_case(folder / "case", title="Harbour", who="Ilse Varn", when=WHEN)
    for number in range(items):
        add_report(case, number)
    for number in range(DECISIONS_MADE):
        why = f"seen in photograph {number}"
        decide(case, Decision(id="", when=WHEN, who="Ilse", kind="confirm", target="c-1", why=why))
    sign_case(case, WHEN)
    return case, sign_case(case, WHEN)


def list_places(case: Case) -> list[Place]:
    """List every file and every cell with bytes in a case."""
    places = [
        Place(
            area="evidence",
            name=f"evidence/{path.relative_to(case.evidence).as_posix()}",
            content=path.read_bytes(),
            path=path,
        )
        for path in sorted(case.evidence.rglob("*"))
        if path.is_file()
    ]
    with case.engine.connect() as connection:
        for table in TABLES.sorted_tables:
            for found in connection.execute(select(table)):
                places += _list_cells(table.name, dict(found._mapping))
    return places


def flip(connection: Connection, place: Place, offset: int, chance: random.Random) -> None:
    """Change one byte of a file or a cell to another."""
    content = bytearray(place.content)
    content[offset] ^= chance.randrange(1, 256)
    if place.path is not None:
        place.path.chmod(0o600)
        place.path.write_bytes(bytes(content))
        return
    cells = {place.column: bytes(content)}
    change_row(connection, TABLES.tables[place.table], place.row, cells)


def _list_cells(table: str, row: Cells) -> Iterator[Place]:
    """List the cells of a row that hold bytes; a changed id leaves the old one missing."""
    key = row.get("name") if table == FACTS.name else row.get("id", row.get("number"))
    name = NAMED.get(table, f"{table} {key}").format(**row)
    for column, value in row.items():
        if isinstance(value, str | bytes) and value:
            content = value if isinstance(value, bytes) else value.encode()
            area = "ledger" if table == LEDGER.name else "tables"
            where = name.replace(CHECKPOINTS.name, "tokens") if column == "token" else name
            yield Place(area=area, name=where, content=content, table=table, row=row, column=column)


def _draw(
    places: Sequence[Place], count: int, chance: random.Random
) -> Iterator[list[tuple[Place, int]]]:
    """Draw so many bytes of all that there are, in batches that touch each row or file once."""
    every = [(place, offset) for place in places for offset in range(len(place.content))]
    drawn = chance.sample(every, min(count, len(every)))
    turns: dict[str, int] = {}
    numbered = []
    for place, offset in drawn:
        turns[place.name] = turns.get(place.name, 0) + 1
        numbered.append(((place.area, turns[place.name]), (place, offset)))
    numbered.sort(key=lambda item: item[0])
    for _, group in groupby(numbered, key=lambda item: item[0]):
        yield [item for _, item in group]


def _list_unseen(batch: Sequence[tuple[Place, int]], findings: Sequence[Finding]) -> list[str]:
    named = {found.where for found in findings}
    return [
        f"byte {offset} of {place.name} {place.column} was not named"
        for place, offset in batch
        if place.name not in named
    ]


def _mend(case: Case, batch: Sequence[tuple[Place, int]], late: Path) -> None:
    if any(place.path is None for place, _ in batch):
        put_back(case, late)
    for place, _ in batch:
        if place.path is not None:
            place.path.write_bytes(place.content)
