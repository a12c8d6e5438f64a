"""Own gold: the cases of eval/gold as values, whose offsets are checked when they are loaded."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType

from firsthand.model.acts import Form
from firsthand.model.attributions import Role, Stance
from firsthand.model.casualties import Counting, Outcome, Status
from firsthand.model.norms import NormKind, Relation
from firsthand.model.spans import Part
from firsthand.model.times import Basis, Precision

OWN_GOLD = Path(__file__).parent / "gold"


class Words(Struct, frozen=True, kw_only=True):
    """Words of a case at [start, end)."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Part:
        """The characters of the words."""
        return self.start, self.end


class Case(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text with its number and the kind of source that it sounds like."""

    id: str
    setting: str
    text: str


class GoldLink(Words, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that name a link, and others that name the same."""

    role: Role
    also: tuple[Words, ...]


class ChainCase(Case, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A claim's words with everybody through whom it comes; a trap only looks like a saying."""

    trigger: Words
    chain: tuple[GoldLink, ...]
    sort: str
    trap: bool


class StanceCase(Case, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of a claim with its stance."""

    words: Words
    stance: Stance


class AliasCase(Case, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The mentions of a text, those of one actor together."""

    sets: tuple[tuple[Words, ...], ...]
    trap: str | None


class GoldCount(Words, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A count; a field left out is not tested, `part_of` is the index of the whole."""

    outcome: Outcome
    low: int | None
    high: int | None
    vague: bool
    approximate: bool
    part_of: int | None
    counting: Counting | UnsetType = UNSET
    status: Status | UnsetType = UNSET
    group: str | UnsetType | None = UNSET


class CountCase(Case, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All counts of people harmed in a text."""

    counts: tuple[GoldCount, ...]


class GoldTime(Words, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An expression of time with its interval, null where it must stay unresolved."""

    first: str | None = msgspec.field(name="from")
    last: str | None = msgspec.field(name="to")
    precision: Precision
    basis: Basis | None


class TimeCase(Case, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Expressions of time of a text with its date of publication."""

    published: str | None
    times: tuple[GoldTime, ...]


class GoldAct(Words, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act with the types that are right for it; a field left out is not tested."""

    types: tuple[str, ...]
    agents: tuple[Words, ...] | UnsetType = UNSET
    targets: tuple[Words, ...] | UnsetType = UNSET
    form: Form | UnsetType = UNSET


class ActCase(Case, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Acts of a text; none at all if the list is empty."""

    acts: tuple[GoldAct, ...]


class GoldNorm(Words, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that invoke a rule."""

    name: str
    kind: NormKind
    relation: Relation | UnsetType = UNSET


class NormCase(Case, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Rules invoked in a text; none at all if the list is empty."""

    norms: tuple[GoldNorm, ...]


AnyCase = TypeVar("AnyCase", bound=Case)


def load_cases(name: str, kind: type[AnyCase]) -> tuple[AnyCase, ...]:
    """Load the cases of a set; raises ValueError where words do not stand at their offsets."""
    lines = (OWN_GOLD / f"{name}.jsonl").read_bytes().splitlines()
    cases = tuple(msgspec.json.decode(line, type=kind) for line in lines)
    for case in cases:
        for words in find_words(case):
            if case.text[words.start : words.end] != words.text:
                raise ValueError(f"{case.id}: “{words.text}” is not at {words.start}. Mend it.")
    return cases


def find_words(value: object) -> Iterator[Words]:
    """Find all words inside a case, however deep they stand."""
    if isinstance(value, Words):
        yield value
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from find_words(getattr(value, name))
    if isinstance(value, tuple):
        for item in value:
            yield from find_words(item)
