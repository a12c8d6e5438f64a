"""Names: spellings of one name, folded and compared across transliterations."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

_PARTICLES = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "at", "az", "bin", "ibn", "the"})
_TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir lord lady president prime minister general gen colonel col
    major maj captain capt lieutenant lt sergeant sgt commander brigadier admiral judge justice
    senator rep sheikh shaikh imam ayatollah mullah king queen prince princess pope bishop
    archbishop father secretary ambassador deputy foreign defense defence interior spokesman
    spokeswoman director chief chairman us u.s state
    """.split()
)

# Quotes stand around nicknames: 'Tomas "Tato" Aune'.
_QUOTES = str.maketrans(dict.fromkeys('"“”„«»', " "))
# East Slavic names have h where their Russian forms have g.
_SLAVIC_END = re.compile(r"(?:enko|chuk|uk|ko|skyi?|skiy?|ov|ev|ych|vich|yn|iy)$")
# Vowels move freely between transliterations; consonants hold. Two names of one skeleton that are
# also this alike are spellings of one name.
LEAST_LIKENESS = 0.85
# Ways to write one sound; "ch" stays what it is, whatever it sounds like.
_SOUNDS = (
    *(("ph", "f"), ("gh", "g"), ("dh", "d"), ("dj", "j"), ("tch", "ch"), ("ch", "ç"), ("kh", "k")),
    *(("q", "k"), ("c", "k"), ("ç", "ch")),
)
_NEAR_VOWELS = frozenset(
    "aa ee ii oo uu yy ww ae ea ei ie ey ye iy yi ou uo uw wu ow wo ue eu".split()
)


@lru_cache(maxsize=200_000)
def fold_letters(name: str) -> str:
    """Fold a name to plain small letters and blanks, in its own script."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = (" " if character in "-–‐’'." else character for character in plain)
    return " ".join("".join(c for c in kept if not unicodedata.combining(c)).split())


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell people apart, without titles and particles."""
    folded = fold_letters(name.translate(_QUOTES))
    words = [word for word in folded.split() if word not in _TITLES]
    kept = [word for word in words if word not in _PARTICLES and word != "s"]
    return tuple(kept or words)


def is_spelling_of(one: str, other: str) -> bool:
    """Tell whether two words of names are spellings of one: "Karemi" and "Karimi"."""
    if one == other:
        return True
    if {one[:1], other[:1]} == {"g", "h"} and all(map(_SLAVIC_END.search, (one, other))):
        one, other = f"g{one[1:]}", f"g{other[1:]}"
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    if JaroWinkler.similarity(one, other) < LEAST_LIKENESS or _differ_in_sex(one, other):
        return False
    return _skeleton(one) == _skeleton(other) and _have_near_vowels(one, other)


def is_same_name(one: str, other: str) -> bool:
    """Tell whether one name's words all stand in the other, in order, under some spelling."""
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    if not shorter:
        return False
    rest = iter(longer)
    return all(any(is_spelling_of(word, candidate) for candidate in rest) for word in shorter)


def make_initials(name: str) -> str:
    """Return the initials of the main words of a name: "People's Front of Marenia" gives PFM."""
    words = re.findall(r"[^\W\d_][\w'’]*", name)
    return "".join(word[0] for word in words if word[0].isupper())


def _differ_in_sex(one: str, other: str) -> bool:
    """Tell whether only one name ends as women's names do: Karima is not Karim."""
    short, long = sorted((one.rstrip("h"), other.rstrip("h")), key=len)
    return long.endswith("a") and not short.endswith(("a", "e", "i", "o", "u", "y"))


def _skeleton(word: str) -> str:
    return "".join(_split_syllables(word)[0::2])


def _have_near_vowels(one: str, other: str) -> bool:
    """Tell whether vowels differ only as transliterations do: e for i, u for o, not o for a."""
    pairs = zip(_split_syllables(one)[1::2], _split_syllables(other)[1::2], strict=True)
    return all(
        not first or not second or any(f"{x}{y}" in _NEAR_VOWELS for x in first for y in second)
        for first, second in pairs
    )


@lru_cache(maxsize=100_000)
def _split_syllables(word: str) -> tuple[str, ...]:
    """Split a word into consonants, each followed by the vowels after it, maybe none.

    Doubled consonants count once, silent h at the end not at all.
    """
    plain = word
    for written, heard in _SOUNDS:
        plain = plain.replace(written, heard)
    plain = re.sub(r"([^aeiouyw])\1+", r"\1", re.sub(r"(?<=[aeiou])h$", "", plain))
    parts = re.findall(r"([^aeiouyw])([aeiouyw]*)", plain)
    start = re.match(r"[aeiouyw]*", plain)
    return ("", start[0] if start else "", *(half for part in parts for half in part))
