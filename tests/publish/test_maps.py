"""A map shows where a place lies, and never more than is known."""

import re

import pytest
from msgspec import structs
from tests.publish.samples import PLACE

from firsthand.model.places import Place, PlacePrecision
from firsthand.publish.maps import draw_locator, measure_km


def put(name: str, latitude: float, longitude: float) -> Place:
    return structs.replace(PLACE, name=name, latitude=latitude, longitude=longitude)


def test_only_a_site_is_a_dot() -> None:
    locator = draw_locator(structs.replace(PLACE, precision="site"), ())
    assert locator is not None
    assert 'class="site"' in locator.svg
    assert 'class="area"' not in locator.svg


def test_the_coarser_a_place_the_wider_the_map_and_its_circle_never_a_dot() -> None:
    widths = []
    for precision in ("town", "near town", "district", "province"):
        locator = draw_locator(structs.replace(PLACE, precision=precision), ())
        assert locator is not None
        assert 'class="site"' not in locator.svg
        assert 'class="area"' in locator.svg
        (width,) = re.findall(r"(\d+) km wide", locator.words)
        widths.append(int(width))
    assert widths == sorted(widths)
    assert widths[-1] > 200


@pytest.mark.parametrize("precision", ["country", "region", "unknown"])
def test_what_is_too_coarse_or_unknown_is_not_drawn(precision: PlacePrecision) -> None:
    assert draw_locator(structs.replace(PLACE, precision=precision), ()) is None
    assert draw_locator(structs.replace(PLACE, latitude=None), ()) is None
    assert draw_locator(None, ()) is None


def test_other_places_are_numbered_hidden_or_told_with_their_way() -> None:
    others = [
        PLACE,
        put("Fort Adreva", 41.33, -28.4),
        put("Quay", 41.2001, -28.4),
        put("Tavarra", 42.2, -28.4),
    ]
    locator = draw_locator(PLACE, others)
    assert locator is not None
    assert locator.numbered == ("Fort Adreva",)
    assert locator.hidden == ("Quay",)
    assert locator.outside == ("Tavarra, 111 km north",)


def test_a_coarse_place_is_no_landmark() -> None:
    province = structs.replace(put("Halveth", 41.3, -28.4), precision="province")
    locator = draw_locator(PLACE, [province])
    assert locator is not None
    assert (locator.numbered, locator.hidden, locator.outside) == ((), (), ())


def test_words_on_a_map_are_escaped() -> None:
    locator = draw_locator(put('"><script>', 41.2, -28.4), ())
    assert locator is not None
    assert "<script" not in locator.svg


@pytest.mark.parametrize("longitude", [-179.95, 179.95, 0.0])
def test_a_map_holds_across_the_date_line_and_near_the_pole(longitude: float) -> None:
    neighbour = put("Neighbour", 89.0, -longitude)
    locator = draw_locator(put("Edge", 89.0, longitude), [neighbour])
    assert locator is not None
    assert "nan" not in locator.svg


def test_distances_are_those_of_a_sphere() -> None:
    assert measure_km(put("a", 0, 0), put("b", 1, 0)) == pytest.approx(111.2, abs=0.1)
    assert measure_km(put("a", 0, 179.5), put("b", 0, -179.5)) == pytest.approx(111.2, abs=0.1)
