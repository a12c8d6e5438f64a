"""Kinds: what kind of actor a name means, by its own words, the words beside it, or its label."""

from functools import cache

from firsthand.lexicon.bodies import find_body_type
from firsthand.lexicon.countries import load_countries
from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_table, load_words
from firsthand.model.actors import ActorType

_LABELS: dict[str, ActorType] = {
    "PERSON": "person",
    "GPE": "place",
    "ORG": "organisation",
    "NORP": "group of people",
    "CAPITAL": "state",
}
# Nouns that introduce bodies, before their names ("the group X") or after them ("the X tribe").
_NAMING = frozenset(
    """
    group movement party organisation organization tribe clan network militia faction newspaper
    magazine website agency charity broadcaster company firm coalition alliance cartel gang brigade
    foundation association union
    """.split()
)
# Words that ships are named with; a ship is nobody.
_SHIPS = frozenset({"hms", "uss", "hmas", "hmcs", "ins", "fs", "ss", "mv", "ms", "rms", "mt"})
# "Gulf of X", "Mount X".
_LEADING_FEATURES = frozenset({"lake", "mount", "gulf", "river", "island", "sea", "strait", "cape"})


def judge_type(words: str, label: str, before: str) -> ActorType:
    """Judge what kind of actor a name means: its own words first, then the model's label."""
    if before.casefold().rstrip(".") in load_words("person_titles"):
        return "person"
    own = find_body_type(words) or _read_words(words)
    if own is not None:
        return own
    return find_naming_type(before) or _LABELS.get(label, "unknown")


def find_naming_type(noun: str) -> ActorType | None:
    """Find the kind of body that a common noun beside a name introduces, or None."""
    if noun not in _NAMING:
        return None
    return load_types().get(noun) or ("outlet" if is_outlet_word(noun) else "organisation")


def is_outlet_word(word: str) -> bool:
    """Tell whether a word stands in the names of those who publish."""
    return word in load_words("outlet_words")


@cache
def load_types() -> dict[str, ActorType]:
    """Load the kinds of actors by the nouns that name them."""
    return {row["word"]: row["type"] for row in load_table("actor_types")}  # type: ignore[misc]


def _read_words(words: str) -> ActorType | None:
    small = words.casefold().replace("’", "'").split()
    for word in (small[-1], *small):
        if word in load_types():
            return load_types()[word]
    if is_outlet_word(small[-1]) and (len(small) > 1 or words[0].isupper()):
        return "outlet"
    if words.split()[0].isupper() and small[0] in _SHIPS and len(small) > 1:
        return "unknown"
    if _is_place(small):
        return "place"
    return "state" if fold_name(words) in load_countries() else None


def _is_place(small: list[str]) -> bool:
    if small[0] in load_words("place_words") or small[-1] in load_words("place_words"):
        return True
    if len(small) < 2:
        return False
    return small[-1] in load_words("place_features") or small[0] in _LEADING_FEATURES
