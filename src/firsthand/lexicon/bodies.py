"""Bodies: organisations and forces that reports call by several names, known beforehand."""

from functools import cache

from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_table
from firsthand.model.actors import ActorType


def find_body_name(words: str) -> str | None:
    """Find the main name of a known body; initials count in capitals only."""
    found = _load_names().get(fold_name(words))
    if found is None:
        return None
    main, initials = found
    return main if not initials or words.replace(".", "").isupper() else None


def find_body_type(words: str) -> ActorType | None:
    """Find the type of a known body, or None."""
    name = find_body_name(words)
    return None if name is None else _load_types()[name]


@cache
def _load_names() -> dict[str, tuple[str, bool]]:
    """Load main names by folded names, each with whether the name is initials."""
    return {
        fold_name(name): (row["name"], name.isupper())
        for row in load_table("bodies")
        for name in (row["name"], *row["names"].split("|"))
        if name != "-"
    }


@cache
def _load_types() -> dict[str, ActorType]:
    return {row["name"]: row["type"] for row in load_table("bodies")}  # type: ignore[misc]
