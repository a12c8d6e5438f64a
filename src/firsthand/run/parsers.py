"""Parsers: files are read in a process of their own, which can do no harm and may die.

Whatever is in a file, its parser has no network, no case, no environment, little memory and little
time. With bubblewrap it sees no file of the user either; without it, limits alone hold it, and the
user is told.
"""

import contextlib
import os
import resource
import selectors
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.formats import read_content
from firsthand.ingest.media import RECORDINGS

# A report of a thousand pages needs a fifth of these.
MOST_MEMORY = 2 << 30
# What it may fill of these: packages and their files take the rest.
MOST_FILLED = 400 << 20
MOST_SECONDS = 120.0
MOST_ANSWER = 256 << 20
_LENGTH = struct.Struct(">Q")
# These are read by a few lines of this program and of Python, or not at all, in this process.
IN_PROCESS = (".txt", ".csv", ".jsonl", *RECORDINGS)
# What a Python with its packages needs to see, where it is there.
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ssl", "/etc/ld.so.cache", "/etc/fonts")
# The very package that asks is the one that parses, whatever the environment says.
_PACKAGE = Path(__file__).parents[2]
_ENTRY = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from firsthand.run.parsing import run; run(int(sys.argv[2]))"
)
WARNING = (
    "bubblewrap is not usable here: files are parsed under limits of memory and time only. "
    "Install bubblewrap before reading files that somebody may have prepared."
)


class Ask(Struct, frozen=True, kw_only=True):
    """A file for the parser: its name, which tells its format, and its bytes."""

    name: str
    content: bytes


class Refused(Struct, frozen=True, kw_only=True):
    """An UnreadableReport on its way between processes."""

    code: str
    reason: str
    remedy: str
    member: str | None = None


class Found(Struct, frozen=True, kw_only=True):
    """One thing that a file gave: a draft, or why there is none."""

    draft: Draft | None = None
    refused: Refused | None = None


class Answer(Struct, frozen=True, kw_only=True):
    """All that a file gave."""

    found: tuple[Found, ...]


class Limits(Struct, frozen=True, kw_only=True):
    """What a parser may use: bytes of memory, seconds on the clock for one file."""

    memory: int = MOST_MEMORY
    seconds: float = MOST_SECONDS


class Parser:
    """One parser process; it is started when it is needed, and anew after a file killed it."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        shut: bool | None = None,
        warn: Callable[[str], None] = lambda _line: None,
    ) -> None:
        self.limits = limits or Limits()
        self._shut = shut
        self._warn = warn
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Parser":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, name: str, content: bytes) -> Sequence[Draft | UnreadableReport]:
        """Read the reports in some bytes; raises UnreadableReport as their reader does.

        A file that takes too long, takes too much or kills the parser is refused as `killed`.
        """
        if name.casefold().endswith(IN_PROCESS):
            return read_content(name, content)
        try:
            answer = self._ask(Ask(name=name, content=content))
        except (TimeoutError, OSError, EOFError, msgspec.DecodeError) as error:
            self.close()
            raise UnreadableReport(
                "killed",
                f"The file {_explain(error, self.limits)}.",
                "Somebody may have prepared it. Have its text copied elsewhere, with care.",
            ) from error
        results = [_unpack(found) for found in answer.found]
        if len(results) == 1 and isinstance(results[0], UnreadableReport) and not results[0].member:
            raise results[0]
        return results

    def close(self) -> None:
        """End the process, if it runs."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    def _ask(self, ask: Ask) -> Answer:
        if self._process is None:
            self._process = _start(self.limits, shut=self._is_shut())
        deadline = time.monotonic() + self.limits.seconds
        encoded = msgspec.msgpack.encode(ask)
        _send(self._process, _LENGTH.pack(len(encoded)) + encoded, deadline)
        (length,) = _LENGTH.unpack(_receive(self._process, _LENGTH.size, deadline))
        if length > MOST_ANSWER:
            raise EOFError("the answer is too long")
        return msgspec.msgpack.decode(_receive(self._process, length, deadline), type=Answer)

    def _is_shut(self) -> bool:
        if self._shut is None:
            self._shut = can_shut()
            if not self._shut:
                self._warn(WARNING)
        return self._shut


def can_shut() -> bool:
    """Tell whether bubblewrap is there and may be used."""
    program = shutil.which("bwrap")
    if program is None:
        return False
    command = [*wrap_program(program), sys.executable, "-I", "-c", "pass"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def pack_result(result: Draft | UnreadableReport) -> Found:
    """Make of a draft or a refusal what can go between processes."""
    if isinstance(result, UnreadableReport):
        return Found(
            refused=Refused(
                code=result.code,
                reason=result.reason,
                remedy=result.remedy,
                member=result.member,
            )
        )
    return Found(draft=result)


def limit_process(memory: int) -> None:
    """Bind this process to its limits, before it reads a byte of a file."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    filled = min(memory, MOST_FILLED)
    resource.setrlimit(resource.RLIMIT_DATA, (filled, filled))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def _unpack(found: Found) -> Draft | UnreadableReport:
    if found.draft is not None:
        return found.draft
    held = found.refused or Refused(code="killed", reason="Nothing came back.", remedy="Try again.")
    return UnreadableReport(held.code, held.reason, held.remedy, member=held.member)


def _start(limits: Limits, *, shut: bool) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-I", "-c", _ENTRY, str(_PACKAGE), str(limits.memory)]
    program = shutil.which("bwrap")
    if shut and program is not None:
        command = [*wrap_program(program), *command]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "OMP_THREAD_LIMIT": "1"},
        cwd="/",
        start_new_session=True,
    )
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            os.set_blocking(pipe.fileno(), False)
    return process


def wrap_program(program: str) -> list[str]:
    """Wrap a command: nothing but Python and its packages is seen, and nothing can be reached."""
    seen = dict.fromkeys([*_SYSTEM, sys.prefix, sys.base_prefix, str(_PACKAGE)])
    binds = [part for path in seen if Path(path).exists() for part in ("--ro-bind", path, path)]
    # The empty /tmp comes first: Python or this package may lie in it.
    return [
        program, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
        "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", *binds, "--chdir", "/",
    ]  # fmt: skip


def _send(process: subprocess.Popen[bytes], content: bytes, deadline: float) -> None:
    if process.stdin is None:
        raise OSError("the parser has no way in")
    number, view = process.stdin.fileno(), memoryview(content)
    with selectors.DefaultSelector() as selector:
        selector.register(number, selectors.EVENT_WRITE)
        while view:
            _wait(selector, deadline)
            view = view[os.write(number, view[: 1 << 16]) :]


def _receive(process: subprocess.Popen[bytes], length: int, deadline: float) -> bytes:
    if process.stdout is None:
        raise OSError("the parser has no way out")
    number, pieces, missing = process.stdout.fileno(), [], length
    with selectors.DefaultSelector() as selector:
        selector.register(number, selectors.EVENT_READ)
        while missing:
            _wait(selector, deadline)
            piece = os.read(number, min(missing, 1 << 20))
            if not piece:
                raise EOFError("the parser ended")
            pieces.append(piece)
            missing -= len(piece)
    return b"".join(pieces)


def _wait(selector: selectors.BaseSelector, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0 or not selector.select(left):
        raise TimeoutError


def _explain(error: Exception, limits: Limits) -> str:
    if isinstance(error, TimeoutError):
        return f"was not read within {limits.seconds:.0f} seconds"
    return "ended the process that read it: it is damaged, or too large"
