"""Actors: resolved persons, states, forces, organisations, outlets, groups and documents."""

from typing import Literal, TypeAlias

from msgspec import Struct

ActorType: TypeAlias = Literal[
    "person",
    "state",
    "security force",
    "armed organisation",
    "organisation",
    "outlet",
    "group of people",
    "document",
    "place",
    "unknown",
]


class Name(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One spelling of a name where it stands, with the reason it belongs to its entity."""

    text: str
    report: str
    start: int
    end: int
    reason: str


class Actor(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entity with all its names and spellings, each with its reason."""

    id: str
    name: str
    type: ActorType
    names: tuple[Name, ...]


class Mention(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of a report that mean an actor: a name, a role or a pronoun at [start, end)."""

    start: int
    end: int
    actor: str
    reason: str
