"""Sites: groups at two sites apart are two incidents; a town goes with its own site."""

from collections.abc import Mapping

from firsthand.link.distances import are_other_sites, is_same_name, measure_distance
from firsthand.link.events import Event
from firsthand.model.places import Place

Sites = Mapping[str, Place]


def find_sites(event: Event) -> dict[str, Place]:
    """Return the site of an event by its name, or nothing where it has none."""
    if event.place is None or event.place.precision != "site":
        return {}
    return {event.place.name: event.place}


def are_at_other_sites(some: Sites, others: Sites) -> bool:
    """Tell whether one group is at a site that lies apart from a site of the other."""
    return any(
        are_other_sites(place, other) for place in some.values() for other in others.values()
    )


def are_at_one_site(one: Event, other: Event) -> bool:
    """Tell whether two events are at a site of one name."""
    if one.place is None or other.place is None:
        return False
    if "site" not in (one.place.precision, other.place.precision):
        return False
    return one.place.precision == other.place.precision and is_same_name(one.place, other.place)


def measure_gap(one: Event, other: Event) -> float:
    """Return how many kilometres two events lie apart; 0 where that is not known."""
    if one.place is None or other.place is None:
        return 0.0
    distance = measure_distance(one.place, other.place)
    return distance if distance < float("inf") else 0.0
