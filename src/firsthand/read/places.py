"""Places: each toponym of a report resolved to a point, or left open with its candidates."""

import re
from collections.abc import Sequence

from msgspec import Struct, structs
from spacy.tokens import Doc

from firsthand.lexicon.gazetteers import Entry, Gazetteer, look_up
from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.sites import Site
from firsthand.lexicon.tables import load_words
from firsthand.lexicon.territories import Territory, load_territories
from firsthand.model.places import Candidate, Place, PlacePrecision
from firsthand.model.spans import Part
from firsthand.read.homonyms import Setting, choose_entry, is_told, read_setting
from firsthand.read.namesakes import find_namesake
from firsthand.read.placenames import Named, name_place
from firsthand.read.toponyms import find_toponyms
from firsthand.text.parses import get_text, slice_text

MOST_CANDIDATES = 5

_KINDS: dict[str, PlacePrecision] = {
    "country": "country",
    "province": "province",
    "district": "district",
    "town": "town",
    "capital": "town",
}
_SITE_KINDS: dict[str, PlacePrecision] = {
    **_KINDS,
    "city": "town",
    "village": "town",
    "region": "region",
}
# Sites that are known by a name of their own; an airport or a hospital has that of its town.
_OWN_NAMED = frozenset({"camp", "prison", "jail", "base", "barracks", "garrison", "checkpoint"})
_NAMED_AFTER = frozenset({"fort", "hotel", "clinic", "field"})
# "12 km north of X", "on the outskirts of X": the point is that of X, the place is not.
_NEAR = re.compile(
    r"(?:\b(?:north|south|east|west|(?:north|south)(?:east|west))(?:ern)?(?:\s+edge|\s+outskirts)?\s+of"
    r"|\b(?:kms?|kilomet(?:er|re)s?|miles?)\s+(?:away\s+)?from"
    r"|\b(?:outskirts|edge|vicinity|suburbs?)\s+of"
    r"|\b(?:near|outside|close\s+to))"
    r"\s+(?:the\s+)?(?:(?:town|city|village)\s+of\s+)?$",
    re.IGNORECASE,
)


class _Context(Struct, frozen=True, kw_only=True):
    """What a whole report says of where it is, the names that it gives to sites and to places."""

    setting: Setting
    site_names: frozenset[str]
    names: frozenset[str]


def find_places(doc: Doc, gazetteer: Gazetteer, sites: Sequence[Site]) -> tuple[Place, ...]:
    """Find the places a report names; in doubt a place stays unresolved, with its candidates."""
    parts = find_toponyms(doc, gazetteer, sites)
    context = _Context(
        setting=read_setting(doc, gazetteer, parts),
        site_names=_find_site_names(doc),
        names=frozenset(fold_name(slice_text(doc, *part)) for part in parts),
    )
    return tuple(_resolve(doc, part, gazetteer, sites, context) for part in parts)


def _find_site_names(doc: Doc) -> frozenset[str]:
    """Find names that stand with a kind of site anywhere: "Camp X", "X prison", not "X airport"."""
    kinds = load_words("place_words")
    names = set()
    for token in doc:
        if token.lower_ not in kinds:
            continue
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        own = token.lower_ in _OWN_NAMED or token.lower_ in _NAMED_AFTER
        if after is not None and after.pos_ == "PROPN" and token.text[0].isupper() and own:
            names.add(fold_name(after.text))
        if token.i > 0 and token.lower_ in _OWN_NAMED and doc[token.i - 1].pos_ == "PROPN":
            names.add(fold_name(doc[token.i - 1].text))
    return frozenset(names)


def _resolve(
    doc: Doc, part: Part, gazetteer: Gazetteer, sites: Sequence[Site], context: _Context
) -> Place:
    words = slice_text(doc, *part)
    site = next((item for item in sites if _is_named(item, words)), None)
    if site is not None:
        return _place_site(site, words, part)
    named = name_place(doc, part, gazetteer)
    entries = look_up(gazetteer, named.words)
    namesake = _find_town_of_site(words, part, gazetteer, context)
    if _names_site(words, entries, context):
        return namesake or _leave_open(words, part, entries, "a site that is in no table of sites")
    if named.kind is None and fold_name(words) not in context.setting.stated:
        wide = _find_wide(words, part)
        if wide is not None:
            return wide
    if not entries:
        return namesake or _leave_open(words, part, (), "no gazetteer has this name")
    entry, reason = choose_entry(entries, named, context.setting)
    if entry is None:
        return _leave_open(words, part, entries, reason)
    near = entry.kind in ("town", "capital") and _NEAR.search(
        get_text(doc), max(0, part[0] - 60), part[0]
    )
    return _place_entry(entry, words, part, reason, "near town" if near else _KINDS[entry.kind])


def _find_wide(words: str, part: Part) -> Place | None:
    """Find a part of the world: a sea or an island with a point, a continent without one."""
    territory = load_territories().get(fold_name(words))
    if territory is not None:
        return _place_territory(territory, words, part)
    if fold_name(words) not in load_words("regions"):
        return None
    found = _leave_open(words, part, (), "a part of the world without a point")
    return structs.replace(found, precision="region")


def _find_town_of_site(
    words: str, part: Part, gazetteer: Gazetteer, context: _Context
) -> Place | None:
    """Place a facility by the town in its name where the report speaks of it or around it."""
    name = find_namesake(words, gazetteer)
    if name is None:
        return None
    entry, reason = choose_entry(look_up(gazetteer, name), Named(words=name), context.setting)
    if entry is None or not (fold_name(name) in context.names or is_told(entry, context.setting)):
        return None
    precision = "near town" if entry.kind in ("town", "capital") else _KINDS[entry.kind]
    return _place_entry(entry, words, part, f"named after {name}: {reason}", precision)


def _is_named(site: Site, words: str) -> bool:
    folded = fold_name(words)
    return any(fold_name(name) == folded for name in (site.name, *site.names))


def _names_site(words: str, entries: Sequence[Entry], context: _Context) -> bool:
    """Tell whether words name a site: with its kind ("Camp X"), or as the report does elsewhere."""
    folded = fold_name(words)
    named = [entry for entry in entries if entry.kind in ("country", "province")]
    if any(entry.main or words.endswith(".") for entry in named):
        return False
    if folded in context.site_names:
        return True
    named_so = any(entry.main for entry in entries)
    return not named_so and bool(set(folded.split()) & load_words("place_words"))


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


def _place_territory(territory: Territory, words: str, part: Part) -> Place:
    return Place(
        name=territory.name,
        text=words,
        start=part[0],
        end=part[1],
        latitude=territory.latitude,
        longitude=territory.longitude,
        precision="region",
        country=None,
        geonames=None,
        site=None,
        reason="in the table of territories",
    )


def _place_entry(
    entry: Entry, words: str, part: Part, reason: str, precision: PlacePrecision
) -> Place:
    return Place(
        name=entry.name,
        text=words,
        start=part[0],
        end=part[1],
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=precision,
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
