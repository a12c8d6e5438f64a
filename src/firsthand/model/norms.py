"""Norms: legal rules, statuses, duties and designations as invoked, never decided."""

from typing import Literal, TypeAlias

from msgspec import Struct

NormKind: TypeAlias = Literal[
    "instrument", "status", "duty", "tribunal", "listing", "agreement", "doctrine", "breach"
]
Relation: TypeAlias = Literal["invoked", "owed", "breached", "claimed", "denied", "applied"]


class Norm(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A norm a claim invokes, at [start, end); `actor` is who is said to owe or breach it."""

    name: str
    kind: NormKind
    relation: Relation
    actor: str | None = None
    text: str
    start: int
    end: int
