"""Spellings: full names that are one across reports, in one script or in two, with the reason."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from anyascii import anyascii

from firsthand.lexicon.letters import read_letters
from firsthand.text.names import fold_letters, is_spelling_of, name_words

_LATIN = re.compile(r"[a-zßæðøþđħıłŋœŧ' ]+$")
# Greek, Cyrillic, Armenian and Georgian write all vowels.
_VOWELLED = re.compile(r"[\u0370-\u052F\u0531-\u058F\u10A0-\u10FF ]+$")


def find_likeness(one: str, other: str) -> str | None:
    """Tell why two full names are spellings of one, or None; never for a name of one word."""
    first, second = fold_letters(one), fold_letters(other)
    if first == second:
        return "same name" if " " in first else None
    scripts = {is_latin(first), is_latin(second)}
    if scripts == {True}:
        return "other spelling, same name" if _are_spellings(first, second) else None
    if scripts == {False}:
        return None
    latin, foreign = (one, other) if is_latin(first) else (other, one)
    return "other script, same name" if _fits(latin, foreign) else None


def find_spellings(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Find pairs of full names that are one; a name of another script that fits two fits none."""
    latin: dict[tuple[int, str], list[str]] = defaultdict(list)
    foreign: list[str] = []
    for name in sorted(names):
        folded = fold_letters(name)
        if not is_latin(folded):
            foreign.append(name)
            continue
        near = latin[_make_block(folded)]
        yield from ((name, other) for other in near if _are_spellings(name, other))
        near.append(name)
    known = [name for near in latin.values() for name in near]
    for name in foreign:
        fitting = [other for other in known if _fits(other, name)]
        if all(find_likeness(fitting[0], other) for other in fitting[1:]):
            yield from ((name, other) for other in fitting[:1])


def _make_block(folded: str) -> tuple[int, str]:
    """Make a key that spellings of one name share, so that few pairs are compared."""
    words = name_words(folded)
    return len(words), "".join(word[0].replace("h", "g") for word in words)


@lru_cache(maxsize=100_000)
def is_latin(folded: str) -> bool:
    """Tell whether a folded name is written in Latin letters."""
    return _LATIN.match(folded) is not None


@lru_cache(maxsize=100_000)
def _romanise(name: str) -> str:
    """Write a name of a script with all its vowels in Latin letters; others give nothing."""
    folded = fold_letters(name)
    return fold_letters(anyascii(folded)) if _VOWELLED.match(folded) else ""


def _fits(latin: str, foreign: str) -> bool:
    words = name_words(latin)
    if len(words) < 2 or " " not in foreign.strip():
        return False
    letters = read_letters(foreign)
    if letters is not None:
        return letters.fullmatch(" ".join(words)) is not None
    return _are_spellings(latin, _romanise(foreign))


def _are_spellings(one: str, other: str) -> bool:
    """Tell whether each word of a full name is a spelling of the other's word at its place."""
    first, second = name_words(one), name_words(other)
    if len(first) != len(second) or len(first) < 2:
        return False
    return all(map(is_spelling_of, first, second))
