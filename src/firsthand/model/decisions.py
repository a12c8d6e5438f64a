"""Decisions: what people confirmed, changed, joined or settled; who, when, and why."""

from typing import Annotated, Literal, TypeAlias, get_args

from msgspec import Meta, Struct

from firsthand.model.casualties import Outcome
from firsthand.model.claims import Claim
from firsthand.model.incidents import TollStatus

DecisionKind: TypeAlias = Literal[
    # of a claim
    "confirm", "reject", "edit", "add",
    # of an incident
    "merge", "split", "include", "exclude", "pend", "settle", "grade",
    # of another decision
    "undo",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(DecisionKind)
Words: TypeAlias = Annotated[str, Meta(min_length=1, max_length=2000)]


class Figure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The figure that somebody settles on for a toll."""

    outcome: Outcome
    status: TollStatus
    value: Annotated[int, Meta(ge=0)]


class Decision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One decision of a person; it is never changed, only followed by others.

    `target` is the id of the claim, incident or decision it is about. `claim` is what an edited or
    added claim says; `other` is the incident that another one is merged with; `claims` are those
    that a split takes out of an incident; `figure` is what is settled, `grade` the grade given.
    """

    id: str
    when: str
    who: Words
    kind: DecisionKind
    target: str
    why: Words
    claim: Claim | None = None
    other: str | None = None
    claims: tuple[str, ...] = ()
    figure: Figure | None = None
    grade: str | None = None


class Verdict(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What people said of two claims: whether they speak of the same incident."""

    one: str
    other: str
    answer: Literal["same", "different", "unsure"]
    reason: str
