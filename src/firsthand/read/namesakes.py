"""Namesakes: the town, county or province that a facility bears in its name."""

from firsthand.lexicon.gazetteers import Gazetteer, look_up
from firsthand.lexicon.tables import load_words

_LONGEST = 3
_OWN_KINDS = ("county", "province")
# What comes with these words is another place than the one without them.
_OTHER_PLACES = frozenset("township twp twp. north south east west northern southern".split())


def find_namesake(words: str, gazetteer: Gazetteer) -> str | None:
    """Find the place that begins a facility's name: "Oster" of "Oster Fire Station".

    Lands and waters are not where their names say: the River Oster is longer than Oster.
    """
    parts = words.split()
    for count in range(min(len(parts) - 1, _LONGEST), 0, -1):
        name, rest = " ".join(parts[:count]), parts[count:]
        if _can_follow(parts[count - 1], rest) and _is_place(name, gazetteer):
            return name
    return None


def _can_follow(last: str, rest: list[str]) -> bool:
    if not all(word[:1].isupper() or word[:1].isdigit() or word == "of" for word in rest):
        return False
    features = load_words("place_features") | _OTHER_PLACES
    if last.casefold() in _OWN_KINDS:
        return True
    return last.casefold() not in features and all(word.casefold() not in features for word in rest)


def _is_place(name: str, gazetteer: Gazetteer) -> bool:
    if name.casefold() in load_words("place_words") | load_words("given_names", "name"):
        return False
    return any(entry.main for entry in look_up(gazetteer, name))
