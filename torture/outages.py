"""Losses of power: what a case's database writes is recorded, and replayed as disks left behind.

strace records every write and every sync of the very SQLite that Firsthand runs on (the one built
into sqlcipher3, which no other library could stand in for). A disk that loses power holds all that
was synced, and of the rest whatever it likes: all, none, some writes, some sectors of 512 bytes.
"""

import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from firsthand.errors import FirsthandError
from firsthand.keep.cases import Case, init_case, open_case
from firsthand.keep.checks import verify_case
from firsthand.keep.databases import DATABASE
from firsthand.store.records import load_decisions
from torture.entrants import FULL
from torture.reports import WHEN
from torture.results import Result
from torture.workers import WHO

ROOT = Path(__file__).parent.parent
SEED, SECONDS = 53, 300
DECISIONS_MADE = "25"
CALLS = "write,pwrite64,fsync,fdatasync,ftruncate,unlink"
CALLED = re.compile(r'^(\w+)\((?:(\d+)<([^>]*)>)?(?:, )?(?:"([^"]*)")?(.*)\) += (-?\d+)')
SECTOR = 512
# What a disk keeps of what was not synced.
KINDS = ("all", "none", "some", "torn")
# Settings under which an acknowledged save may be lost: the attack must show that.
WEAK = ("NORMAL", "OFF")
# Of so many states one each is of a weak setting.
CONTROL = 10


class Step(Struct, frozen=True, kw_only=True):
    """One thing that reached the system: bytes for a file, a sync, a deletion, or words said."""

    kind: str
    file: str = ""
    place: int = 0
    content: bytes = b""


class Disk(Struct, kw_only=True):
    """A disk as it stands: per file what is synced and what is not, and deletions not synced."""

    synced: dict[str, bytearray]
    pending: dict[str, list[Step]]
    replaced: list[tuple[str, bytearray, list[Step]]]


def torture_outages(count: int) -> Result:
    """Let the power fail in that many ways, and look each time whether the case is whole."""
    chance = random.Random(SEED)
    failures: list[str] = []
    lost = dict.fromkeys(WEAK, 0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for company in ("yes", "no"):
            arm = record(folder / f"{FULL}-{company}", FULL, company)
            failures += try_states(*arm, count=count // 2, chance=chance)
        for synchronous in WEAK:
            arm = record(folder / synchronous, synchronous, "yes")
            states = max(count // CONTROL, len(KINDS))
            lost[synchronous] = len(try_states(*arm, count=states, chance=chance))
    # Each weak setting must have lost something, or nothing is proved.
    control = sum(lost.values()) if all(lost.values()) else 0
    return Result(ran=count // 2 * 2, control=control, failures=tuple(failures))


def record(folder: Path, synchronous: str, company: str) -> tuple[Path, bytes, list[Step]]:
    """Let somebody decide in a new case; returns it, its database as it was, and every step."""
    case = init_case(folder, title="Harbour", who=WHO, when=WHEN)
    before = (case.folder / DATABASE).read_bytes()
    log = folder.parent / f"{folder.name}.log"
    traced = ["strace", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(log)]
    command = [sys.executable, "-m", "torture.entrants", str(folder), synchronous, company]
    subprocess.run(
        [*traced, *command, DECISIONS_MADE],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return folder, before, list(read_steps(log.read_text("ascii")))


def read_steps(log: str) -> Iterator[Step]:
    """Read the steps that concern the database, and what was said, out of a log of strace."""
    for line in log.splitlines():
        found = CALLED.match(line)
        if found is None or found[6].startswith("-"):
            continue
        call, number, path, content, rest, _ = found.groups()
        named = _decode(path if path is not None else content or "").decode("utf-8", "replace")
        file = named.rpartition("/")[2]
        if number == "1":
            for word in _decode(content).decode().split():
                yield Step(kind="say", file=word)
        elif file in (DATABASE, f"{DATABASE}-wal"):
            yield _read_step(call, file, _decode(content or ""), rest)


def try_states(
    folder: Path, before: bytes, steps: Sequence[Step], *, count: int, chance: random.Random
) -> list[str]:
    """Let the power fail at so many moments; says what was lost or spoilt."""
    failures = []
    moments = sorted(chance.randrange(len(steps) + 1) for _ in range(count))
    disk = Disk(synced={DATABASE: bytearray(before)}, pending={}, replaced=[])
    said: list[str] = []
    done = 0
    for number, moment in enumerate(moments):
        for step in steps[done:moment]:
            take_step(disk, step)
            said += [step.file] if step.kind == "say" else []
        done = max(done, moment)
        kind = KINDS[number % len(KINDS)]
        _lay_down(folder, leave(disk, kind, chance))
        reasons = _look(folder, said)
        failures += [f"{kind} after step {moment}: {reasons[0]}"] if reasons else []
    return failures


def take_step(disk: Disk, step: Step) -> None:
    """Let a disk take a step: a sync settles the file, and every deletion before it."""
    if step.kind in ("write", "truncate"):
        disk.pending.setdefault(step.file, []).append(step)
    elif step.kind == "delete":
        content = disk.synced.pop(step.file, bytearray())
        disk.replaced.append((step.file, content, disk.pending.pop(step.file, [])))
    elif step.kind == "sync":
        content = disk.synced.setdefault(step.file, bytearray())
        for item in disk.pending.pop(step.file, []):
            _apply(content, item)
        disk.replaced.clear()


def leave(disk: Disk, kind: str, chance: random.Random) -> dict[str, bytes]:
    """Return what a disk holds after the power failed, file by file."""
    names = {*disk.synced, *disk.pending}
    files = {name: (disk.synced.get(name, b""), disk.pending.get(name, [])) for name in names}
    if disk.replaced and (kind == "none" or (kind != "all" and chance.random() < 0.5)):
        # The first deletion that did not last: what came in its place did not either.
        name, content, pending = disk.replaced[0]
        files[name] = (content, pending)
    left = {}
    for name, (synced, pending) in files.items():
        content = bytearray(synced)
        for step in pending:
            for piece in _keep(step, kind, chance):
                _apply(content, piece)
        left[name] = bytes(content)
    return left


def _keep(step: Step, kind: str, chance: random.Random) -> list[Step]:
    """Return what a disk kept of a step that was not synced."""
    if kind in ("all", "none"):
        return [step] if kind == "all" else []
    if kind == "some" or step.kind != "write":
        return [step] if chance.random() < 0.5 else []
    # Sectors lie where the disk has them, not where a write begins.
    ends = [*range(SECTOR - step.place % SECTOR, len(step.content), SECTOR), len(step.content)]
    starts = [0, *ends[:-1]]
    return [
        Step(kind="write", place=step.place + start, content=step.content[start:end])
        for start, end in zip(starts, ends, strict=True)
        if chance.random() < 0.5
    ]


def _apply(content: bytearray, step: Step) -> None:
    if step.kind == "truncate":
        del content[step.place :]
        content.extend(bytes(step.place - len(content)))
        return
    content.extend(bytes(max(0, step.place - len(content))))
    content[step.place : step.place + len(step.content)] = step.content


def _lay_down(folder: Path, files: dict[str, bytes]) -> None:
    for path in folder.glob(f"{DATABASE}*"):
        path.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _look(folder: Path, said: Sequence[str]) -> list[str]:
    """Open the case as its user would, and say what is wrong with it."""
    try:
        case = open_case(folder, who=WHO, when=WHEN)
        findings = verify_case(case)
    except FirsthandError as error:
        return [str(error)]
    lost = set(said) - _list_decisions(case) if not findings else set()
    return [f"{found.where} {found.code}" for found in findings] + [f"{item} lost" for item in lost]


def _list_decisions(case: Case) -> set[str]:
    with case.engine.connect() as connection:
        return {decision.id for decision in load_decisions(connection)}


def _read_step(call: str, file: str, content: bytes, rest: str) -> Step:
    numbers = [int(item) for item in re.findall(r"\d+", rest)]
    if call == "pwrite64":
        return Step(kind="write", file=file, place=numbers[-1], content=content)
    if call == "ftruncate":
        return Step(kind="truncate", file=file, place=numbers[-1])
    kind = "delete" if call == "unlink" else "sync"
    return Step(kind=kind, file=file)


def _decode(text: str) -> bytes:
    """Decode what strace wrote as \\x and two digits for each byte."""
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()
