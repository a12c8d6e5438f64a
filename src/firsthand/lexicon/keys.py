"""Keys: names of places folded so that all spellings of a name find each other."""

import unicodedata
from functools import lru_cache

_SHORT_FORMS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


@lru_cache(maxsize=200_000)
def fold_name(name: str) -> str:
    """Fold a place's name for comparison: no accents, case, hyphens, apostrophes or article."""
    plain = unicodedata.normalize("NFKD", name)
    letters = (
        " " if character in "-–‐" else character.casefold()
        for character in plain
        if not unicodedata.combining(character) and character not in "'’‘`ʻʼʿʾ."
    )
    words = [_SHORT_FORMS.get(word, word) for word in "".join(letters).split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
