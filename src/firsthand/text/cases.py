"""Cases: texts in capitals, shown in the case they would usually have."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Literal

from spacy.lookups import Lookups
from spacy.pipeline import Lemmatizer

from firsthand.text.parses import load_parser

# Headlines and names hold capitals in any text; a text in capitals has hardly anything else.
LEAST_CAPITALS = 0.8

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# The point of "U.S." ends no sentence; a dateline ends with dashes and a note in brackets.
_SENTENCE_END = re.compile(
    r"(?:(?<![.\s][A-Z])\.|[!?:])\s+[\"“(\[]*$|^\s*[\"“(\[]*$|\n\s*\n\s*$"
    r"|--\s+(?:\[[^\]]*\]\s*)*$"
)
_VOWEL = re.compile(r"[aeiouyAEIOUYÀ-ÿ]")
# Endings of English words with what stands in the dictionary instead.
_ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("est", ""),
)
# Of the words that a dictionary does not list: the closed classes.
_SMALL = frozenset(
    """
    a an the and or but nor of in on at to from by for with without into onto upon over under
    after before between among against during since until about as than that this these those
    which who whom whose what when where why how if because while although though not no is are
    was were be been being has have had do does did will would shall should can could may might
    must it its he she they we you i his her their our your my him them us me himself herself
    itself themselves ourselves there here more most less least some any all each every other
    another such only also very too so then now per via unless whether toward towards within
    throughout across along around behind beside besides beyond near off out up down through like
    one two three four five six seven eight nine ten eleven twelve everyone everybody someone
    somebody anyone anybody nobody nothing something anything everything both either neither
    """.split()
)

_DAYS = frozenset(
    """
    january february april june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday
    """.split()
)
# Given names that English words are also; beside a name they are part of it.
_GIVEN = frozenset(
    """
    angel art bill bob chuck dean drew faith frank gene grace grant guy hector hope jack jesus josh
    leon mark max mercedes nick pat peter ray rob roger rosa salvador santos sue tony victor will
    """.split()
)
# What a word is: one of the language, one of the language that names also are, a name, or one
# that has a capital without being part of the name beside it.
Rank = Literal["common", "noun", "name", "capital"]


def is_upper_case(text: str) -> bool:
    """Tell whether a text is written in capitals throughout."""
    letters = [character for character in text if character.isalpha()]
    cased = [character for character in letters if character.isupper() or character.islower()]
    if len(cased) < 40:
        return False
    return sum(character.isupper() for character in cased) >= LEAST_CAPITALS * len(cased)


def truecase(text: str, names: Collection[str] = ()) -> str:
    """Return a text in capitals in its usual case, of the same length in code points.

    `names` are words that keep a capital although a dictionary lists them, in small letters.
    """
    matches = list(_WORD.finditer(text))
    ranks = _rank_words(text, matches, names)
    parts = []
    end = 0
    for match, rank in zip(matches, ranks, strict=True):
        parts.append(text[end : match.start()])
        starts = _SENTENCE_END.search(text[max(0, match.start() - 60) : match.start()]) is not None
        parts.append(_change_word(match[0], small=rank in ("common", "noun") and not starts))
        end = match.end()
    parts.append(text[end:])
    return "".join(parts)


def _rank_words(text: str, matches: Sequence[re.Match[str]], names: Collection[str]) -> list[Rank]:
    """Tell words from names: a noun right before a name, or after one, belongs to it."""
    ranks: list[Rank] = [
        "capital" if _is_month(text, match) else _rank_word(_lower(match[0]), names)
        for match in matches
    ]
    for place in range(len(ranks) - 1):
        if ranks[place : place + 2] == ["name", "noun"] and _touch(text, matches, place):
            ranks[place + 1] = "name"
    for place in range(len(ranks) - 1, 0, -1):
        if ranks[place - 1 : place + 1] == ["noun", "name"] and _touch(text, matches, place - 1):
            ranks[place - 1] = "name"
    return ranks


def _is_month(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word that also means something else names a month: it stands by a number."""
    if _lower(word[0]) not in ("may", "march"):
        return False
    before, after = text[: word.start()].rstrip()[-1:], text[word.end() :].lstrip()[:1]
    return before.isdigit() or after.isdigit()


def _touch(text: str, matches: Sequence[re.Match[str]], place: int) -> bool:
    """Tell whether only blanks stand between a word and the next."""
    return text[matches[place].end() : matches[place + 1].start()].isspace()


def _rank_word(word: str, names: Collection[str]) -> Rank:
    """Tell a common word from a name; a word listed as a noun only may be either."""
    bare = re.sub(r"['’]s?$", "", word)
    if bare in _SMALL:
        return "common"
    if len(bare) == 1 or bare in names or bare in _DAYS or not _VOWEL.search(bare):
        return "capital"
    if bare in _GIVEN:
        return "noun"
    nouns, others = _load_dictionary()
    forms = list(_list_forms(bare))
    if any(form in others for form in forms):
        return "common"
    return "noun" if any(form in nouns for form in forms) else "name"


def _list_forms(word: str) -> Iterator[str]:
    """List what a dictionary may have a word under: "bombings" under "bombing"."""
    yield word
    for ending, base in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            yield stem + base
            if not base and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _load_dictionary() -> tuple[frozenset[str], frozenset[str]]:
    """Load the words of the parser's own dictionary: those that are nouns only, and all others."""
    lemmatizer = load_parser().get_pipe("lemmatizer")
    lookups = lemmatizer.lookups if isinstance(lemmatizer, Lemmatizer) else Lookups()
    index = lookups.get_table("lemma_index")
    irregular = lookups.get_table("lemma_exc")
    others: set[str] = set()
    for kind in ("verb", "adj", "adv"):
        others.update(index.get(kind, ()), irregular.get(kind, {}))
    return frozenset(index["noun"]) | frozenset(irregular.get("noun", {})), frozenset(others)


def _change_word(word: str, *, small: bool) -> str:
    if not word.isupper():
        return word
    lowered = _lower(word)
    if small:
        return lowered
    # Abbreviations have no vowels ("FMLN"); short capitals that are no common word stay too.
    if len(word) > 1 and not _VOWEL.search(word):
        return word
    return word[0] + lowered[1:] if len(word) > 1 else word


def _lower(word: str) -> str:
    """Return a word in small letters, character by character where that keeps its length."""
    return "".join(
        character.lower() if len(character.lower()) == 1 else character for character in word
    )
