"""Places: mentions resolved to a point with a precision, or left open."""

from typing import Literal, TypeAlias

from msgspec import Struct

PlacePrecision: TypeAlias = Literal[
    "site", "town", "near town", "district", "province", "country", "region", "unknown"
]


class Candidate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One place that a mention could mean, with the reason why it was or was not taken."""

    name: str
    latitude: float | None
    longitude: float | None
    country: str | None
    geonames: int | None
    reason: str


class Place(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One mention of a place: `text` at [start, end).

    Coordinates are WGS84 degrees rounded to four decimals (about 11 m), null while unresolved;
    `country` is an ISO 3166 two-letter code; `geonames` the id; `site` the name in sites.csv.
    """

    name: str
    text: str
    start: int
    end: int
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    country: str | None
    geonames: int | None
    site: str | None
    reason: str
    candidates: tuple[Candidate, ...] = ()
