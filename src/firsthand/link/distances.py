"""Distances: whether two mentions may mean one place, by name and by kilometres."""

import re
from functools import lru_cache

from firsthand.lexicon.tables import load_words
from firsthand.model.places import Place
from firsthand.text.names import fold_letters

# Places at most this far apart may be one: a market and its town.
NEAR_KM = 30
# Two sites of different names at least this far apart are two places, however near on a map.
SITES_APART_KM = 1
# Two towns, or sites in them, farther apart than this are two places.
APART_KM = 40

# Where the dead and the wounded are brought.
_WARD = re.compile(
    r"\b(?:hospital|clinic|morgue|mortuary|infirmary|medical cent(?:er|re))\b", re.IGNORECASE
)
_EXACT = ("site", "town")
WIDE = frozenset({"province", "district", "region"})


def compare_places(one: Place | None, other: Place | None) -> bool | None:
    """Tell whether two places are one; None if that is not known."""
    if one is None or other is None:
        return None
    if is_same_name(one, other):
        return True
    if one.latitude is None or other.latitude is None:
        return None
    if takes_in(one) or takes_in(other):
        return None
    if are_other_sites(one, other):
        return False
    if {one.precision, other.precision} & WIDE:
        return measure_distance(one, other) <= 5 * NEAR_KM or None
    return measure_distance(one, other) <= NEAR_KM


def are_apart(one: Place, other: Place) -> bool:
    """Tell whether two places exclude each other: far towns, or different countries."""
    if one.country is not None and other.country is not None and one.country != other.country:
        return True
    if one.precision not in _EXACT or other.precision not in _EXACT:
        return False
    if one.latitude is None or other.latitude is None or takes_in(one) or takes_in(other):
        return False
    if are_other_sites(one, other):
        return True
    return measure_distance(one, other) > APART_KM


def are_other_sites(one: Place, other: Place) -> bool:
    """Tell whether two places are sites apart: a station and a bridge, a kilometre or more off."""
    if one.precision != "site" or other.precision != "site" or is_same_name(one, other):
        return False
    if takes_in(one) or takes_in(other):
        return False
    distance = measure_distance(one, other)
    return SITES_APART_KM <= distance < float("inf")


def takes_in(place: Place) -> bool:
    """Tell whether a place is where the dead and wounded are brought: it is not where it was."""
    return place.precision == "site" and bool(_WARD.search(place.name))


def is_same_name(one: Place, other: Place) -> bool:
    """Tell whether two places have one name, the kind of site aside: "Camp X" and "X"."""
    if one.country is not None and other.country is not None and one.country != other.country:
        return False
    return strip_kind(one.name) == strip_kind(other.name)


@lru_cache(maxsize=100_000)
def strip_kind(name: str) -> str:
    """Return a place's name as a match key, without the word for what it is."""
    words = fold_letters(name).split()
    kept = [word for word in words if word not in load_words("place_words")]
    return " ".join(kept or words)


def measure_distance(one: Place, other: Place) -> float:
    """Return roughly how many kilometres two resolved places lie apart."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return float("inf")
    north = (one.latitude or 0) - (other.latitude or 0)
    east = ((one.longitude or 0) - (other.longitude or 0)) * 0.8
    return float(111 * (north**2 + east**2) ** 0.5)
