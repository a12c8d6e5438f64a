"""Triggers: which sentences of a text may speak of harm to people, told by their words alone."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from firsthand.lexicon.tables import load_table
from firsthand.model.spans import Part

# A sentence ends at a mark before a blank and a capital, or at an empty line. Cut too seldom, it
# costs time; cut too often, it costs what the sentence says: so not after these.
_END = re.compile(r"\n\s*\n|(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?i:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|St|vs|Brig|Cpl|Prof|Hon"
    r"|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Messrs|Inc|Corp|Co|Ltd|al)|\bNo|\b[A-Z]|\b[ap]\.m)\.$"
)
_ABBREVIATION_LENGTH = 10
_WORD = re.compile(r"[a-z]+")
# "the Marins' death" is a possessive as "Marin's death" is.
_POSSESSIVE = re.compile(r"s['’] ")
# "BELMURO, May 14 (Tavarra Wire) -": what times and places of the whole report count from.
_DATELINE = re.compile(r"\s*[A-Z][A-Z' .-]{2,30}[^\n]{0,60}?\s(?:-{1,2}|–|—)\s")

Company = tuple[frozenset[str], int]


def find_relevant(text: str) -> tuple[Part, ...]:
    """Find the sentences that may hold a claim about harm to people; none = skip the report.

    A dateline comes along, so that what is found keeps its day and its place.
    """
    if not _may_speak(set(_WORD.findall(text.lower()))):
        return ()
    found = tuple(part for part in cut_sentences(text) if _speaks(text[slice(*part)]))
    dateline = _DATELINE.match(text)
    if not found or dateline is None or found[0][0] == 0:
        return found
    return (dateline.span(), *found)


def cut_sentences(text: str) -> Iterator[Part]:
    """Cut a text into sentences by its marks alone, faster and more coarsely than the parser."""
    start = 0
    for match in _END.finditer(text):
        before = text[max(start, match.start() - _ABBREVIATION_LENGTH) : match.start()]
        if match[0].count("\n") < 2 and _ABBREVIATION.search(before):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _may_speak(words: set[str]) -> bool:
    return not words.isdisjoint(_load_sure()) or not words.isdisjoint(_load_companies().keys())


def _speaks(sentence: str) -> bool:
    words = _WORD.findall(_POSSESSIVE.sub("s s ", sentence.lower()))
    known = set(words)
    if not known.isdisjoint(_load_sure()):
        return True
    doubtful = known.intersection(_load_companies())
    return bool(doubtful) and any(
        _has_company(words, place, _load_companies()[word])
        for place, word in enumerate(words)
        if word in doubtful
    )


def _has_company(words: list[str], place: int, companies: tuple[Company, ...]) -> bool:
    return any(
        not beside.isdisjoint(words[max(place - within, 0) : place + within + 1])
        for beside, within in companies
    )


@cache
def _load_sure() -> frozenset[str]:
    """Load the words that speak of harm wherever they stand: those of outcomes.tsv, and some."""
    sure = {form for row in load_table("outcomes") for form in _inflect(row["word"])}
    doubtful: set[str] = set()
    for row in load_table("triggers"):
        forms = _list_forms(row)
        (sure if row["beside"] == "*" else doubtful).update(forms)
        sure.difference_update(() if row["beside"] == "*" else forms)
    return frozenset(sure)


@cache
def _load_companies() -> Mapping[str, tuple[Company, ...]]:
    """Load the words that speak of harm only beside others, with those others."""
    companies: dict[str, tuple[Company, ...]] = {}
    for row in load_table("triggers"):
        if row["beside"] in ("*", "-"):
            continue
        company = frozenset(row["beside"].split("|")), int(row["within"])
        for form in _list_forms(row):
            companies[form] = (*companies.get(form, ()), company)
    return companies


def _list_forms(row: Mapping[str, str]) -> set[str]:
    irregular = set(filter(None, row["forms"].split("|")))
    return irregular | {form for word in row["word"].split("|") for form in _give_forms(word)}


def _give_forms(word: str) -> Iterator[str]:
    """Give the forms of a word; one written with = before it stands for itself alone."""
    yield from (word[1:],) if word.startswith("=") else _inflect(word)


def _inflect(word: str) -> Iterator[str]:
    """Give a word with its regular endings, and some that no word has: they are never met."""
    yield from (word, f"{word}s", f"{word}es", f"{word}ed", f"{word}ing")
    yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing")
    if word.endswith("y"):
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied")
