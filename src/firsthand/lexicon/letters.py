"""Letters: how names in scripts without short vowels may be spelt in Latin letters."""

import re
import unicodedata
from functools import cache, lru_cache

from firsthand.lexicon.tables import load_table

_ARTICLE = re.compile(r"(?<!\S)(?:ال|ה)(?=\w{3})")
_SONS = frozenset({"بن", "ابن", "בן"})
# Words whose vowels tell them from others of the same letters (Mohammad is not Mahmud), and those
# that run into the next: "Abd al-X", "Abdul X", "Abdur-X".
_WHOLE_WORDS = {
    "محمد": "m[aou]?h[aeo]?mm?[ae]d",
    "حسن": "hass?[ae]n",
    "عبد": "abd(?: ?[aeou](?:l|[dnrstz]))?",
}
_SHORT_VOWEL = "[aeiou]?"


@lru_cache(maxsize=10_000)
def read_letters(name: str) -> re.Pattern[str] | None:
    """Make the pattern of a name's spellings in small Latin letters, articles left out.

    None if the name has letters of another script, Latin ones among them.
    """
    plain = unicodedata.normalize("NFC", name)
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [word for word in _ARTICLE.sub("", kept).split() if word not in _SONS]
    if not words or not all(letter in _load_letters() for word in words for letter in word):
        return None
    return re.compile(" ?".join(map(_read_word, words)))


def _read_word(word: str) -> str:
    if word in _WHOLE_WORDS:
        return _WHOLE_WORDS[word]
    first, *rest = (_load_letters()[letter] for letter in word)
    # A vowel letter at the beginning stands for any vowel: Ibrahim, Omar.
    begins = "[aeiou]{1,2}" if word[0] in "اأإآعאע" else first
    return begins + "".join(f"{_SHORT_VOWEL}{letter}" for letter in rest) + "h?"


@cache
def _load_letters() -> dict[str, str]:
    """Load the pattern of each letter; a consonant may be written twice."""
    found = {}
    for row in load_table("letters"):
        spellings = sorted((s for s in row["spellings"].split("|") if s), key=lambda s: -len(s))
        optional = "?" if row["spellings"].endswith("|") else ""
        doubled = [f"{s}{s}?" if len(s) == 1 and s not in "aeiou" else s for s in spellings]
        found[row["letter"]] = f"(?:{'|'.join(doubled)}){optional}"
    return found
