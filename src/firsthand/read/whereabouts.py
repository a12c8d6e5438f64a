"""Whereabouts: what a report says right beside a name of where it lies."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from firsthand.lexicon.gazetteers import Entry, Gazetteer, look_up
from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_table
from firsthand.model.spans import Part
from firsthand.text.parses import get_text

_COMMA_NAME = re.compile(r"\s*,\s+(?:in\s+)?(?:the\s+)?((?:[A-Z][\w.'’-]*\s?){1,3})")
_PROVINCE_OF = re.compile(
    r"\bin\s+(?:[\w-]+\s+){0,3}?((?:[A-Z][\w'’-]+\s?){1,3}?),?\s+"
    r"(?:[Pp]rovince|[Ss]tate|[Rr]egion|[Gg]overnorate|[Cc]ounty)"
)
_COUNTRY_OF = re.compile(
    r"in\s+(?:the\s+)?(?:[\w-]+ern\s+|(?:north|south|east|west|centre|center)\s+of\s+)?"
    r"((?:[A-Z][\w'’-]+\s?){1,3}?)(?=[\s.,;:)]|$)"
)
_OWNER = re.compile(
    r"((?:[A-Z][\w.-]*\s){0,2}[A-Z][\w.-]*)['’]s?\s+(?:\w+ern\s+|\w+\s+city of\s+)?$"
)


def find_stated(doc: Doc, gazetteer: Gazetteer, parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Find what the report says a name lies in: "X, Marenia", "X in northern Y province"."""
    text = get_text(doc)
    for start, end in parts:
        words = text[start:end]
        entries = look_up(gazetteer, words)
        if not entries:
            continue
        for name in _read_surroundings(text, start, end):
            for code in _find_codes(gazetteer, name):
                if _can_state(entries, code):
                    yield fold_name(words), code


def _can_state(entries: Sequence[Entry], code: str) -> bool:
    """Tell whether a place lies in what is named after it; "Iraq, Iran" is only a list."""
    peers = [entry for entry in entries if entry.main and entry.kind in ("country", "province")]
    if any(entry.kind == "country" or "." in code for entry in peers):
        return False
    return any(code in (entry.country, entry.province) for entry in entries)


def _read_surroundings(text: str, start: int, end: int) -> Iterator[str]:
    match = _COMMA_NAME.match(text, end)
    if match is not None:
        words = match[1].split()
        yield from (" ".join(words[:count]) for count in range(len(words), 0, -1))
    for pattern in (_PROVINCE_OF, _COUNTRY_OF):
        match = pattern.match(text, end + 1)
        if match is not None:
            yield match[1]
    match = _OWNER.search(text, max(0, start - 40), start)
    if match is not None:
        yield match[1]


def _find_codes(gazetteer: Gazetteer, name: str) -> tuple[str, ...]:
    """Return the codes of the countries and provinces that a name means."""
    if name in _load_short_codes():
        return (_load_short_codes()[name],)
    entries = look_up(gazetteer, name.rstrip(",;"))
    return tuple(
        entry.country if entry.kind == "country" else entry.province or entry.country
        for entry in entries
        if entry.kind in ("country", "province")
    )


@cache
def _load_short_codes() -> dict[str, str]:
    """Load the two letters of American states, which count only after a comma."""
    codes = (row["province"] for row in load_table("province_names"))
    return {code[3:]: code.replace("-", ".") for code in codes if code.startswith("US-")}
