"""The user's table of sites is read whole or refused with the line that is wrong."""

from pathlib import Path

import pytest

from firsthand.errors import BrokenTable
from firsthand.lexicon.sites import load_sites

HEADER = "name,names,latitude,longitude,country,kind\n"


def write_table(folder: Path, lines: str, header: str = HEADER) -> Path:
    path = folder / "sites.csv"
    path.write_text(header + lines, encoding="utf-8")
    return path


def test_a_site_keeps_its_names_point_and_kind(tmp_path: Path) -> None:
    (site,) = load_sites(write_table(tmp_path, "Camp Lydda,Lydda|the camp,12.51239,22.5,xm,camp\n"))
    assert site.names == ("Lydda", "the camp")
    assert (site.latitude, site.longitude, site.country) == (12.5124, 22.5, "XM")
    assert site.kind == "camp"


def test_a_site_may_be_without_a_point(tmp_path: Path) -> None:
    (site,) = load_sites(write_table(tmp_path, "Camp Lydda,,,,,\n"))
    assert (site.latitude, site.country, site.kind) == (None, None, "site")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",,1,2,XM,camp\n", "line 2: the name is empty"),
        ("Camp Lydda,,north,2,XM,camp\n", "line 2, latitude"),
        ("Camp Lydda,,91,2,XM,camp\n", "-90 to 90"),
        ("Camp Lydda,,1,181,XM,camp\n", "line 2, longitude"),
        ("Camp Lydda,,nan,2,XM,camp\n", "not a number of degrees"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, line: str, reason: str) -> None:
    with pytest.raises(BrokenTable, match=reason):
        load_sites(write_table(tmp_path, line))


def test_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(BrokenTable, match="longitude, country"):
        load_sites(write_table(tmp_path, "", "name,names,latitude,kind\n"))


def test_a_table_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenTable, match="cannot be opened"):
        load_sites(tmp_path / "no.csv")


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sites.csv"
    path.write_bytes(HEADER.encode() + b"Camp L\xffdda,,,,,\n")
    with pytest.raises(BrokenTable, match="UTF-8"):
        load_sites(path)
