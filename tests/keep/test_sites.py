"""Tables of sites stay with the case."""

from pathlib import Path

import pytest
from tests.keep.conftest import WHEN

from firsthand.errors import BrokenTable
from firsthand.keep.cases import Case
from firsthand.keep.checks import verify_case
from firsthand.keep.sites import keep_sites, list_tables, load_case_sites

HEADER = "name,names,latitude,longitude,country,kind\n"


def write_table(folder: Path, lines: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "sites.csv").write_text(HEADER + lines)
    return folder / "sites.csv"


def test_a_table_is_kept_once_and_outlives_its_file(case: Case, tmp_path: Path) -> None:
    table = write_table(tmp_path / "a", "Camp Lydda,,12.5,22.5,,camp\n")
    keep_sites(case, [table], WHEN)
    keep_sites(case, [table], WHEN)
    table.unlink()
    assert len(list_tables(case)) == 1
    assert [site.name for site in load_case_sites(case)] == ["Camp Lydda"]
    assert verify_case(case) == ()


def test_what_a_later_table_says_counts(case: Case, tmp_path: Path) -> None:
    keep_sites(case, [write_table(tmp_path / "a", "Camp Lydda,,12.5,22.5,,camp\n")], WHEN)
    lines = "camp lydda,,13.5,22.5,,camp\nOld Mill,,,,,mill\n"
    keep_sites(case, [write_table(tmp_path / "b", lines)], WHEN)
    assert [(site.name, site.latitude) for site in load_case_sites(case)] == [
        ("camp lydda", 13.5),
        ("Old Mill", None),
    ]


def test_a_table_that_cannot_be_used_is_not_kept(case: Case, tmp_path: Path) -> None:
    good = write_table(tmp_path / "a", "Old Mill,,,,,mill\n")
    bad = write_table(tmp_path / "b", "Camp Lydda,,north,22.5,,camp\n")
    with pytest.raises(BrokenTable):
        keep_sites(case, [good, bad], WHEN)
    assert list_tables(case) == ()
