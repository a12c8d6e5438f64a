"""Incidents: events in time and place that claims speak about, with what is weighed of them."""

from typing import Literal, TypeAlias

from msgspec import Struct

from firsthand.model.casualties import Counting, Outcome
from firsthand.model.claims import Review
from firsthand.model.places import Place
from firsthand.model.reports import Caution
from firsthand.model.times import TimeSpan

TollStatus: TypeAlias = Literal["all", "civilian", "combatant", "disputed", "unknown"]
ResponsibilityStance: TypeAlias = Literal["alleged", "accepted", "denied"]
Question: TypeAlias = Literal["whether it happened", "who did it", "who was hit", "how many"]
ExclusionCode: TypeAlias = Literal[
    "retracted",
    "denied",
    "predicted",
    "conditional",
    "demanded",
    "opinion",
    "party denial",
    "may have lived",
    "single people",
    "vague",
    "copy",
    "moved",
    "earlier",
    "in a later figure",
    "said elsewhere",
    "may be a part",
    "part of the whole",
    "other scope",
    "not identified",
    "above the most conservative",
]
IncidentRelation: TypeAlias = Literal["precedent", "prior warning", "response", "follow-up"]


class Responsibility(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An actor said to have done it, accepting it or denying it, by these claims.

    `first` and `last` are the publication days of the first and the last report that says so.
    """

    actor: str
    stance: ResponsibilityStance
    claims: tuple[str, ...]
    first: str | None = None
    last: str | None = None


class Denial(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A denial with the question it answers and the claims that say what it denies.

    `by` is the actor who denies, or their words; `withdrawn` are later claims in which the same
    party accepts it. `answers` is empty where nobody says what is denied.
    """

    claim: str
    by: str
    question: Question
    answers: tuple[str, ...]
    withdrawn: tuple[str, ...] = ()
    reason: str


class Affected(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group or person said to have been harmed, in the words of these claims."""

    text: str
    actor: str | None
    claims: tuple[str, ...]


class Suggestion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure offered to the people who decide, with the rule and the reason."""

    value: int
    rule: str
    reason: str


class Exclusion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A claim left out of a toll, and why: `code` for machines, `reason` for people.

    `code` is null only in accounts written before there were codes.
    """

    claim: str
    code: ExclusionCode | None = None
    reason: str


class Combined(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the counts of several places give together, each of which counts a part of the whole.

    `low` is the largest of them, if all others are in it; `high` their sum, less those stated to
    have been moved from one to another.
    """

    low: int
    high: int
    moved: int
    reason: str
    claims: tuple[str, ...]


class TollEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One figure in the history of a toll: as of when, by whom."""

    as_of: str | None
    low: int | None
    high: int | None
    counting: Counting
    speaker: str | None
    claim: str


class Toll(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reconciled figure for one outcome, status, side and scope.

    `low` is the smallest low, `high` the largest stated figure; `open` is true if one of them has
    no upper bound; `best` stays null until people or a rule of their case settle it; `combined`
    adds up counts of parts (the bodies at two hospitals); `claims` decide the figure, `excluded`
    were left out; `named` counts the victims named.
    """

    outcome: Outcome
    status: TollStatus
    side: str | None
    scope: str | None
    low: int | None
    high: int | None
    open: bool
    best: int | None = None
    suggested: Suggestion | None = None
    combined: Combined | None = None
    rule: str
    reason: str
    claims: tuple[str, ...]
    excluded: tuple[Exclusion, ...] = ()
    named: int = 0
    history: tuple[TollEntry, ...] = ()
    review: Review = "machine"


class OriginCount(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many origins the claims go back to: at least, at most, and how many are unresolved."""

    low: int
    high: int
    unresolved: int


class SourceGroup(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Reports that go back to one origin, and why."""

    reason: str
    reports: tuple[str, ...]


class Sources(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many reports, publishers and origins an incident rests on."""

    reports: int
    publishers: int
    origins: OriginCount
    groups: tuple[SourceGroup, ...] = ()


class Side(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer to a contested question, with the claims that give it and who says so."""

    answer: str
    claims: tuple[str, ...]
    origins: tuple[str, ...] = ()


class Contradiction(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same question with incompatible answers."""

    about: str
    sides: tuple[Side, ...]
    reason: str


class Related(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another incident or a claim that stands in a relation to this incident."""

    incident: str | None
    claim: str | None
    relation: IncidentRelation
    reason: str


class Criterion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One criterion of a grading scheme; `met` is null when the account cannot tell."""

    name: str
    met: bool | None
    reason: str


class Grading(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which criteria of a scheme are met; the grade itself is a person's, so null at first."""

    scheme: str
    criteria: tuple[Criterion, ...]
    grade: str | None = None


class Included(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether an incident meets the criteria of its case, as somebody decided, and why."""

    state: Literal["included", "excluded", "pending"]
    reason: str
    who: str | None = None
    when: str | None = None


class Incident(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One event that claims speak about; the title names place, date and act, never a side.

    `inclusion` is null outside a case, where nobody decides on it.
    """

    id: str
    title: str
    time: TimeSpan | None
    place: Place | None
    acts: tuple[str, ...]
    review: Review = "machine"
    reason: str = ""
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    responsibility: tuple[Responsibility, ...] = ()
    affected: tuple[Affected, ...] = ()
    tolls: tuple[Toll, ...] = ()
    sources: Sources | None = None
    denials: tuple[Denial, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    related: tuple[Related, ...] = ()
    cautions: tuple[Caution, ...] = ()
    grading: Grading | None = None
    inclusion: Included | None = None
