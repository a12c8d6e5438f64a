"""Casualties: one count in a claim."""

from typing import Literal, TypeAlias

from msgspec import Struct

Outcome: TypeAlias = Literal[
    "killed",
    "injured",
    "missing",
    "detained",
    "abducted",
    "tortured",
    "sexual_violence",
    "displaced",
    "other",
]
Counting: TypeAlias = Literal["total", "additional", "cumulative"]
Status: TypeAlias = Literal["civilian", "combatant", "disputed", "unknown"]


class Casualties(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One count as stated: low and high are inclusive, a null bound is open or unknown.

    `text` are the words of the count and its group at [start, end); `group` the words for who is
    counted; `side` the side stated for them; `scope` the words when the count is wider than the
    event ("across the district since Monday"); `part_of` the id of the count it is included in.
    """

    id: str
    outcome: Outcome
    low: int | None
    high: int | None
    vague: bool = False
    approximate: bool = False
    counting: Counting = "total"
    status: Status = "unknown"
    group: str | None
    side: str | None = None
    scope: str | None = None
    text: str
    start: int
    end: int
    part_of: str | None = None
    pattern: str
