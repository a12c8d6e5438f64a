"""Places: toponyms with their points."""

from eval.packs import Record
from eval.texts import load_gazetteer, parse_record
from firsthand.model.places import Place
from firsthand.read.places import find_places


def predict_places(record: Record) -> dict[str, object]:
    """Predict the toponyms of a text; one left open has no point."""
    found = find_places(parse_record(record), load_gazetteer(), ())
    return {"toponyms": [_write(place) for place in found]}


def _write(place: Place) -> dict[str, object]:
    return {
        "start": place.start,
        "end": place.end,
        "lat": place.latitude,
        "lon": place.longitude,
        "geonameid": place.geonames,
    }
