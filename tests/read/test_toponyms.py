"""Toponyms are found where a report names a place, and nowhere else."""

from pathlib import Path

import pytest
from tests.lexicon.atlas import make_atlas

from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.lexicon.sites import Site
from firsthand.read.toponyms import find_toponyms
from firsthand.text.parses import parse_text


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return make_atlas(Path(tmp_path_factory.mktemp("atlas")))


def find(atlas: Gazetteer, text: str, *sites: Site) -> list[str]:
    return [text[start:end] for start, end in find_toponyms(parse_text(text), atlas, sites)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two people were killed in Baghdad on Monday.", ["Baghdad"]),
        ("Shells hit the village of Qarnesh.", ["Qarnesh"]),
        ("Soldiers entered the village Qarnesh.", ["Qarnesh"]),
        ("They fled from the outskirts of Damascus, Syria.", ["Damascus", "Syria"]),
        ("BELMURO, May 14 (Tavarra Wire) - At least nine people died.", ["BELMURO"]),
    ],
)
def test_names_of_places_are_found(atlas: Gazetteer, text: str, words: list[str]) -> None:
    assert find(atlas, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Iraqi soldiers killed two people.",
        "The Sri Lankan army killed two people.",
        "Two people were killed in April 2011.",
    ],
)
def test_a_people_or_a_month_is_no_place(atlas: Gazetteer, text: str) -> None:
    assert find(atlas, text) == []


def test_the_users_sites_are_found_as_whole_words(atlas: Gazetteer) -> None:
    site = Site(name="the dock", names=(), latitude=None, longitude=None, country=None, kind="site")
    assert find(atlas, "He waited at the dock for the dockers.", site) == ["the dock"]


def test_a_longer_name_of_a_site_wins(atlas: Gazetteer) -> None:
    site = Site(
        name="Old Pier",
        names=("Pier",),
        latitude=None,
        longitude=None,
        country=None,
        kind="site",
    )
    assert find(atlas, "They met near the Old Pier today.", site) == ["Old Pier"]


def test_a_site_is_not_found_in_a_longer_name(atlas: Gazetteer) -> None:
    site = Site(name="Tavarra", names=(), latitude=1.0, longitude=2.0, country=None, kind="town")
    text = "TAVARRA, May 15 (Tavarra Wire) - The Tavarra Wire said so in Tavarra on Monday."
    assert find(atlas, text, site) == ["TAVARRA", "Tavarra"]


def test_a_dateline_behind_a_title_on_its_line_is_found(atlas: Gazetteer) -> None:
    text = "Market shelled. BELMURO (Tavarra Wire) - Shells hit the market."
    assert "BELMURO" in find(atlas, text)


def test_capitals_behind_a_sentence_need_a_known_place(atlas: Gazetteer) -> None:
    assert "QUORUM" not in find(atlas, "They met. QUORUM - that was missing.")
