"""The house keeps its shape: what linters cannot see of docs/house.md is checked here."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

import firsthand

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "firsthand"
MODULES = sorted(SOURCE.rglob("*.py"))
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "manager"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MOST_PUBLIC_NAMES = 15
# These are tested end to end, through the commands (tests/cli) and the pages.
TESTED_END_TO_END = {"cli", "desk"}


def name_module(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_the_first_line_says_what_the_file_is_for(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert docstring, f"{name_module(path)} does not say what it is for"
    assert docstring.splitlines()[0].endswith((".", ":")), "the first line is one whole sentence"


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_a_file_can_be_held_in_the_head(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    long = [node.name for node in functions if _count_lines(node) > LONGEST_FUNCTION]
    assert not long, f"too long: {long}"


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_a_file_name_says_something(path: Path) -> None:
    assert path.stem not in VAGUE_NAMES


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_every_file_has_its_test(path: Path) -> None:
    relative = path.relative_to(SOURCE)
    if relative.parts[0] in TESTED_END_TO_END or path.stem.startswith("__"):
        return
    if _holds_only_values(path):
        return
    test = ROOT / "tests" / relative.parent / f"test_{path.stem}.py"
    assert test.exists(), f"write {test.relative_to(ROOT)}"


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_no_import_hides_inside_a_function(path: Path) -> None:
    hidden = [
        node.lineno
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        and "optional" not in path.read_text("utf-8").splitlines()[node.lineno - 2]
    ]
    assert not hidden, f"lines {hidden}: import at the top, or say why it is optional above"


def test_no_room_is_empty() -> None:
    rooms = [path for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"]
    assert all(len(list(room.glob("*.py"))) > 1 for room in rooms)


def test_the_public_face_is_small() -> None:
    assert len(firsthand.__all__) <= MOST_PUBLIC_NAMES


def test_every_lexicon_table_says_where_its_content_comes_from() -> None:
    for table in SOURCE.rglob("*.tsv"):
        assert table.read_text("utf-8").startswith("# "), f"{table.name} has no remark"


def test_no_tracked_file_names_a_package_index_or_a_home_folder() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    pattern = re.compile(r"--(extra-)?index-url|--find-links|/home/\w+/|/root/")
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.suffix in {".png", ".pdf"} or path == Path(__file__) or not path.exists():
            continue
        assert not pattern.search(path.read_text("utf-8", "replace")), name


def _count_lines(function: ast.FunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _holds_only_values(path: Path) -> bool:
    """Tell whether a file defines no function: a value without behaviour needs no test."""
    tree = ast.parse(path.read_text("utf-8"))
    return not any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))
