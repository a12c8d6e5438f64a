"""Placenames: the words of a toponym as gazetteers know them, and the kind the report calls it."""

import re

from msgspec import Struct
from spacy.tokens import Doc

from firsthand.lexicon.gazetteers import Gazetteer, look_up
from firsthand.lexicon.tables import load_words
from firsthand.model.spans import Part
from firsthand.read.enumerations import JOINT, NAME, list_neighbours
from firsthand.text.parses import get_text

_KIND_WORDS = {
    **dict.fromkeys(("province", "governorate", "state", "oblast", "region"), "province"),
    **dict.fromkeys(("district", "county", "parish"), "district"),
    **dict.fromkeys(("city", "town", "village", "port", "municipality"), "town"),
    "republic": "country",
}
# Words for several places count only with an enumeration: "Hill and Dale counties".
_PLURALS = {
    **dict.fromkeys(("provinces", "governorates", "states", "oblasts", "regions"), "province"),
    **dict.fromkeys(("districts", "counties", "parishes"), "district"),
    **dict.fromkeys(("cities", "towns", "villages", "municipalities"), "town"),
}
_KINDS = "|".join(_KIND_WORDS)
_MANY = "|".join(_PLURALS)
_KIND_AFTER = re.compile(rf"\s{{1,3}}({_KINDS})\b", re.IGNORECASE)
_KIND_BEFORE = re.compile(rf"\b({_KINDS})\sof\s(?:the\s)?$", re.IGNORECASE)
_KIND_INSIDE = re.compile(
    rf"(?:the\s+)?(?:({_KINDS})\s+of\s+(?:the\s+)?(.+)|(.+?)\s+({_KINDS}))$", re.IGNORECASE
)
_DIRECTION = re.compile(
    r"(?:(?:north|south)?-?(?:north|south|east|west)(?:ern)?|central|upper|lower|greater|downtown)\s+",
    re.IGNORECASE,
)
_ABBREVIATIONS = {
    "N.": "North",
    "S.": "South",
    "E.": "East",
    "W.": "West",
    "Co.": "County",
    "Twp.": "Township",
    "Ft.": "Fort",
    "Mt.": "Mount",
}
_ABBREVIATION = re.compile(r"(?<![\w.])(?:[NSEW]|Co|Twp|Ft|Mt)\.(?=\s|$)")
_MANY_AFTER = re.compile(rf"(?:{JOINT}{NAME}){{1,15}}\s({_MANY})\b")
_MANY_BEFORE = re.compile(rf"\b({_MANY})\sof\s(?:{NAME}{JOINT}){{0,15}}$")
_LAST_OF_MANY = re.compile(rf"\s({_MANY})\b")
_JOINED = re.compile(rf"[\w.]{JOINT}$")
_ENUMERATION_LENGTH = 200
# So many neighbours in an enumeration of provinces make a name that of a province.
_LEAST_PEERS = 2


class Named(Struct, frozen=True, kw_only=True):
    """A name of a place: the words to look up, and the kind of place that the report calls it."""

    words: str
    kind: str | None = None


def name_place(doc: Doc, part: Part, gazetteer: Gazetteer) -> Named:
    """Name a place as gazetteers do: "the city of X", "X province" are X of a kind."""
    text = get_text(doc)
    words = text[part[0] : part[1]]
    if not look_up(gazetteer, words):
        words = _ABBREVIATION.sub(_spell_out, words)
    kind = _read_kind(text, part) or _read_peers(text, part, gazetteer)
    if look_up(gazetteer, words):
        return Named(words=words, kind=kind)
    inside = _KIND_INSIDE.match(words)
    if inside is not None:
        word = (inside[1] or inside[4]).casefold()
        return Named(words=inside[2] or inside[3], kind=_KIND_WORDS[word])
    direction = _DIRECTION.match(words)
    if direction is not None and words[direction.end() :].casefold() not in _load_features():
        return Named(words=words[direction.end() :], kind=kind)
    return Named(words=words, kind=kind)


def strip_kinds(name: str) -> frozenset[str]:
    """Return the words of a folded name without those that only tell its kind."""
    return frozenset(name.split()) - _KIND_WORDS.keys() - _PLURALS.keys()


def _spell_out(found: re.Match[str]) -> str:
    return _ABBREVIATIONS[found[0]]


def _load_features() -> frozenset[str]:
    """Load the words that are no names without their direction: "the North Island"."""
    return load_words("place_features") | load_words("place_words")


def _read_kind(text: str, part: Part) -> str | None:
    """Read the kind that stands beside a name or its enumeration: "A, B and C counties"."""
    before = text[max(0, part[0] - _ENUMERATION_LENGTH) : part[0]]
    found = _KIND_AFTER.match(text, part[1]) or _KIND_BEFORE.search(before)
    if found is not None:
        return _KIND_WORDS[found[1].casefold()]
    found = _MANY_AFTER.match(text, part[1]) or _MANY_BEFORE.search(before)
    if found is None and _JOINED.search(before):
        found = _LAST_OF_MANY.match(text, part[1])
    return _PLURALS[found[1]] if found is not None else None


def _read_peers(text: str, part: Part, gazetteer: Gazetteer) -> str | None:
    """Read the kind off an enumeration of provinces: "Texas, Utah, Washington and Wyoming"."""
    own = [e for e in look_up(gazetteer, text[part[0] : part[1]]) if e.kind == "province"]
    if not any(entry.main for entry in own):
        return None
    peers = 0
    for side in list_neighbours(text, part):
        for place, name in enumerate(side):
            first = next(iter(look_up(gazetteer, name)), None)
            if first is None or first.kind != "province" or not first.main:
                if place == 0 and first is not None and first.kind != "country":
                    return None
                break
            peers += any(entry.country == first.country for entry in own)
    return "province" if peers >= _LEAST_PEERS else None
