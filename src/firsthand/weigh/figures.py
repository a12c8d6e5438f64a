"""Figures: what one claim states of one toll, with who states it and as of when."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from firsthand.model.attributions import Stance
from firsthand.model.casualties import Casualties, Counting, Outcome
from firsthand.model.claims import Claim
from firsthand.model.incidents import TollStatus
from firsthand.model.reports import Report
from firsthand.text.numbers import find_quantities
from firsthand.weigh.origins import Origin, is_headline

STATUSES: tuple[TollStatus, ...] = ("civilian", "combatant", "disputed")


class Figure(Struct, frozen=True, kw_only=True):
    """One figure of one claim for one outcome, status, side and scope; bounds are inclusive.

    `individual` tells that the words speak of single people ("her neighbour", "X and two sons");
    `shot` that they only say who was shot, `headline` that they stand in a title; `order` is the
    place of the claim in the account.
    """

    claim: str
    report: str
    origin: Origin
    as_of: str | None
    stance: Stance
    outcome: Outcome
    status: TollStatus
    side: str | None
    scope: str | None
    low: int | None
    high: int | None
    vague: bool
    counting: Counting
    individual: bool
    shot: bool = False
    headline: bool
    order: int

    @property
    def day(self) -> str:
        """The day it was stated, or nothing where that is not known."""
        return (self.as_of or "")[:10]

    @property
    def row(self) -> tuple[str, str, str | None, str | None]:
        """The toll it speaks of."""
        return self.outcome, self.status, self.side, self.scope

    @property
    def largest(self) -> int:
        """The largest number it states."""
        return max(self.low or 0, self.high or 0)


def find_figures(
    claims: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, Origin]
) -> tuple[Figure, ...]:
    """Find every figure of an incident's claims: one for all, one for each status stated."""
    return tuple(
        figure
        for order, claim in enumerate(claims)
        for figure in _read_claim(claim, order, reports[claim.report], origins[claim.id])
    )


def _read_claim(claim: Claim, order: int, report: Report, origin: Origin) -> Iterator[Figure]:
    for outcome, side, scope in _list_rows(claim):
        counts = [
            count
            for count in claim.casualties
            if (count.outcome, count.side, count.scope) == (outcome, side, scope)
        ]
        whole = _choose_whole([count for count in counts if count.part_of is None])
        by_status = [(status, [c for c in counts if c.status == status]) for status in STATUSES]
        for status, members in (("all", whole), *by_status):
            if members:
                yield _make_figure(claim, order, report, origin, status, members)


def _list_rows(claim: Claim) -> list[tuple[Outcome, str | None, str | None]]:
    rows = [(count.outcome, count.side, count.scope) for count in claim.casualties]
    return list(dict.fromkeys(rows))


def _choose_whole(counts: Sequence[Casualties]) -> Sequence[Casualties]:
    """Choose what adds up to the whole: "bringing the toll to 26" holds the four more who died.

    "No civilians were killed" says nothing of all: a count of zero for one status is no whole.
    """
    counts = [count for count in counts if count.high != 0 or count.status == "unknown"]
    cumulative = [count for count in counts if count.counting == "cumulative"]
    return cumulative[-1:] or counts


def _make_figure(
    claim: Claim,
    order: int,
    report: Report,
    origin: Origin,
    status: TollStatus,
    counts: Sequence[Casualties],
) -> Figure:
    """Add up the counts of one claim: "two soldiers and three porters were killed" are five."""
    first = counts[0]
    lows = [count.low for count in counts]
    highs = [count.high for count in counts]
    return Figure(
        claim=claim.id,
        report=claim.report,
        origin=origin,
        as_of=report.published,
        stance=claim.stance,
        outcome=first.outcome,
        status=status,
        side=first.side,
        scope=first.scope,
        low=None if all(low is None for low in lows) else sum(low or 0 for low in lows),
        high=None if None in highs else sum(high or 0 for high in highs),
        vague=any(count.vague for count in counts),
        counting=_join_counting(counts),
        individual=first.high != 0 and not all(find_quantities(count.text) for count in counts),
        shot=all(count.pattern.endswith(" shoot") for count in counts),
        headline=is_headline(claim, report),
        order=order,
    )


def _join_counting(counts: Sequence[Casualties]) -> Counting:
    kinds = {count.counting for count in counts}
    return kinds.pop() if len(kinds) == 1 else "total"
