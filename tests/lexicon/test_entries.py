"""Entries give each place one row a name, and a middle where no point is given."""

import pytest

from firsthand.lexicon.entries import find_middle, list_entries, name_rows
from firsthand.lexicon.tables import load_table


def test_each_name_is_a_row_and_the_first_is_the_main_one() -> None:
    rows = list(name_rows(("Oster", "Ostar", "OSTER"), (6, 11.1, 21.1)))
    assert [(row[0], row[1], row[-1]) for row in rows] == [
        ("ostar", "Oster", False),
        ("oster", "Oster", True),
    ]


def test_the_middle_is_that_of_the_box_around_towns() -> None:
    assert find_middle([(10.0, 20.0, 5), (12.0, 30.0, 5), (11.0, 21.0, 900)]) == (11.0, 25.0)


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, ...]]:
    # Only large towns: enough to see every kind of row, and quick.
    return list(list_entries(15_000))


def test_towns_capitals_districts_provinces_and_countries_have_rows(
    rows: list[tuple[str, ...]],
) -> None:
    assert {row[7] for row in rows} == {"capital", "town", "district", "province", "country"}


def test_a_country_has_one_capital(rows: list[tuple[str, ...]]) -> None:
    found = {row[2] for row in rows if row[5] == "US" and row[7] == "capital"}
    assert len(found) == 1


def test_a_district_lies_in_its_province(rows: list[tuple[str, ...]]) -> None:
    found = [row for row in rows if row[0] == "travis county"]
    assert [(row[5], row[6], row[7]) for row in found] == [("US", "US.TX", "district")]


def test_a_province_is_found_by_its_short_form(rows: list[tuple[str, ...]]) -> None:
    assert "US.TX" in {row[6] for row in rows if row[0] == "tex" and row[7] == "province"}


def test_every_country_in_the_table_of_adjectives_has_a_point() -> None:
    points = {row["code"] for row in load_table("points")}
    assert {row["country"] for row in load_table("countries")} <= points
