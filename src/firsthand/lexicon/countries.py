"""Countries: their adjectives, which speak of a country without naming it."""

from functools import cache

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
