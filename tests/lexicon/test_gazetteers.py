"""The gazetteer answers with every place of a name, under each of its spellings."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.lexicon.atlas import list_rows, make_atlas

from firsthand.lexicon.entries import Row
from firsthand.lexicon.gazetteers import (
    Gazetteer,
    build_gazetteer,
    find_country,
    look_up,
    name_gazetteer,
    open_gazetteer,
)
from firsthand.settings import Settings


@pytest.fixture
def atlas(tmp_path: Path) -> Gazetteer:
    return make_atlas(tmp_path)


def test_all_places_of_a_name_come_the_most_populous_first(atlas: Gazetteer) -> None:
    assert [(entry.country, entry.population) for entry in look_up(atlas, "Oster")] == [
        ("XM", 60_000),
        ("XL", 50_000),
    ]


@pytest.mark.parametrize("name", ["OSTER", "Ôster", "the Oster", "O'ster"])
def test_a_name_is_found_in_any_case_with_any_accent(atlas: Gazetteer, name: str) -> None:
    assert look_up(atlas, name)


def test_another_name_of_a_place_says_that_it_is_one(atlas: Gazetteer) -> None:
    (entry,) = look_up(atlas, "Ashkul")
    assert (entry.name, entry.main) == ("Oster", False)


def test_a_name_that_no_place_has_gives_nothing(atlas: Gazetteer) -> None:
    assert look_up(atlas, "Nowhere") == ()


def test_a_country_is_found_by_each_of_its_names(atlas: Gazetteer) -> None:
    assert find_country(atlas, "Lusk") == "XL"
    assert find_country(atlas, "Oster") is None


def test_a_gazetteer_that_is_in_the_cache_is_not_built_again(tmp_path: Path) -> None:
    settings = Settings(cache=tmp_path, today=datetime.date(2026, 1, 1))
    said: list[str] = []
    name = name_gazetteer()
    cities, divisions = name.split(" + ")
    version = name.rsplit(" ", 1)[1]
    path = tmp_path / (
        f"gazetteer-{cities.split()[1]}-{divisions.split()[1].rstrip(',')}-{version}.sqlite"
    )
    build_gazetteer(path, list_rows())
    assert look_up(open_gazetteer(settings, said.append), "Belmuro")
    assert said == []


def test_a_build_that_breaks_leaves_no_gazetteer(tmp_path: Path) -> None:
    def break_off() -> Iterator[Row]:
        yield list_rows()[0]
        raise OSError("the disk is full")

    path = tmp_path / "atlas.sqlite"
    with pytest.raises(OSError, match="full"):
        build_gazetteer(path, break_off())
    assert not path.exists()
