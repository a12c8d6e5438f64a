"""Places are resolved with their reason, or stay open with their candidates."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Doc
from tests.lexicon.atlas import make_atlas

from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.lexicon.sites import Site
from firsthand.model.places import Place
from firsthand.read.places import find_places
from firsthand.text.parses import parse_text

Find = Callable[..., Place]

CAMP = Site(
    name="Camp Lydda",
    names=("Lydda",),
    latitude=12.1,
    longitude=22.1,
    country="XM",
    kind="camp",
)


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return make_atlas(Path(tmp_path_factory.mktemp("atlas")))


@pytest.fixture(scope="module")
def find(atlas: Gazetteer) -> Find:
    def find_named(text: str, words: str, sites: tuple[Site, ...] = ()) -> Place:
        places = find_places(read(text), atlas, sites)
        (first, *_) = [place for place in places if place.text == words]
        return first

    return find_named


@cache
def read(text: str) -> Doc:
    return parse_text(text)


def test_a_country_is_its_point_with_that_precision(find: Find) -> None:
    place = find("Two people were killed in Marenia.", "Marenia")
    assert (place.precision, place.country, place.latitude) == ("country", "XM", 10.0)


def test_a_homonym_lies_where_the_report_puts_it(find: Find) -> None:
    place = find("Two people were killed in Oster, Luskaria.", "Oster")
    assert (place.country, place.latitude) == ("XL", 31.2)
    assert "the report says" in place.reason


def test_a_homonym_without_any_context_stays_open_with_its_candidates(find: Find) -> None:
    place = find("Two people were killed in Oster.", "Oster")
    assert (place.precision, place.latitude) == ("unknown", None)
    assert [candidate.country for candidate in place.candidates] == ["XM", "XL"]


def test_a_place_near_a_town_says_so(find: Find) -> None:
    place = find("A bus was hit 12 km north of Tavarra in Marenia.", "Tavarra")
    assert (place.precision, place.latitude) == ("near town", 10.5)


def test_a_site_of_the_users_table_comes_first(find: Find) -> None:
    place = find("Shells hit Lydda in Marenia.", "Lydda", (CAMP,))
    assert (place.site, place.latitude, place.precision) == ("Camp Lydda", 12.1, "site")


def test_a_camp_never_lands_on_a_town_of_its_name(find: Find) -> None:
    text = "Soldiers entered Camp Grandport in Marenia. Residents of Grandport fled."
    assert find(text, "Grandport").latitude is None


def test_a_camp_is_not_at_a_town_that_once_had_its_name(find: Find) -> None:
    place = find("Soldiers of Marenia entered the town of Ashkul.", "Ashkul")
    assert (place.latitude, place.reason) == (None, "only another name of a place")


def test_a_name_that_no_gazetteer_has_stays_open(find: Find) -> None:
    place = find("Shells hit the village of Qarn in Marenia.", "Qarn")
    assert (place.precision, place.candidates) == ("unknown", ())


def test_a_part_of_the_world_has_no_point(find: Find) -> None:
    place = find("Violence in Africa went on.", "Africa")
    assert (place.precision, place.latitude) == ("region", None)


def test_every_place_stands_where_its_words_are(atlas: Gazetteer) -> None:
    text = "In Oster, Marenia, and in Grandport, Luskaria, people fled to Belmuro."
    assert all(
        text[place.start : place.end] == place.text for place in find_places(read(text), atlas, ())
    )
