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
def load_long_names() -> dict[str, dict[str, ActorType]]:
    """Load the names of several words with their types, by their first words."""
    found: dict[str, dict[str, ActorType]] = {}
    for row in load_table("bodies"):
        for name in (row["name"], *row["names"].split("|")):
            for written in {name, name.replace("'", "’")} if " " in name else ():
                found.setdefault(written.split()[0], {})[written] = _load_types()[row["name"]]
    # The longest name that fits is meant.
    return {first: dict(sorted(names.items(), key=_rank)) for first, names in found.items()}


def _rank(item: tuple[str, ActorType]) -> int:
    return -len(item[0])


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
