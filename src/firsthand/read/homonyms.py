"""Homonyms: which of the places of one name a report means, or none while that stays open."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log10

from msgspec import Struct
from spacy.tokens import Doc

from firsthand.lexicon.countries import load_adjectives, load_neighbours
from firsthand.lexicon.gazetteers import Entry, Gazetteer, look_up
from firsthand.lexicon.keys import fold_name
from firsthand.model.spans import Part
from firsthand.read.placenames import Named, name_place
from firsthand.read.vicinities import Meant, weigh_vicinities
from firsthand.read.whereabouts import find_stated
from firsthand.text.names import is_spelling_of

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
_MOST_MENTIONS = 5
_SMALLER_NAME = 1.5
_BARE_DISTRICT = 2.0
_LARGE_PART = 0.15
# What other names must say at least for a place that they lie around.
_CLEARLY_NEAR = 1.2
# A province is named rather than the village called after it; a capital rather than a namesake.
_RANKS = {"province": 1.5, "capital": 2.0, "district": -0.5}


class Setting(Struct, frozen=True, kw_only=True):
    """What a whole report says of where it is.

    `countries` and `provinces` by the names that speak of them and how often; `stated` the province
    or country that the report itself puts a folded name into ("Oster, Marenia"); `near` what the
    report's other names speak for a place that they lie around, in points.
    """

    countries: Mapping[str, Mapping[str, int]]
    provinces: Mapping[str, Mapping[str, int]]
    stated: Mapping[str, str]
    near: Mapping[Meant, float] = {}


def read_setting(doc: Doc, gazetteer: Gazetteer, parts: Sequence[Part]) -> Setting:
    """Read which countries and provinces a report speaks of."""
    stated = dict(find_stated(doc, gazetteer, parts))
    spoken = list(_find_adjectives(doc))
    spoken.extend(stated.items())
    spoken.extend(_find_inside_names(doc, gazetteer, parts))
    names = [name_place(doc, part, gazetteer) for part in parts]
    for named in names:
        certain = _take_certain(look_up(gazetteer, named.words))
        if certain is not None:
            spoken.append((fold_name(named.words), certain.province or certain.country))
    near = weigh_vicinities(names, gazetteer)
    setting = _make_setting(spoken, stated, near)
    for _ in range(2):
        # The towns that are clear by now tell about the others.
        setting = _make_setting([*spoken, *_find_clear(names, gazetteer, setting)], stated, near)
    return setting


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
    if country is not None and _is_town_meant(fitting, country, named, setting):
        fitting = [entry for entry in fitting if entry is not country]
    elif country is not None and not _is_province_meant(fitting, country, named, setting):
        return country, "the name of a country"
    return _take_best(fitting, named, setting, None)


def is_told(entry: Entry, setting: Setting) -> bool:
    """Tell whether a report speaks of a place's province or names it beside other places."""
    own = fold_name(entry.name)
    if entry.kind in ("country", "province"):
        return True
    return _name_context(entry, setting, own) is not None


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


def _find_clear(
    names: Sequence[Named], gazetteer: Gazetteer, setting: Setting
) -> Iterator[tuple[str, str]]:
    for named in names:
        entry, _ = choose_entry(look_up(gazetteer, named.words), named, setting)
        if entry is not None and entry.province and entry.kind in ("town", "district"):
            yield fold_name(named.words), entry.province


def _make_setting(
    spoken: Sequence[tuple[str, str]], stated: Mapping[str, str], near: Mapping[Meant, float]
) -> Setting:
    countries: dict[str, Counter[str]] = {}
    provinces: dict[str, Counter[str]] = {}
    for name, code in spoken:
        countries.setdefault(code.split(".")[0], Counter())[name] += 1
        if "." in code:
            provinces.setdefault(code, Counter())[name] += 1
    return Setting(countries=countries, provinces=provinces, stated=stated, near=near)


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


def _is_town_meant(
    entries: Sequence[Entry], country: Entry, named: Named, setting: Setting
) -> bool:
    """Tell whether a country's name means a town of which the report names the surroundings."""
    own = fold_name(named.words)
    return not _count(setting.countries, country.country, own) and any(
        entry.main
        and entry.country != country.country
        and _weigh_near(entry, setting, own) >= _CLEARLY_NEAR
        for entry in entries
    )


def _take_best(
    entries: Sequence[Entry], named: Named, setting: Setting, reason: str | None
) -> tuple[Entry | None, str]:
    own = fold_name(named.words)
    known = [
        entry
        for entry in entries
        if reason or _is_name_of(entry, own) or _is_at_home(entry, setting, own)
    ]
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
    points += _weigh_near(entry, setting, own)
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


def _weigh_near(entry: Entry, setting: Setting, own: str) -> float:
    return setting.near.get((own, entry.geonames or 0), 0.0)


def _name_context(entry: Entry, setting: Setting, own: str) -> str | None:
    if _count(setting.provinces, entry.province, own):
        return "the report speaks of its province"
    if _count(setting.countries, entry.country, own):
        return "the report speaks of its country"
    if _weigh_near(entry, setting, own) >= _CLEARLY_NEAR:
        return "other places of the report lie around it"
    return None


def _is_name_of(entry: Entry, own: str) -> bool:
    """Tell whether a name is a place's main name or a spelling of it, or the place is large."""
    if entry.main or entry.kind not in ("town", "capital"):
        return True
    if entry.population >= RENAMED_POPULATION:
        return True
    main = fold_name(entry.name).split()
    return bool(set(main) & set(own.split())) or is_spelling_of(main[-1], own.split()[-1])


def _is_at_home(entry: Entry, setting: Setting, own: str) -> bool:
    """Tell whether a place is large in the country of which a report speaks most."""
    count = _count(setting.countries, entry.country, own)
    most = max((_count(setting.countries, code, own) for code in setting.countries), default=0)
    return entry.population >= KNOWN_POPULATION and 0 < most <= count


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
