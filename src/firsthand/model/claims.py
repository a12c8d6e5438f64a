"""Claims: assertions in a report, tied to the exact words that make them."""

from typing import Literal, TypeAlias

from msgspec import Struct

from firsthand.model.acts import Act
from firsthand.model.attributions import Link, Stance
from firsthand.model.casualties import Casualties
from firsthand.model.media import MediaPart
from firsthand.model.norms import Norm
from firsthand.model.places import Place
from firsthand.model.spans import Part
from firsthand.model.times import TimeSpan

Kind: TypeAlias = Literal[
    "act",
    "casualties",
    "warning",
    "knowledge",
    "omission",
    "obligation",
    "response",
    "statement",
]
Review: TypeAlias = Literal["machine", "reviewed", "second_reviewed"]
FlagKind: TypeAlias = Literal[
    "negation",
    "hedge",
    "question",
    "condition",
    "future",
    "demand",
    "opinion",
    "loaded",
    "comparison",
]


class Flag(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that bear on how a claim is to be read: hedges, negations, loaded wording."""

    kind: FlagKind
    start: int
    end: int


class Claim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One assertion; `attribution` runs from the outermost link to the first speaker.

    An empty attribution means that the report's author speaks. `quote` is the text at `parts`,
    joined by " … "; a claim that people entered from a picture, a recording or a film has no parts,
    rests on `source`, and quotes what they heard or saw. `translation` is of the quote, made by
    `translator`. `incident` is null while the claim belongs to none. `rejected` is true if people
    found that the report does not claim it: it stays, and counts for nothing.
    """

    id: str
    report: str
    parts: tuple[Part, ...]
    quote: str
    kind: Kind
    stance: Stance
    review: Review = "machine"
    rejected: bool = False
    incident: str | None = None
    pattern: str
    attribution: tuple[Link, ...] = ()
    act: Act | None = None
    casualties: tuple[Casualties, ...] = ()
    time: TimeSpan | None = None
    place: Place | None = None
    norms: tuple[Norm, ...] = ()
    flags: tuple[Flag, ...] = ()
    source: MediaPart | None = None
    translation: str | None = None
    translator: str | None = None
