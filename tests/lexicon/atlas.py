"""A small gazetteer of two invented countries, for the tests of places."""

from pathlib import Path

from firsthand.lexicon.entries import Row, name_rows
from firsthand.lexicon.gazetteers import Gazetteer, build_gazetteer

# Names (the first is the main one), id, latitude, longitude, country, province, kind, people.
_PLACES: tuple[tuple[tuple[str, ...], int, float, float, str, str | None, str, int], ...] = (
    (("Marenia",), 1, 10.0, 20.0, "XM", None, "country", 9_000_000),
    (("Luskaria", "Lusk"), 2, 30.0, 40.0, "XL", None, "country", 4_000_000),
    (("Sorn",), 3, 11.0, 21.0, "XM", "XM.01", "province", 800_000),
    (("Velda",), 4, 31.0, 41.0, "XL", "XL.02", "province", 300_000),
    (("Tavarra",), 5, 10.5, 20.5, "XM", "XM.03", "capital", 700_000),
    (("Oster", "Ostar", "Ashkul"), 6, 11.1, 21.1, "XM", "XM.01", "town", 60_000),
    (("Oster",), 7, 31.2, 41.2, "XL", "XL.02", "town", 50_000),
    (("Belmuro",), 8, 11.4, 21.4, "XM", "XM.01", "town", 20_000),
    (("Grandport", "Old Haven"), 9, 32.0, 42.0, "XL", "XL.04", "town", 400_000),
    (("Hill County", "Hill"), 10, 31.4, 41.4, "XL", "XL.02", "district", 30_000),
    (("Lydda",), 11, 12.5, 22.5, "XM", "XM.05", "town", 3_000),
)


def make_atlas(folder: Path) -> Gazetteer:
    """Build the small gazetteer in a folder and open it."""
    path = folder / "atlas.sqlite"
    build_gazetteer(path, list_rows())
    return Gazetteer(path=str(path))


def list_rows() -> list[Row]:
    """List the rows of the small gazetteer."""
    return [row for names, *place in _PLACES for row in name_rows(names, tuple(place))]
