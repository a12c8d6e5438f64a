"""Borders: coasts and borders near a place, as Natural Earth draws them."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

import msgspec
from msgspec import Struct

# Fetched at set-up (`make assets`) and never committed; a page without it says so.
FILE = "countries-50m.json"
NAME = "Natural Earth 1:50m, public domain, from world-atlas"

Point = tuple[float, float]


class Line(Struct, frozen=True, kw_only=True):
    """A run of points (longitude, latitude, in degrees) that is a coast, or a border of two."""

    is_border: bool
    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


class _Transform(Struct, frozen=True):
    scale: Point
    translate: Point


class _Geometry(Struct, frozen=True, tag_field="type", tag="Polygon"):
    arcs: tuple[tuple[int, ...], ...]


class _Geometries(Struct, frozen=True, tag_field="type", tag="MultiPolygon"):
    arcs: tuple[tuple[tuple[int, ...], ...], ...]


class _Collection(Struct, frozen=True):
    geometries: tuple[_Geometry | _Geometries, ...]


class _Objects(Struct, frozen=True):
    countries: _Collection


class _Topology(Struct, frozen=True):
    transform: _Transform
    objects: _Objects
    arcs: tuple[tuple[tuple[int, int], ...], ...]


@cache
def load_borders() -> tuple[Line, ...]:
    """Load every line of the shipped atlas, or none where it was not fetched."""
    path = resources.files("firsthand.publish").joinpath("assets", FILE)
    return read_borders(path.read_bytes()) if path.is_file() else ()


def read_borders(content: bytes) -> tuple[Line, ...]:
    """Read the lines of a TopoJSON file; a line that two countries share is a border."""
    topology = msgspec.json.decode(content, type=_Topology)
    owners: dict[int, set[int]] = {}
    for number, country in enumerate(topology.objects.countries.geometries):
        for arc in _list_arcs(country):
            # A negative number is the same line, run backwards (TopoJSON 1.0, section 2.1.4).
            owners.setdefault(arc if arc >= 0 else ~arc, set()).add(number)
    return tuple(
        _make_line(_unfold(arc, topology.transform), is_border=len(owners.get(number, ())) > 1)
        for number, arc in enumerate(topology.arcs)
        if arc
    )


def find_near(lines: Sequence[Line], middle: Point, reach: Point) -> Iterator[Line]:
    """Find the lines that may cross a window, given by its middle and reach in degrees."""
    for line in lines:
        is_level = line.south <= middle[1] + reach[1] and line.north >= middle[1] - reach[1]
        # Around the 180th meridian a line may be a full turn away.
        if is_level and any(
            line.west + turn <= middle[0] + reach[0] and line.east + turn >= middle[0] - reach[0]
            for turn in (-360.0, 0.0, 360.0)
        ):
            yield line


def _list_arcs(country: _Geometry | _Geometries) -> Iterator[int]:
    polygons = (country.arcs,) if isinstance(country, _Geometry) else country.arcs
    for polygon in polygons:
        for ring in polygon:
            yield from ring


def _unfold(arc: Sequence[tuple[int, int]], transform: _Transform) -> list[Point]:
    """Undo the differences and the rounding that the format stores points with."""
    (wide, high), (west, south) = transform.scale, transform.translate
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * wide + west, y * high + south))
    return points


def _make_line(points: Sequence[Point], *, is_border: bool) -> Line:
    longitudes, latitudes = zip(*points, strict=True)
    return Line(
        is_border=is_border,
        points=tuple(points),
        west=min(longitudes),
        south=min(latitudes),
        east=max(longitudes),
        north=max(latitudes),
    )
