"""Files are parsed in a process that can do no harm and may die."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ingest.files import PAGE, WORDS, make_docx, make_pdf, make_zip

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.run.parsers import Limits, Parser, can_shut, pack_result, wrap_program

SHUT = [pytest.param(True, marks=pytest.mark.skipif(not can_shut(), reason="no bubblewrap")), False]


def test_where_every_change_is_tested_nothing_of_this_is_left_out() -> None:
    assert can_shut() or not os.environ.get("CI"), "install bubblewrap"


@pytest.mark.parametrize("shut", SHUT)
def test_files_are_read_one_after_another_by_one_process(*, shut: bool) -> None:
    with Parser(shut=shut) as parser:
        for name, content in (("a.pdf", make_pdf([[WORDS]])), ("b.docx", make_docx([WORDS]))):
            (draft,) = parser.read(name, content)
            assert isinstance(draft, Draft)
            assert draft.text == WORDS


def test_a_refusal_comes_back_as_one() -> None:
    with Parser(shut=False) as parser:
        with pytest.raises(UnreadableReport) as refusal:
            parser.read("a.docx", b"none")
        assert refusal.value.code == "damaged"
        _, inner = parser.read("a.zip", make_zip({"a.html": PAGE.encode(), "b.pdf": b"no"}))
        assert isinstance(inner, UnreadableReport)
        assert inner.member == "b.pdf"


def test_a_file_that_takes_too_long_is_refused_and_the_next_one_is_read() -> None:
    with Parser(Limits(seconds=0.01), shut=False) as parser:
        with pytest.raises(UnreadableReport) as refusal:
            parser.read("a.pdf", make_pdf([[WORDS]]))
        assert refusal.value.code == "killed"
        parser.limits = Limits()
        assert parser.read("a.pdf", make_pdf([[WORDS]]))


def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    with Parser(Limits(memory=300 << 20), shut=False) as parser:
        with pytest.raises(UnreadableReport) as refusal:
            parser.read("a.pdf", make_pdf([[WORDS]]) + b"\n" * (400 << 20))
        assert refusal.value.code == "killed"


def test_without_bubblewrap_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    told: list[str] = []
    with Parser(warn=told.append) as parser:
        parser.read("a.docx", make_docx([WORDS]))
    assert "bubblewrap is not usable" in told[0]


def test_plain_text_needs_no_process() -> None:
    (draft,) = Parser(shut=False).read("a.txt", WORDS.encode())
    assert isinstance(draft, Draft)


def test_a_result_goes_between_processes_as_it_is() -> None:
    refusal = UnreadableReport("empty", "Nothing.", "Look.", member="a/b")
    found = pack_result(refusal)
    assert found.refused is not None
    assert found.refused.member == "a/b"


ESCAPES = {
    "network": "import socket; socket.create_connection(('127.0.0.1', PORT), 2)",
    "raw packets": "import socket; socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)",
    "the system's accounts": "open('/etc/passwd').read()",
    "a file of the user": "open('SECRET').read()",
    "the user's home": "import os; assert os.listdir(os.path.expanduser('~user') or '/home')",
    "other processes": "import os; os.kill(PARENT, 0)",
    "the environment": "import os; assert os.environ['SECRET_NAME']",
    "a file of the system": "open('/usr/escaped', 'w')",
    "the packages": "import msgspec; open(msgspec.__file__, 'a')",
    "a link out": "import os; os.symlink('SECRET', '/tmp/link'); open('/tmp/link').read()",
    "a mount": "import ctypes; assert ctypes.CDLL(None).mount(b'/', b'/mnt', b'', 4096, 0) == 0",
    "another root": "import os; os.chroot('/tmp')",
    "tracing": "import ctypes; assert ctypes.CDLL(None).ptrace(16, PARENT, 0, 0) == 0",
}


@pytest.mark.skipif(not can_shut(), reason="no bubblewrap")
@pytest.mark.parametrize("way", ESCAPES)
def test_nothing_leads_out_of_the_parser(way: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the name of a witness")
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = ESCAPES[way].replace("SECRET'", f"{secret}'").replace("PARENT", str(os.getpid()))
        code = code.replace("PORT", str(server.getsockname()[1]))
        assert run_shut("print(1)") == 0
        assert run_shut(code) != 0, way


def run_shut(code: str) -> int:
    """Run some Python as a parser is run; returns its exit code."""
    command = [*wrap_program(shutil.which("bwrap") or ""), sys.executable, "-I", "-c", code]
    run = subprocess.run(
        command, capture_output=True, check=False, timeout=30, env={"PATH": os.defpath}
    )
    return run.returncode


def test_a_closed_parser_leaves_no_process_behind() -> None:
    parser = Parser(shut=False)
    parser.read("a.docx", make_docx([WORDS]))
    process = parser._process
    assert process is not None
    parser.close()
    time.sleep(0.05)
    assert process.poll() is not None
