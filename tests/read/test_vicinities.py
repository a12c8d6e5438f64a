"""Places that lie around each other speak for each other."""

from pathlib import Path

import pytest
from tests.lexicon.atlas import make_atlas

from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.read.placenames import Named
from firsthand.read.vicinities import weigh_vicinities


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return make_atlas(Path(tmp_path_factory.mktemp("atlas")))


def weigh(atlas: Gazetteer, *names: str) -> dict[tuple[str, int], float]:
    return dict(weigh_vicinities([Named(words=name) for name in names], atlas))


def test_of_two_towns_of_a_name_the_one_near_another_name_gains(atlas: Gazetteer) -> None:
    assert ("oster", 6) in weigh(atlas, "Oster", "Belmuro")
    assert ("oster", 7) not in weigh(atlas, "Oster", "Belmuro")


def test_a_name_with_fewer_namesakes_says_more(atlas: Gazetteer) -> None:
    points = weigh(atlas, "Oster", "Belmuro")
    assert points["oster", 6] > points["belmuro", 8]


def test_a_district_does_not_speak_for_a_town_that_bears_its_name(atlas: Gazetteer) -> None:
    assert weigh(atlas, "Hill County", "Hill") == {}


def test_a_district_and_a_town_speak_for_each_other(atlas: Gazetteer) -> None:
    assert set(weigh(atlas, "Hill County", "Oster")) == {("hill county", 10), ("oster", 7)}


def test_a_country_a_province_and_a_metropolis_say_nothing(atlas: Gazetteer) -> None:
    assert weigh(atlas, "Marenia", "Sorn", "Tavarra", "Lydda") == {}
