"""A map shows points only where the reports bear them."""

import json

import pytest
from msgspec import structs
from tests.publish.samples import ACCOUNT, INCIDENT, PLACE

from firsthand.model.places import PlacePrecision
from firsthand.publish.geojson import make_geojson


def test_a_town_is_a_point_in_the_order_longitude_latitude() -> None:
    (feature,) = json.loads(make_geojson(ACCOUNT))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-28.4, 41.2]}
    assert feature["properties"]["tolls"][0]["low"] == 9


@pytest.mark.parametrize("precision", ["province", "country", "district", "unknown"])
def test_a_coarse_place_is_no_point(precision: PlacePrecision) -> None:
    place = structs.replace(PLACE, precision=precision)
    incident = structs.replace(INCIDENT, place=place)
    account = structs.replace(ACCOUNT, incidents=(incident,))
    (feature,) = json.loads(make_geojson(account))["features"]
    assert feature["geometry"] is None
