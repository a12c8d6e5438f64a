"""A case's database is a file or on a server, of this version or brought to it."""

from pathlib import Path

import pytest
from tests.keep.conftest import WHEN
from tests.store.releases import put_back, set_version

from firsthand.errors import BrokenCase
from firsthand.keep.accounts import make_case_account
from firsthand.keep.cases import Case, change, init_case, open_case
from firsthand.keep.checks import verify_case
from firsthand.keep.decisions import decide
from firsthand.keep.erasures import erase_report
from firsthand.model.decisions import Decision
from firsthand.store.databases import open_sqlite, write
from firsthand.store.migrations import read_version
from firsthand.store.schema import VERSION

DECISION = Decision(id="", when=WHEN, who="Ana", kind="reject", target="c-r-1", why="seen")


@pytest.fixture
def old(case: Case, tmp_path: Path) -> Case:
    """Bring a case with a decision back to the first version."""
    decide(case, DECISION)
    with change(case) as connection, write(open_sqlite(tmp_path / "meanwhile.db")) as kept:
        put_back(connection, kept, 1)
    return case


def test_an_old_case_is_the_same_afterwards_and_was_copied_before(old: Case) -> None:
    said: list[str] = []
    case = open_case(old.folder, who="Ana", when=WHEN, warn=said.append)
    assert verify_case(case) == ()
    account = make_case_account(case, WHEN).account
    assert [claim.id for claim in account.claims if claim.rejected] == ["c-r-1"]
    (copy,) = case.folder.glob("before-version-*.db")
    with open_sqlite(copy).connect() as connection:
        assert read_version(connection) == 1
    (line,) = said
    assert str(copy) in line
    open_case(old.folder, who="Ana", when=WHEN, warn=said.append)
    assert len(said) == 1


def test_erasing_takes_the_copies_away_too(old: Case) -> None:
    case = open_case(old.folder, who="Ana", when=WHEN)
    erase_report(case, "r-1", why="asked for by a court", when=WHEN)
    assert list(case.folder.glob("before-version-*.db")) == []


def test_a_case_of_a_later_version_is_refused(case: Case) -> None:
    with change(case) as connection:
        set_version(connection, VERSION + 1)
    with pytest.raises(BrokenCase, match="Upgrade"):
        open_case(case.folder, who="Ana", when=WHEN)


def test_a_server_that_holds_a_case_takes_no_other(tmp_path: Path, space: str) -> None:
    init_case(tmp_path / "one", title="", who="Ana", when=WHEN, database=space)
    with pytest.raises(BrokenCase, match="holds a case already"):
        init_case(tmp_path / "other", title="", who="Ana", when=WHEN, database=space)
    assert not (tmp_path / "other").exists()


def test_a_case_without_its_database_is_refused(tmp_path: Path) -> None:
    init_case(tmp_path / "case", title="", who="Ana", when=WHEN)
    for path in (tmp_path / "case").glob("case.db*"):
        path.unlink()
    with pytest.raises(BrokenCase, match="Restore it from a backup"):
        open_case(tmp_path / "case", who="Ana", when=WHEN)
