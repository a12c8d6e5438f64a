"""Tolls: the figures of an incident reconciled, with their history and what was left out."""

from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from firsthand.model.incidents import Combined, Exclusion, Suggestion, Toll, TollEntry
from firsthand.model.victims import Victim
from firsthand.weigh.figures import Figure
from firsthand.weigh.parts import combine_parts
from firsthand.weigh.rules import DEFAULT_RULE, find_rule
from firsthand.weigh.sieves import SIEVES, Grounds
from firsthand.weigh.transfers import find_moves

_ORDER = ("killed", "injured", "missing", "detained", "abducted")


def reconcile_tolls(
    figures: Sequence[Figure],
    victims: Sequence[Victim],
    grounds: Grounds,
    rule: str = DEFAULT_RULE,
) -> tuple[Toll, ...]:
    """Reconcile the figures of one incident: a toll for each outcome, status, side and scope."""
    rows = sorted({figure.row for figure in figures}, key=_rank_row)
    wider = tuple(figure for figure in figures if figure.scope is not None)
    grounds = structs.replace(grounds, wider=wider)
    tolls = (
        reconcile_row([f for f in figures if f.row == row], victims, grounds, rule) for row in rows
    )
    return tuple(_note_wider(toll, figures) for toll in tolls if toll is not None)


def reconcile_row(
    figures: Sequence[Figure],
    victims: Sequence[Victim],
    grounds: Grounds,
    rule: str = DEFAULT_RULE,
) -> Toll | None:
    """Reconcile figures of one row by a rule of `RULES`; None if nobody states one."""
    chosen = find_rule(rule)
    kept: Sequence[Figure] = figures
    excluded: list[Exclusion] = []
    combined = None
    for place, sieve in enumerate((*SIEVES, *chosen.sieves)):
        if place == len(SIEVES):
            combined = _combine(kept, grounds)
        kept, left_out = sieve(kept, grounds)
        excluded += left_out
    stated = [figure for figure in kept if figure.low is not None or figure.high is not None]
    if not stated:
        return None
    measured = chosen.measure(stated)
    first = stated[0]
    return Toll(
        outcome=first.outcome,
        status=first.status,
        side=first.side,
        scope=first.scope,
        low=measured.low,
        high=measured.high,
        open=measured.open,
        best=measured.best,
        suggested=_suggest(stated),
        combined=combined,
        rule=rule,
        reason=measured.reason,
        claims=tuple(figure.claim for figure in stated),
        excluded=tuple(excluded),
        named=_count_named(first, victims),
        history=_tell_history(figures),
    )


def _combine(figures: Sequence[Figure], grounds: Grounds) -> Combined | None:
    """Add up what several hospitals count of all the dead or wounded of the incident itself."""
    if not figures or figures[0].status != "all" or figures[0].scope is not None:
        return None
    return combine_parts(figures, grounds.claims, find_moves(tuple(grounds.claims.values())))


def _note_wider(toll: Toll, figures: Sequence[Figure]) -> Toll:
    """List the figures of a wider scope among what the incident's own toll leaves out."""
    if toll.scope is not None:
        return toll
    wider = tuple(
        Exclusion(
            claim=figure.claim, code="other scope", reason=f"a different scope: {figure.scope}"
        )
        for figure in figures
        if figure.scope is not None
        and (figure.outcome, figure.status) == (toll.outcome, toll.status)
        and figure.claim not in toll.claims
    )
    return structs.replace(toll, excluded=toll.excluded + wider)


def _suggest(stated: Sequence[Figure]) -> Suggestion | None:
    """Suggest the only figure, or the exact one that more than half of the origins give.

    The most frequent of many figures may be that of one party told in several ways.
    """
    exact = [f for f in stated if f.low is not None and f.low == f.high and not f.individual]
    counted = Counter(figure.low for figure in exact if figure.low is not None).most_common()
    if not counted:
        return None
    value, times = counted[0]
    if times * 2 <= len(stated):
        return None
    reason = f"given by {times} of {len(stated)} origins" if len(stated) > 1 else "the only figure"
    return Suggestion(value=value, rule="most origins", reason=reason)


def _tell_history(figures: Sequence[Figure]) -> tuple[TollEntry, ...]:
    ordered = sorted(figures, key=lambda figure: (figure.as_of or "", figure.order))
    return tuple(
        TollEntry(
            as_of=figure.as_of,
            low=figure.low,
            high=figure.high,
            counting=figure.counting,
            speaker=figure.origin.name,
            claim=figure.claim,
        )
        for figure in ordered
    )


def _count_named(first: Figure, victims: Sequence[Victim]) -> int:
    """Count the victims with a name beside the toll of all of them in the incident itself."""
    if first.status != "all" or first.scope is not None:
        return 0
    return sum(
        victim.outcome == first.outcome
        and any(name.reason == "named as harmed" for name in victim.names)
        for victim in victims
    )


def _rank_row(row: tuple[str, str, str | None, str | None]) -> tuple[int, str, bool, str, str, str]:
    outcome, status, side, scope = row
    place = _ORDER.index(outcome) if outcome in _ORDER else len(_ORDER)
    return place, outcome, status != "all", status, scope or "", side or ""
