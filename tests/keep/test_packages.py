"""A package is verified by whoever has it, as its own text says."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from tests.keep.conftest import WHEN

from firsthand.errors import BrokenCase
from firsthand.keep.cases import Case
from firsthand.keep.packages import HOW, package_case


@pytest.fixture
def package(case: Case, tmp_path: Path) -> Path:
    package_case(case, tmp_path / "package", WHEN)
    return tmp_path / "package"


def test_every_file_is_the_one_that_is_listed(package: Path) -> None:
    lines = (package / "SHA256SUMS").read_text().splitlines()
    listed = {name: sha256 for sha256, name in (line.split("  ", 1) for line in lines)}
    files = {path.relative_to(package).as_posix(): path for path in package.rglob("*")}
    there = {name for name, path in files.items() if path.is_file()}
    assert there == {*listed, "SHA256SUMS"}
    for name, sha256 in listed.items():
        assert hashlib.sha256(files[name].read_bytes()).hexdigest() == sha256


def test_the_lines_of_python_give_the_root_that_was_signed(package: Path) -> None:
    code = HOW[HOW.index("import base64") : HOW.index("5. timestamp")]
    lines = "\n".join(line.removeprefix("       ") for line in code.splitlines())
    run = subprocess.run(
        [sys.executable, "-c", lines], cwd=package, capture_output=True, text=True, check=True
    )
    signed = (package / "checkpoint.txt").read_text().split("\n")[2]
    assert run.stdout.strip() == signed


def test_originals_are_named_after_their_bytes(package: Path) -> None:
    originals = list((package / "originals").iterdir())
    assert len(originals) == 2
    for path in originals:
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name


def test_a_case_that_is_not_clean_is_not_packed(case: Case, tmp_path: Path) -> None:
    next(case.evidence.glob("??/*/original")).unlink()
    with pytest.raises(BrokenCase, match="not clean"):
        package_case(case, tmp_path / "package", WHEN)
