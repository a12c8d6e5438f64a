"""Disks that fail: every call that changes one is made to fail or to be the last, in turn."""

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from msgspec import Struct

from firsthand.store.inventories import audit_evidence
from torture.results import Result
from torture.savers import REFUSED, SIZE, save

ROOT = Path(__file__).parent.parent
# The calls by which a file comes to a disk; opening is left out, since Python itself opens much.
CALLS = ("write", "fsync", "link", "fchmod", "mkdir", "unlink")
FAULTS = ("error=EIO", "error=ENOSPC", "signal=KILL")
CALLED = re.compile(rf"^(?:\d+ +)?({'|'.join(CALLS)})\(", re.MULTILINE)
SEED = 5
SECONDS = 60
KILLED = (-9, 137)


class Fault(Struct, frozen=True, kw_only=True):
    """One call that fails: which, the how many-th of its kind, and how."""

    call: str
    turn: int
    fault: str


def torture_disks(count: int) -> Result:
    """Save that often on a disk that fails once each time, then once more on a sound one."""
    failures: list[str] = []
    points = spread(list_faults("carefully"), count)
    for fault in points:
        failures.extend(f"{fault}: {reason}" for reason in try_fault(fault, "carefully"))
    careless = [fault for fault in list_faults("carelessly") if fault.call == "write"]
    control = sum(bool(try_fault(fault, "carelessly")) for fault in spread(careless, 3))
    return Result(ran=len(points), control=control, failures=tuple(failures))


def list_faults(manner: str) -> list[Fault]:
    """Watch a saver once and return every way in which one of its calls can fail."""
    with tempfile.TemporaryDirectory() as name:
        _, log = run_traced(_command(name, manner), [])
    counts = Counter(CALLED.findall(log))
    return [
        Fault(call=call, turn=turn, fault=fault)
        for call in CALLS
        for turn in range(1, counts[call] + 1)
        for fault in FAULTS
    ]


def try_fault(fault: Fault, manner: str) -> list[str]:
    """Save once with a fault and say what was wrong with the outcome."""
    inject = f"inject={fault.call}:{fault.fault}:when={fault.turn}"
    with tempfile.TemporaryDirectory() as name:
        done, _ = run_traced(_command(name, manner), ["-e", inject])
        reasons = []
        if done.returncode not in (0, REFUSED, *KILLED):
            reasons.append(f"it crashed: {done.stderr[-200:]}")
        said = done.stdout.split()
        reasons += [f"{found.where} {found.code}" for found in audit_evidence(Path(name), said)]
        if not reasons:
            kept = save(Path(name), Random(SEED).randbytes(SIZE))
            reasons += [f"afterwards {found.where}" for found in audit_evidence(Path(name), kept)]
    return reasons


def run_traced(
    command: Sequence[str], options: Sequence[str]
) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run a command under strace; returns how it ended, and the calls that it made."""
    with tempfile.TemporaryDirectory() as name:
        log = Path(name) / "calls"
        traced = ["strace", "-f", "-e", f"trace={','.join(CALLS)}", *options, "-o", str(log)]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [*traced, *command],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        return done, log.read_text("utf-8", "replace")


def spread(points: Sequence[Fault], count: int) -> list[Fault]:
    """Take so many points, evenly spread; all if there are fewer."""
    if count >= len(points):
        return list(points)
    return [points[number * len(points) // count] for number in range(count)]


def _command(folder: str, manner: str) -> list[str]:
    return [sys.executable, "-m", "torture.savers", folder, manner, str(SEED), "1"]
