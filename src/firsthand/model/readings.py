"""Readings: everything found in one report."""

from msgspec import Struct

from firsthand.model.actors import Actor
from firsthand.model.claims import Claim
from firsthand.model.places import Place
from firsthand.model.reports import Report
from firsthand.model.victims import Victim


class Reading(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report with its claims and the actors and victims they speak of."""

    report: Report
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]
    victims: tuple[Victim, ...]
    places: tuple[Place, ...]
