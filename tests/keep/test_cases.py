"""A case is made once and opened by name, and its settings are kept with their dates."""

from pathlib import Path

import pytest
from tests.keep.conftest import WHEN

from firsthand.errors import BrokenCase
from firsthand.keep.cases import Case, init_case, load_signer, open_case
from firsthand.store.rows import SqlRows
from firsthand.store.schema import SETTINGS


def test_a_folder_with_something_in_it_does_not_become_a_case(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(BrokenCase, match="not empty"):
        init_case(tmp_path, title="", who="Ana", when=WHEN)


def test_only_its_owner_can_read_a_case(case: Case) -> None:
    assert case.folder.stat().st_mode & 0o077 == 0
    assert (case.folder / "signing.key").stat().st_mode & 0o077 == 0


def test_a_changed_case_file_is_recorded_beside_what_it_said_before(case: Case) -> None:
    path = case.folder / "case.toml"
    path.write_text(path.read_text().replace('area = ""', 'area = "Halveth"'))
    opened = open_case(case.folder, who="Ben", when=WHEN)
    assert opened.file.inclusion.area == "Halveth"
    with opened.engine.connect() as connection:
        said = connection.execute(SETTINGS.select()).all()
        entries = len(SqlRows(connection))
    assert ['area = "Halveth"' in row.content for row in said] == [False, True]
    open_case(case.folder, who="Ben", when=WHEN)
    with opened.engine.connect() as connection:
        assert len(SqlRows(connection)) == entries


def test_a_folder_that_is_no_case_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenCase, match="no case"):
        open_case(tmp_path, who="Ana", when=WHEN)


def test_a_case_signs_under_a_name_of_its_own(case: Case) -> None:
    origin, _ = load_signer(case)
    assert origin.startswith("firsthand.case/")
