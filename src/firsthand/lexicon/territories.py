"""Territories: islands, seas and lands that no table of towns and provinces has, with a point."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_table


class Territory(Struct, frozen=True, kw_only=True):
    """One territory: its name and a point near its middle, WGS84 degrees."""

    name: str
    latitude: float
    longitude: float


@cache
def load_territories() -> Mapping[str, Territory]:
    """Load the territories by their folded names."""
    return {
        fold_name(name): Territory(
            name=row["names"].split("|")[0],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
        )
        for row in load_table("territories")
        for name in row["names"].split("|")
    }
