"""Given names: the sex that a given name shows, for finding whom a pronoun means."""

from functools import cache

from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_table


def find_sex_of_name(name: str) -> str | None:
    """Find the sex that the first word of a full name shows; a family name alone shows none."""
    words = fold_name(name).split()
    return _load_sexes().get(words[0]) if len(words) > 1 else None


@cache
def _load_sexes() -> dict[str, str]:
    return {row["name"]: row["sex"] for row in load_table("given_names")}
