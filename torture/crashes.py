"""Workers that are killed at any moment: what they said was done is done, and the case is clean."""

import hashlib
import multiprocessing
import random
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from firsthand.keep.cases import Case, init_case, open_case
from firsthand.keep.checks import verify_case
from firsthand.store.records import has_report, load_decisions
from torture.reports import WHEN
from torture.results import Result
from torture.workers import WHO, add, decide_once, work

SEED = 11
# A worker says at most so many things, then has so many seconds at most to live.
MOST_SAID, LONGEST = 8, 0.4
# Of so many kills one is of the careless worker.
CONTROL = 5
SECONDS = 60.0
AGAIN = 2_000_000


def torture_crashes(count: int) -> Result:
    """Kill somebody who works in a case that often, and look at the case each time."""
    chance = random.Random(SEED)
    failures: list[str] = []
    control = 0
    for number in range(count):
        failures.extend(f"kill {number}: {reason}" for reason in crash("carefully", chance))
        if number % CONTROL == 0:
            control += bool(crash("carelessly", chance))
    return Result(ran=count, control=control, failures=tuple(failures))


def crash(manner: str, chance: random.Random) -> list[str]:
    """Start a worker in a new case, kill it, and say what is wrong with the case then."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        init_case(folder / "case", title="Harbour", who=WHO, when=WHEN)
        said = kill_worker(folder, manner, chance)
        case = open_case(folder / "case", who=WHO, when=WHEN)
        reasons = [f"{found.where} {found.code}" for found in verify_case(case)]
        reasons += [f"{item} is lost" for item in said if not is_kept(case, item)]
        if not reasons:
            # Whoever goes on where it stopped has a clean case too.
            add(case, AGAIN)
            decide_once(case, AGAIN)
            reasons = [f"afterwards {found.where}" for found in verify_case(case)]
        return reasons


def kill_worker(folder: Path, manner: str, chance: random.Random) -> list[str]:
    """Let a worker say some things, then kill it (-9); returns all that it said."""
    # One that was made once and never opened a case gives each worker its start.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["torture.workers"])
    ours, theirs = context.Pipe(duplex=False)
    arguments = (str(folder), manner, chance.randrange(1 << 32), theirs)
    process = context.Process(target=work, args=arguments)
    process.start()
    theirs.close()
    said = _hear(ours, chance.randrange(MOST_SAID))
    time.sleep(chance.random() * LONGEST)
    if process.exitcode is not None:
        raise ValueError("The worker ended before it was killed.")
    process.kill()
    process.join()
    return said + _hear(ours, None)


def is_kept(case: Case, item: str) -> bool:
    """Tell whether a report, a decision or a package is there as it was said to be."""
    if item.startswith("package"):
        return is_whole(case.folder.parent / item)
    with case.engine.connect() as connection:
        decisions = {decision.id for decision in load_decisions(connection)}
        return item in decisions or has_report(connection, item)


def is_whole(package: Path) -> bool:
    """Tell whether every file that a package lists is as it lists it."""
    lines = (package / "SHA256SUMS").read_text("utf-8").splitlines()
    for sha256, _, name in (line.partition("  ") for line in lines):
        if hashlib.sha256((package / name).read_bytes()).hexdigest() != sha256:
            return False
    return bool(lines)


def _hear(ours: Connection, count: int | None) -> list[str]:
    """Hear so many things, or all until there is nobody any more who could say one."""
    said: list[str] = []
    while count is None or len(said) < count:
        if not ours.poll(SECONDS):
            raise ValueError("The worker says nothing.")
        try:
            said.append(ours.recv_bytes().decode())
        except (EOFError, OSError):
            break
    return said
