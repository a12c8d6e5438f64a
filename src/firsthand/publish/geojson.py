"""GeoJSON of an account: one feature an incident, a point only where the precision bears it."""

import msgspec
from msgspec import Struct

from firsthand.model.accounts import Account
from firsthand.model.incidents import Incident

# A province or a country is no point: drawing one would claim more than the reports say.
POINT_PRECISIONS = frozenset({"site", "town", "near town"})


class Point(Struct, frozen=True, kw_only=True, tag_field="type", tag="Point"):
    """A WGS84 point in GeoJSON order: longitude, latitude."""

    coordinates: tuple[float, float]


class Figure(Struct, frozen=True, kw_only=True):
    """A toll as a map shows it."""

    outcome: str
    status: str
    low: int | None
    high: int | None
    open: bool


class Properties(Struct, frozen=True, kw_only=True):
    """What a map may say of an incident."""

    id: str
    title: str
    review: str
    start: str | None
    end: str | None
    time_precision: str | None
    place: str | None
    place_precision: str | None
    tolls: tuple[Figure, ...]


class Feature(Struct, frozen=True, kw_only=True, tag_field="type", tag="Feature"):
    """One incident; its geometry is null when no point can be given."""

    id: str
    geometry: Point | None
    properties: Properties


class FeatureCollection(
    Struct, frozen=True, kw_only=True, tag_field="type", tag="FeatureCollection"
):
    """All incidents of an account, after RFC 7946."""

    features: tuple[Feature, ...]


def make_geojson(account: Account) -> bytes:
    """Return the incidents as a GeoJSON feature collection."""
    features = tuple(_make_feature(incident) for incident in account.incidents)
    encoded = msgspec.json.encode(FeatureCollection(features=features), order="deterministic")
    return msgspec.json.format(encoded, indent=1) + b"\n"


def _make_feature(incident: Incident) -> Feature:
    return Feature(
        id=incident.id,
        geometry=_make_point(incident),
        properties=Properties(
            id=incident.id,
            title=incident.title,
            review=incident.review,
            start=incident.time.start if incident.time else None,
            end=incident.time.end if incident.time else None,
            time_precision=incident.time.precision if incident.time else None,
            place=incident.place.name if incident.place else None,
            place_precision=incident.place.precision if incident.place else None,
            tolls=tuple(
                Figure(
                    outcome=toll.outcome,
                    status=toll.status,
                    low=toll.low,
                    high=toll.high,
                    open=toll.open,
                )
                for toll in incident.tolls
                if toll.scope is None
            ),
        ),
    )


def _make_point(incident: Incident) -> Point | None:
    place = incident.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    if place.precision not in POINT_PRECISIONS:
        return None
    return Point(coordinates=(place.longitude, place.latitude))
