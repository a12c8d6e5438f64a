"""At a terminal the passphrase is asked for, twice for a new case, and never shown."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

PASSPHRASE = "seven grey herons at noon"
PATIENCE = 100
RUN = [sys.executable, "-m", "firsthand"]


def talk(command: list[str], *answers: str) -> tuple[int, str]:
    """Run a command at a terminal of its own, answer each question, return code and screen."""
    environment = {**os.environ, "FIRSTHAND_PASSPHRASE_FILE": ""}
    child, number = pty.fork()
    if child == 0:
        os.execve(command[0], command, environment)
    try:
        screen = _answer(number, list(answers))
    finally:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(number)
    return os.waitstatus_to_exitcode(status), screen


def _answer(number: int, answers: list[str]) -> str:
    """Read the screen until the command ends, and answer whenever it waits behind a colon."""
    screen = b""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if not select.select([number], [], [], 1)[0]:
            continue
        try:
            screen += os.read(number, 4096)
        except OSError:
            # The child has closed its end.
            break
        if answers and screen.endswith(b": "):
            os.write(number, f"{answers.pop(0)}\n".encode())
    return screen.decode()


def test_a_new_passphrase_is_typed_twice_and_never_shown(tmp_path: Path) -> None:
    folder = str(tmp_path / "harbour")
    code, screen = talk([*RUN, "init", folder, "--encrypt"], PASSPHRASE, PASSPHRASE)
    assert code == 0
    assert "Made." in screen
    assert "herons" not in screen
    code, screen = talk([*RUN, "verify", folder], "seven grey herons at midnight")
    assert code == 2
    assert "does not open" in screen
    assert "herons" not in screen


def test_where_nobody_can_be_asked_the_file_is_named(tmp_path: Path) -> None:
    run = subprocess.run(
        [*RUN, "init", str(tmp_path / "harbour"), "--encrypt"],
        env={**os.environ, "FIRSTHAND_PASSPHRASE_FILE": ""},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    assert run.returncode == 2
    assert "FIRSTHAND_PASSPHRASE_FILE" in run.stderr
    assert not (tmp_path / "harbour").exists()
