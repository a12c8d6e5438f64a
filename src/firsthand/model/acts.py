"""Acts: what is said to have been done, by whom, to whom, with what."""

from typing import Literal, TypeAlias

from msgspec import Struct

Confidence: TypeAlias = Literal["stated", "suspected", "accused", "claimed", "denied"]
Form: TypeAlias = Literal["active", "passive", "nominal", "light verb", "participle", "infinitive"]


class Participant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agent, target or instrument of an act, in the words of the report.

    `confidence` tells how an agent is tied to the act, `by` who ties them to it (words of the
    report, e.g. the accuser); both null for targets and instruments.
    """

    text: str
    actor: str | None = None
    start: int
    end: int
    confidence: Confidence | None = None
    by: str | None = None


class Act(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One act with its trigger words at [start, end); `type` is from `lexicon/acts.tsv`."""

    type: str
    form: Form
    start: int
    end: int
    agents: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    instruments: tuple[Participant, ...] = ()
    negated: bool = False
    pattern: str
