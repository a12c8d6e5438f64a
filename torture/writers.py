"""Writers that decide in one case all at once: each decision is kept, and the ledger is one."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.servers import make_space, run_server

from firsthand.keep.cases import Case, init_case
from firsthand.keep.checks import verify_case
from firsthand.store.records import load_decisions
from torture.deciders import WHEN, WHO
from torture.results import Result

WRITERS = 10
ROOT = Path(__file__).parent.parent


def torture_writers(count: int) -> Result:
    """Let ten processes make so many decisions at once, in a file and on a server."""
    each = max(1, count // WRITERS)
    with run_server() as server, make_space(server) as space:
        failures = [failure for place in (None, space) for failure in attack(place, each)]
    control = len(list(attack(None, each, "blindly")))
    return Result(ran=2 * WRITERS * each, control=control, failures=tuple(failures))


def attack(database: str | None, each: int, manner: str = "carefully") -> Iterator[str]:
    """Let ten writers decide in a new case, and give what went wrong."""
    with tempfile.TemporaryDirectory() as name:
        case = init_case(Path(name) / "case", title="", who=WHO, when=WHEN, database=database)
        said, ended = write_at_once(case, each, manner)
        with case.engine.connect() as connection:
            kept = [decision.id for decision in load_decisions(connection)]
        place = case.engine.dialect.name
        yield from (f"{place}: a writer ended with {code}" for code in ended if code)
        yield from (f"{place}: {lost} was lost" for lost in sorted(set(said) - set(kept)))
        if len(said) != len(kept):
            yield f"{place}: {len(said)} said to be kept, {len(kept)} kept"
        yield from (f"{place}: {found.where} {found.code}" for found in verify_case(case))


def write_at_once(case: Case, each: int, manner: str) -> tuple[list[str], list[int]]:
    """Start all writers; return what they said was kept, and how each of them ended."""
    command = [sys.executable, "-m", "torture.deciders", str(case.folder), manner, str(each)]
    writers = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for _ in range(WRITERS)
    ]
    said = [line for writer in writers for line in writer.communicate()[0].decode().split()]
    return said, [writer.returncode for writer in writers]
