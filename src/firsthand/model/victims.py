"""Victims: persons named or individually described as harmed."""

from typing import Literal

from msgspec import Struct

from firsthand.model.actors import Name
from firsthand.model.casualties import Outcome


class Victim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One person as the reports give them; every field but the names may be unknown.

    `names` hold every spelling with its place in a report; a victim without a name has the words
    of the description there ("a 9-year-old girl").
    """

    id: str
    names: tuple[Name, ...]
    age: int | None = None
    sex: Literal["female", "male"] | None = None
    role: str | None = None
    relation: str | None = None
    outcome: Outcome
    incident: str | None = None
    claims: tuple[str, ...] = ()
