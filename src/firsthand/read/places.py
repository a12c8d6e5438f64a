"""Places: each toponym of a report resolved to a point, or left open with its candidates."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from msgspec import Struct
from spacy.tokens import Doc

from firsthand.lexicon.gazetteers import Entry, Gazetteer, find_country, fold_name, look_up
from firsthand.lexicon.sites import Site
from firsthand.lexicon.tables import load_table, load_words
from firsthand.model.places import Candidate, Place, PlacePrecision
from firsthand.model.spans import Part
from firsthand.read.toponyms import find_toponyms
from firsthand.text.parses import get_text, slice_text

# Without any context only a place known far beyond its country is taken, and only if no other
# place of its name comes near it in size.
KNOWN_POPULATION = 100_000
CLEAR_RATIO = 5

MOST_CANDIDATES = 5

_KINDS: dict[str, PlacePrecision] = {
    "country": "country",
    "province": "province",
    "district": "district",
    "town": "town",
}
_SITE_KINDS: dict[str, PlacePrecision] = {
    **_KINDS,
    "city": "town",
    "village": "town",
    "region": "region",
}
_COMMA_NAME = re.compile(r"^,\s+((?:[A-Z][\w.'’-]+\s?){1,3})")
_PROVINCE_OF = re.compile(
    r"\bin\s+(?:\w+\s+)?((?:[A-Z][\w'’-]+\s?){1,3}) (?:province|state|region)"
)


class _Context(Struct, frozen=True, kw_only=True):
    """What a whole report says of where it is: countries by mention, names of sites."""

    countries: tuple[str, ...]
    site_names: frozenset[str]


def find_places(doc: Doc, gazetteer: Gazetteer, sites: Sequence[Site]) -> tuple[Place, ...]:
    """Find the places a report names; in doubt a place stays unresolved, with its candidates."""
    parts = find_toponyms(doc, sites)
    context = _read_context(doc, gazetteer, parts)
    return tuple(_resolve(doc, part, gazetteer, sites, context) for part in parts)


def find_countries(doc: Doc, gazetteer: Gazetteer, parts: Sequence[Part]) -> Counter[str]:
    """Count how often a report speaks of each country, by its name or its adjective."""
    counted: Counter[str] = Counter()
    for start, end in parts:
        country = find_country(gazetteer, slice_text(doc, start, end))
        if country is not None:
            counted[country] += 1
    for token in doc:
        if token.text[:1].isupper():
            country = _load_adjectives().get(token.text.rstrip("s")) or _load_adjectives().get(
                token.text
            )
            if country is not None:
                counted[country] += 1
    return counted


def _read_context(doc: Doc, gazetteer: Gazetteer, parts: Sequence[Part]) -> _Context:
    countries = find_countries(doc, gazetteer, parts)
    ordered = sorted(countries, key=lambda code: (-countries[code], code))
    return _Context(countries=tuple(ordered), site_names=_find_site_names(doc))


def _find_site_names(doc: Doc) -> frozenset[str]:
    """Find names that stand with a kind of site anywhere ("Camp X", "X prison")."""
    kinds = load_words("place_words")
    names = set()
    for token in doc:
        if token.lower_ not in kinds:
            continue
        for other in (token.i - 1, token.i + 1):
            if not 0 <= other < len(doc) or doc[other].pos_ != "PROPN":
                continue
            if other > token.i and not token.text[0].isupper():
                continue
            names.add(fold_name(doc[other].text))
    return frozenset(names)


def _resolve(
    doc: Doc, part: Part, gazetteer: Gazetteer, sites: Sequence[Site], context: _Context
) -> Place:
    words = slice_text(doc, *part)
    site = next((item for item in sites if _is_named(item, words)), None)
    if site is not None:
        return _place_site(site, words, part)
    entries = look_up(gazetteer, words)
    if _names_site(words, context):
        return _leave_open(words, part, entries, "a site that is in no table of sites")
    if not entries:
        return _leave_open(words, part, (), "no gazetteer has this name")
    country = next((entry for entry in entries if entry.kind == "country"), None)
    if country is not None:
        return _place_entry(country, words, part, "the name of a country")
    stated = _find_stated(doc, part, gazetteer)
    entry, reason = _choose(entries, stated, context)
    if entry is None:
        return _leave_open(words, part, entries, reason)
    return _place_entry(entry, words, part, reason)


def _choose(
    entries: Sequence[Entry], stated: str | None, context: _Context
) -> tuple[Entry | None, str]:
    """Choose among the places of a name by the country the report states, else by its size."""
    if stated is not None:
        inside = [entry for entry in entries if entry.country == stated]
        if inside:
            return _take_largest(inside, f"the report says it is in {stated}")
    spoken_of = [entry for entry in entries if entry.country in context.countries]
    main = [entry for entry in spoken_of if entry.main]
    if main or spoken_of:
        taken, reason = _take_largest(main or spoken_of, "the report speaks of its country")
        if taken is not None:
            return taken, reason
        first = [entry for entry in main or spoken_of if entry.country == context.countries[0]]
        return (
            _take_largest(first, "in the country the report speaks of most")
            if first
            else (None, reason)
        )
    known = entries[0]
    others = [entry.population for entry in entries[1:] if entry.geonames != known.geonames]
    clear = known.population >= CLEAR_RATIO * max(others, default=0)
    if known.main and known.population >= KNOWN_POPULATION and clear:
        return known, "the one large place of this name"
    return None, "several places have this name" if others else "too small to be taken unasked"


def _take_largest(entries: Sequence[Entry], reason: str) -> tuple[Entry | None, str]:
    """Take the largest place of a country unless another of its name is nearly as large."""
    ordered = sorted(
        entries, key=lambda entry: (not entry.main, entry.kind != "town", -entry.population)
    )
    first = ordered[0]
    near = [
        entry
        for entry in ordered[1:]
        if entry.main == first.main
        and entry.kind == first.kind
        and entry.geonames != first.geonames
        and abs(entry.latitude - first.latitude) + abs(entry.longitude - first.longitude) > 0.5
        and entry.population * CLEAR_RATIO > first.population
    ]
    if near:
        return None, f"{len(near) + 1} places of this name there"
    return first, reason


def _find_stated(doc: Doc, part: Part, gazetteer: Gazetteer) -> str | None:
    """Return the country stated right after a place: "X, Iraq", "X in northern Y province"."""
    after = get_text(doc)[part[1] : part[1] + 60]
    for pattern in (_COMMA_NAME, _PROVINCE_OF):
        match = pattern.search(after)
        if match is None:
            continue
        name = match[1].strip()
        country = find_country(gazetteer, name)
        if country is not None:
            return country
        province = [entry for entry in look_up(gazetteer, name) if entry.kind == "province"]
        if len({entry.country for entry in province}) == 1:
            return province[0].country
    return None


def _is_named(site: Site, words: str) -> bool:
    folded = fold_name(words)
    return any(fold_name(name) == folded for name in (site.name, *site.names))


def _names_site(words: str, context: _Context) -> bool:
    """Tell whether words name a site: with its kind ("Camp X"), or as the report does elsewhere."""
    folded = fold_name(words)
    return folded in context.site_names or bool(set(folded.split()) & load_words("place_words"))


def _place_site(site: Site, words: str, part: Part) -> Place:
    return Place(
        name=site.name,
        text=words,
        start=part[0],
        end=part[1],
        latitude=site.latitude,
        longitude=site.longitude,
        precision=_SITE_KINDS.get(site.kind, "site"),
        country=site.country,
        geonames=None,
        site=site.name,
        reason="named in sites.csv",
    )


def _place_entry(entry: Entry, words: str, part: Part, reason: str) -> Place:
    return Place(
        name=entry.name,
        text=words,
        start=part[0],
        end=part[1],
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=_KINDS[entry.kind],
        country=entry.country,
        geonames=entry.geonames,
        site=None,
        reason=reason,
    )


def _leave_open(words: str, part: Part, entries: Sequence[Entry], reason: str) -> Place:
    return Place(
        name=words,
        text=words,
        start=part[0],
        end=part[1],
        latitude=None,
        longitude=None,
        precision="unknown",
        country=None,
        geonames=None,
        site=None,
        reason=reason,
        candidates=tuple(
            Candidate(
                name=entry.name,
                latitude=entry.latitude,
                longitude=entry.longitude,
                country=entry.country,
                geonames=entry.geonames,
                reason="has this name" if entry.main else "has this among its other names",
            )
            for entry in entries[:MOST_CANDIDATES]
        ),
    )


@cache
def _load_adjectives() -> dict[str, str]:
    return {
        adjective: row["country"]
        for row in load_table("countries")
        for adjective in row["adjectives"].split("|")
        if adjective != "-"
    }
