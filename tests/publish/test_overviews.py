"""An overview shows coasts and borders around a place, and nothing where there are none."""

import json

import pytest
from msgspec import structs
from tests.publish.samples import PLACE
from tests.publish.test_borders import ATLAS

from firsthand.publish.borders import read_borders
from firsthand.publish.overviews import draw_overview

LINES = read_borders(json.dumps(ATLAS).encode())


def test_coasts_and_borders_are_drawn_apart_and_the_place_is_a_circle_in_the_middle() -> None:
    overview = draw_overview(PLACE, LINES)
    assert overview is not None
    assert overview.svg.count('class="coast"') == overview.svg.count('class="border"') == 1
    assert 'class="area"' in overview.svg
    assert PLACE.name in overview.words


def test_only_what_crosses_the_window_is_drawn() -> None:
    east = structs.replace(PLACE, longitude=-20.6)
    overview = draw_overview(east, LINES)
    assert overview is not None
    assert 'class="border"' in overview.svg
    far = structs.replace(PLACE, longitude=20.0)
    assert draw_overview(far, LINES) is None


@pytest.mark.parametrize(
    "change", [{"latitude": None}, {"latitude": 80.0}, {"precision": "country"}]
)
def test_no_point_no_overview(change: dict[str, object]) -> None:
    assert draw_overview(structs.replace(PLACE, **change), LINES) is None
    assert draw_overview(None, LINES) is None


def test_a_hostile_name_is_escaped() -> None:
    overview = draw_overview(structs.replace(PLACE, name='"><script>'), LINES)
    assert overview is not None
    assert "<script>" not in overview.svg


def test_without_an_atlas_nothing_is_drawn() -> None:
    assert draw_overview(PLACE, ()) is None
