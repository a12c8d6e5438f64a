"""Homonyms: which of the places of one name a report means, or none while that stays open."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import log10

from msgspec import Struct
from spacy.tokens import Doc

from firsthand.lexicon.countries import load_adjectives, load_neighbours
from firsthand.lexicon.gazetteers import Entry, Gazetteer, look_up
from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_table
from firsthand.model.spans import Part
from firsthand.text.names import is_spelling_of
from firsthand.text.parses import get_text

# Without any context only a place known far beyond its country is taken.
KNOWN_POPULATION = 100_000
# Another name that is no spelling of the main one (an old name, a nickname) needs a larger place.
RENAMED_POPULATION = 500_000
# Points of the choice: one tenfold of people is one point. A place wins by this many points.
CLEAR_MARGIN = 0.5
_SAME_PROVINCE = 3.0
_SAME_COUNTRY = 2.0
_LEADING_COUNTRY = 0.5
_NEIGHBOUR = 1.0
_EACH_MENTION = 0.4
# So many names that all lie in one province, and in no other one, are no chance.
_LEAST_SHARED = 2
_MOST_MENTIONS = 5
_SMALLER_NAME = 1.0
_BARE_DISTRICT = 2.0
_LARGE_PART = 0.15
# A province is named rather than the village called after it; a capital rather than a namesake.
_RANKS = {"province": 1.5, "capital": 2.0, "district": -0.5}

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
_KIND_WORDS = {
    **dict.fromkeys(("province", "governorate", "state", "oblast", "region"), "province"),
    **dict.fromkeys(("district", "county", "counties", "parish"), "district"),
    **dict.fromkeys(("city", "town", "village", "port", "municipality"), "town"),
    "republic": "country",
}
_KINDS = "|".join(_KIND_WORDS)
_KIND_AFTER = re.compile(rf"\s+({_KINDS})\b", re.IGNORECASE)
_KIND_INSIDE = re.compile(
    rf"(?:the\s+)?(?:({_KINDS})\s+of\s+(?:the\s+)?(.+)|(.+?)\s+({_KINDS}))$", re.IGNORECASE
)
_DIRECTION = re.compile(
    r"(?:(?:north|south)?-?(?:north|south|east|west)(?:ern)?|central|upper|lower|greater|downtown)\s+",
    re.IGNORECASE,
)


class Setting(Struct, frozen=True, kw_only=True):
    """What a whole report says of where it is.

    `countries` and `provinces` by the names that speak of them and how often; `stated` the province
    or country that the report itself puts a folded name into ("Oster, Marenia").
    """

    countries: Mapping[str, Mapping[str, int]]
    provinces: Mapping[str, Mapping[str, int]]
    stated: Mapping[str, str]


class Named(Struct, frozen=True, kw_only=True):
    """A name of a place: the words to look up, and the kind of place that the report calls it."""

    words: str
    kind: str | None = None


def read_setting(doc: Doc, gazetteer: Gazetteer, parts: Sequence[Part]) -> Setting:
    """Read which countries and provinces a report speaks of."""
    stated = dict(_find_stated(doc, gazetteer, parts))
    spoken = list(_find_adjectives(doc))
    spoken.extend(stated.items())
    spoken.extend(_find_inside_names(doc, gazetteer, parts))
    names = [name_place(doc, part, gazetteer) for part in parts]
    for named in names:
        certain = _take_certain(look_up(gazetteer, named.words))
        if certain is not None:
            spoken.append((fold_name(named.words), certain.province or certain.country))
    spoken.extend(_find_shared(names, gazetteer))
    setting = _make_setting(spoken, stated)
    for _ in range(2):
        # The towns that are clear by now tell about the others.
        setting = _make_setting([*spoken, *_find_clear(names, gazetteer, setting)], stated)
    return setting


def name_place(doc: Doc, part: Part, gazetteer: Gazetteer) -> Named:
    """Name a place as gazetteers do: "the city of X", "X province" are X of a kind."""
    text = get_text(doc)
    words = text[part[0] : part[1]]
    after = _KIND_AFTER.match(text, part[1])
    kind = _KIND_WORDS[after[1].casefold()] if after else None
    if look_up(gazetteer, words):
        return Named(words=words, kind=kind)
    inside = _KIND_INSIDE.match(words)
    if inside is not None:
        word = (inside[1] or inside[4]).casefold()
        return Named(words=inside[2] or inside[3], kind=_KIND_WORDS[word])
    direction = _DIRECTION.match(words)
    if direction is not None:
        return Named(words=words[direction.end() :], kind=kind)
    return Named(words=words, kind=kind)


def choose_entry(
    entries: Sequence[Entry], named: Named, setting: Setting
) -> tuple[Entry | None, str]:
    """Choose the place a report means by a name, with the reason; None while it stays open."""
    fitting = [entry for entry in entries if named.kind in (None, _kind_of(entry))] or entries
    stated = setting.stated.get(fold_name(named.words))
    if stated is not None:
        inside = [entry for entry in fitting if stated in (entry.country, entry.province)]
        if inside:
            return _take_best(inside, named, setting, f"the report says it is in {stated}")
    country = next((entry for entry in fitting if entry.kind == "country"), None)
    if country is not None and not _is_province_meant(fitting, country, named, setting):
        return country, "the name of a country"
    return _take_best(fitting, named, setting, None)


def _find_inside_names(
    doc: Doc, gazetteer: Gazetteer, parts: Sequence[Part]
) -> Iterator[tuple[str, str]]:
    """Find countries and provinces inside other names: "the Marenia State Police"."""
    taken = {position for part in parts for position in range(*part)}
    for token in doc:
        if token.pos_ != "PROPN" or token.idx in taken or len(token) < 4:
            continue
        pair = doc[token.i : token.i + 2].text
        for words in (token.text, pair):
            certain = _take_certain(look_up(gazetteer, words))
            if certain is not None and certain.kind in ("country", "province") and certain.main:
                yield fold_name(words), certain.province or certain.country


def _find_shared(names: Sequence[Named], gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Find the one province that most of a report's names could lie in together."""
    homes: dict[str, set[str]] = {}
    for named in names:
        for entry in look_up(gazetteer, named.words):
            if entry.main and entry.province is not None and entry.kind != "province":
                homes.setdefault(entry.province, set()).add(fold_name(named.words))
    sizes = sorted((len(found) for found in homes.values()), reverse=True)
    if not sizes or sizes[0] < _LEAST_SHARED or sizes[1:2] == sizes[:1]:
        return
    for code, found in homes.items():
        if len(found) == sizes[0]:
            yield from ((name, code) for name in sorted(found))


def _find_clear(
    names: Sequence[Named], gazetteer: Gazetteer, setting: Setting
) -> Iterator[tuple[str, str]]:
    for named in names:
        entry, _ = choose_entry(look_up(gazetteer, named.words), named, setting)
        if entry is not None and entry.province and entry.kind in ("town", "district"):
            yield fold_name(named.words), entry.province


def _make_setting(spoken: Sequence[tuple[str, str]], stated: Mapping[str, str]) -> Setting:
    countries: dict[str, Counter[str]] = {}
    provinces: dict[str, Counter[str]] = {}
    for name, code in spoken:
        countries.setdefault(code.split(".")[0], Counter())[name] += 1
        if "." in code:
            provinces.setdefault(code, Counter())[name] += 1
    return Setting(countries=countries, provinces=provinces, stated=stated)


def _count(spoken: Mapping[str, Mapping[str, int]], code: str | None, own: str) -> int:
    """Count how often a report speaks of a country or province by other names than its own."""
    return sum(number for name, number in spoken.get(code or "", {}).items() if name != own)


def _is_province_meant(
    entries: Sequence[Entry], country: Entry, named: Named, setting: Setting
) -> bool:
    """Tell whether a country's name means a province of another country: Georgia in America."""
    own = fold_name(named.words)
    return any(
        entry.kind == "province"
        and entry.main
        and entry.country != country.country
        and _count(setting.provinces, entry.province, own)
        and _count(setting.countries, entry.country, own)
        > 2 * _count(setting.countries, country.country, own)
        for entry in entries
    )


def _take_best(
    entries: Sequence[Entry], named: Named, setting: Setting, reason: str | None
) -> tuple[Entry | None, str]:
    own = fold_name(named.words)
    known = [entry for entry in entries if reason or _is_name_of(entry, own)]
    if not known:
        return None, "only another name of a place"
    weights = {id(entry): _weigh(entry, setting, own) for entry in known}
    ordered = sorted(known, key=lambda entry: -weights[id(entry)])
    first, heaviest = _prefer_town(ordered, named, setting), weights[id(ordered[0])]
    near = [
        entry
        for entry in ordered[1:]
        if entry is not first
        and heaviest - weights[id(entry)] < CLEAR_MARGIN
        and _are_apart(first, entry)
    ]
    if near:
        return None, f"{len(near) + 1} places may be meant"
    context = reason or _name_context(first, setting, own)
    if context is not None:
        return first, context
    if first.kind in ("country", "capital") or first.population >= KNOWN_POPULATION:
        return first, "the one large place of this name"
    alone = len({entry.geonames for entry in entries}) == 1 and first.main
    if alone and all(not _count(setting.countries, code, own) for code in setting.countries):
        return first, "the only place of this name, in a report that speaks of no country"
    return None, "too small to be taken unasked"


def _prefer_town(ordered: Sequence[Entry], named: Named, setting: Setting) -> Entry:
    """Prefer the town to the province that is named after it, unless it is but a small part.

    A country's capital comes before a far province of its name of which nothing else is said.
    """
    first = ordered[0]
    if first.kind != "province" or named.kind is not None:
        return first
    spoken = _count(setting.provinces, first.province, fold_name(named.words))
    for entry in ordered[1:]:
        if _kind_of(entry) != "town" or (first.main and not entry.main):
            continue
        large = entry.population >= _LARGE_PART * first.population
        seat = entry.kind == "capital" and entry.country == first.country and not spoken
        if seat or (large and not _are_apart(first, entry)):
            return entry
    return first


def _weigh(entry: Entry, setting: Setting, own: str) -> float:
    """Weigh how likely a report means a place: its people, its name, what else is named there."""
    points = log10(max(entry.population, 1))
    if not entry.main:
        points -= _BARE_DISTRICT if entry.kind == "district" else _SMALLER_NAME
    points += _RANKS.get(entry.kind, 0)
    near = _count(setting.provinces, entry.province, own)
    if near:
        points += _SAME_COUNTRY if entry.kind == "province" else _SAME_PROVINCE
        points += _EACH_MENTION * min(near, _MOST_MENTIONS)
    count = _count(setting.countries, entry.country, own)
    if count:
        points += _SAME_COUNTRY
        if count >= max(_count(setting.countries, code, own) for code in setting.countries):
            points += _LEADING_COUNTRY
    elif any(
        code in load_neighbours().get(entry.country, ()) and _count(setting.countries, code, own)
        for code in setting.countries
    ):
        points += _NEIGHBOUR
    return points


def _name_context(entry: Entry, setting: Setting, own: str) -> str | None:
    if _count(setting.provinces, entry.province, own):
        return "the report speaks of its province"
    if _count(setting.countries, entry.country, own):
        return "the report speaks of its country"
    return None


def _is_name_of(entry: Entry, own: str) -> bool:
    """Tell whether a name is a place's main name or a spelling of it, or the place is large."""
    if entry.main or entry.kind not in ("town", "capital"):
        return True
    if entry.population >= RENAMED_POPULATION:
        return True
    main = fold_name(entry.name).split()
    return bool(set(main) & set(own.split())) or is_spelling_of(main[-1], own.split()[-1])


def _are_apart(one: Entry, other: Entry) -> bool:
    """Tell whether two entries lie apart: a town and the province named after it do not."""
    if one.geonames == other.geonames:
        return False
    if one.province == other.province and one.kind != other.kind:
        return False
    return abs(one.latitude - other.latitude) + abs(one.longitude - other.longitude) > 1


def _kind_of(entry: Entry) -> str:
    return "town" if entry.kind == "capital" else entry.kind


def _take_certain(entries: Sequence[Entry]) -> Entry | None:
    """Return the entry of a name that nobody could take for another place."""
    if not entries:
        return None
    first = entries[0]
    if first.kind == "country":
        return first if not any(e.kind == "province" and e.main for e in entries) else None
    rest = [entry for entry in entries[1:] if _are_apart(first, entry)]
    most = max((entry.population for entry in rest), default=0)
    clear = first.population >= 20 * max(most, 1) or (first.kind == "province" and first.main)
    return first if clear and first.population >= KNOWN_POPULATION else None


def _find_stated(
    doc: Doc, gazetteer: Gazetteer, parts: Sequence[Part]
) -> Iterator[tuple[str, str]]:
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


def _find_adjectives(doc: Doc) -> Iterator[tuple[str, str]]:
    """Find the adjectives of countries that a report uses, with the country."""
    adjectives = load_adjectives()
    for token in doc:
        if not token.text[:1].isupper():
            continue
        pair = f"{token.text} {doc[token.i + 1].text}" if token.i + 1 < len(doc) else ""
        for words in (token.text, token.text.rstrip("s"), pair):
            if words in adjectives:
                yield words.rstrip("s"), adjectives[words]
                break
