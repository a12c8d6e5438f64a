"""Sites: the one point of an incident, where a pack asks for it."""

from collections.abc import Sequence

from firsthand.model.places import Place
from firsthand.model.readings import Reading

_ORDER = ("site", "town", "near town", "district", "province")


def choose_site(*readings: Reading) -> tuple[float, float] | None:
    """Choose the point of what readings tell: of the most exact places the one named most."""
    places = [place for reading in readings for place in _rank(reading)]
    for precision in _ORDER:
        near = [place for place in places if place.precision == precision]
        if near:
            return _locate(_find_commonest(near))
    return None


def _rank(reading: Reading) -> list[Place]:
    """Return the places of claims about harm first, then all others, that have a point."""
    of_claims = [
        claim.place
        for claim in reading.claims
        if claim.place is not None and (claim.casualties or claim.kind == "act")
    ]
    places = [place for place in (*of_claims, *reading.places) if place.latitude is not None]
    return sorted(places, key=lambda place: place.start)


def _find_commonest(places: Sequence[Place]) -> Place:
    names = [place.name for place in places]
    return max(places, key=lambda place: (names.count(place.name), -place.start))


def _locate(place: Place) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude
