"""Commands that are killed at any moment: what they said was kept is kept, and nothing is half."""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from firsthand.keep.cases import init_case, open_case
from firsthand.keep.checks import verify_case
from firsthand.store.findings import Finding
from firsthand.store.inventories import audit_evidence
from firsthand.store.records import load_decisions
from torture.deciders import WHEN, WHO
from torture.results import Result

SEED = 9
# A saver says so many times that something is kept, then has so many seconds at most to live.
MOST_SAID, LONGEST = 3, 0.05
# Of so many kills one is of the careless saver.
CONTROL = 4
SEEDS, ENOUGH = 1 << 32, 1 << 20
ROOT = Path(__file__).parent.parent


def torture_kills(count: int) -> Result:
    """Kill somebody who saves originals that often."""
    return _torture(count, kill_saver)


def torture_decisions(count: int) -> Result:
    """Kill somebody who decides in a case that often."""
    return _torture(count, kill_decider)


def _torture(count: int, kill: Callable[[str, random.Random], Sequence[Finding]]) -> Result:
    """Kill a careful one that often, and a careless one beside it now and then."""
    chance = random.Random(SEED)
    failures: list[str] = []
    control = 0
    for number in range(count):
        findings = kill("carefully", chance)
        failures.extend(f"kill {number}: {found.where} {found.code}" for found in findings)
        if number % CONTROL == 0:
            control += bool(kill("carelessly", chance))
    return Result(ran=count, control=control, failures=tuple(failures))


def kill_saver(manner: str, chance: random.Random) -> tuple[Finding, ...]:
    """Start a saver in a new folder, kill it, and return what is wrong with what it kept."""
    with tempfile.TemporaryDirectory() as name:
        seed = str(chance.randrange(SEEDS))
        command = [sys.executable, "-m", "torture.savers", name, manner, seed, str(ENOUGH)]
        said = kill_after(command, chance.randrange(1, MOST_SAID + 1), chance.random() * LONGEST)
        return audit_evidence(Path(name), said)


def kill_decider(manner: str, chance: random.Random) -> tuple[Finding, ...]:
    """Start a decider in a new case, kill it, and return what is wrong with the case."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "case"
        init_case(folder, title="Harbour", who=WHO, when=WHEN)
        command = [sys.executable, "-m", "torture.deciders", str(folder), manner, str(ENOUGH)]
        said = kill_after(command, chance.randrange(1, MOST_SAID + 1), chance.random() * LONGEST)
        case = open_case(folder, who=WHO, when=WHEN)
        with case.engine.connect() as connection:
            kept = {decision.id for decision in load_decisions(connection)}
        lost = [Finding(where=name, code="lost", text="It was said to be kept.") for name in said]
        return (*verify_case(case), *(found for found in lost if found.where not in kept))


def kill_after(command: Sequence[str], lines: int, seconds: float) -> list[str]:
    """Run a command, let it say some lines and live a little longer, kill it (-9).

    Returns all whole lines that it said. Raises ValueError if it ended of itself.
    """
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None:
            raise ValueError("A command without output cannot say what it kept.")
        said = [process.stdout.readline() for _ in range(lines)]
        time.sleep(seconds)
        process.kill()
        said += process.stdout.readlines()
        if process.wait() != -9:
            raise ValueError(f"{command} ended before it was killed.")
    return [line.strip() for line in said if line.endswith("\n")]
