"""Tolls: the figures of an incident reconciled, with their history and what was left out."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, structs

from firsthand.model.accounts import Copies
from firsthand.model.incidents import Exclusion, Suggestion, Toll, TollEntry
from firsthand.model.reports import Report
from firsthand.model.victims import Victim
from firsthand.weigh.figures import Figure

DEFAULT_RULE = "range of latest"
_ORDER = ("killed", "injured", "missing", "detained", "abducted")
_NOT_STATED = {
    "denied": "denied, not stated",
    "predicted": "predicted, not said to have happened",
    "conditional": "conditional, not said to have happened",
    "demanded": "demanded, not said to have happened",
    "opinion": "an opinion",
}


class Grounds(Struct, frozen=True, kw_only=True):
    """What decides which figures count: reports, copies, who is said to be responsible.

    `deadly` are the reports that tell of somebody killed.
    """

    reports: Mapping[str, Report]
    copies: Sequence[Copies] = ()
    accused: frozenset[str] = frozenset()
    deadly: frozenset[str] = frozenset()


Sifted = tuple[list[Figure], list[Exclusion]]
Sieve = Callable[[Sequence[Figure], Grounds], Sifted]


def reconcile_tolls(
    figures: Sequence[Figure], victims: Sequence[Victim], grounds: Grounds
) -> tuple[Toll, ...]:
    """Reconcile the figures of one incident: a toll for each outcome, status, side and scope."""
    rows = sorted({figure.row for figure in figures}, key=_rank_row)
    tolls = (reconcile_row([f for f in figures if f.row == row], victims, grounds) for row in rows)
    return tuple(_note_wider(toll, figures) for toll in tolls if toll is not None)


def reconcile_row(
    figures: Sequence[Figure], victims: Sequence[Victim], grounds: Grounds
) -> Toll | None:
    """Reconcile figures of one row by the rule "range of latest"; None if nobody states one."""
    kept: Sequence[Figure] = figures
    excluded: list[Exclusion] = []
    for sieve in SIEVES:
        kept, left_out = sieve(kept, grounds)
        excluded += left_out
    stated = [figure for figure in kept if figure.low is not None or figure.high is not None]
    if not stated:
        return None
    first = stated[0]
    lows = [figure.low for figure in stated if figure.low is not None]
    return Toll(
        outcome=first.outcome,
        status=first.status,
        side=first.side,
        scope=first.scope,
        low=min(lows, default=None),
        high=max(figure.largest for figure in stated),
        open=any(figure.high is None for figure in stated),
        suggested=_suggest(stated),
        rule=DEFAULT_RULE,
        reason=_explain(stated),
        claims=tuple(figure.claim for figure in stated),
        excluded=tuple(excluded),
        named=_count_named(first, victims),
        history=_tell_history(figures),
    )


def _drop_unstated(figures: Sequence[Figure], _grounds: Grounds) -> Sifted:
    return _part(figures, lambda figure: _NOT_STATED.get(figure.stance))


def _drop_copies(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Leave out what a copy repeats: the text it was copied from states it already."""
    homes = {name: item for item in grounds.copies for name in item.reports}
    first = {item.id: _find_first(item, figures) for item in grounds.copies}

    def judge(figure: Figure) -> str | None:
        group = homes.get(figure.report)
        original = first.get(group.id) if group is not None else None
        if original is None or original == figure.report:
            return None
        twins = (f for f in figures if f.report == original)
        if not any(f.low == figure.low for f in twins):
            return None
        title = grounds.reports[original].title or original
        return f"a copy of what “{title}” states"

    return _part(figures, judge)


def _find_first(group: Copies, figures: Sequence[Figure]) -> str | None:
    """Return the report of a group that stands for it: its origin, else the first with a figure."""
    present = [figure.report for figure in figures if figure.report in group.reports]
    if group.origin in present:
        return group.origin
    return present[0] if present else None


def _drop_denials(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    def judge(figure: Figure) -> str | None:
        if figure.high == 0 and figure.origin.actor in grounds.accused:
            return "a denial by a party said to be responsible"
        return None

    return _part(figures, judge)


def _drop_retracted(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Leave out figures that their own publisher took back, and their copies."""
    retracted = {
        (_publisher(figure, grounds), figure.low, figure.high)
        for figure in figures
        if grounds.reports[figure.report].genre == "correction" and figure.stance == "denied"
    }
    origins = {
        name: grounds.reports[item.origin].publisher
        for item in grounds.copies
        if item.origin is not None and item.origin in grounds.reports
        for name in item.reports
    }

    def judge(figure: Figure) -> str | None:
        holders = {_publisher(figure, grounds), origins.get(figure.report)} - {None}
        if any((holder, figure.low, figure.high) in retracted for holder in holders):
            return "taken back by its publisher"
        return None

    return _part(figures, judge)


def _drop_shot(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Leave out who was shot where somebody died: "shot" does not say whether they lived."""
    return _part(
        figures,
        lambda figure: (
            "“shot” does not say whether they lived, and somebody died"
            if figure.shot and figure.individual and figure.report in grounds.deadly
            else None
        ),
    )


def _drop_individuals(figures: Sequence[Figure], _grounds: Grounds) -> Sifted:
    """Leave out words for single people where somebody states a number: they are part of it."""
    if all(figure.individual for figure in figures):
        return list(figures), []
    return _part(
        figures,
        lambda figure: "speaks of single people, not of the whole" if figure.individual else None,
    )


def _drop_vague(figures: Sequence[Figure], _grounds: Grounds) -> Sifted:
    """Leave out "dozens" beside a number, and "many" beside "hundreds"."""
    if not all(figure.vague for figure in figures):
        return _part(
            figures, lambda figure: "vague words beside stated numbers" if figure.vague else None
        )
    most = max((figure.low or 0 for figure in figures), default=0)
    return _part(
        figures,
        lambda figure: "vaguer words than others use" if (figure.low or 0) < most else None,
    )


def _keep_latest(figures: Sequence[Figure], _grounds: Grounds) -> Sifted:
    """Keep the latest figure of each origin, with what it later adds to it."""
    kept: list[Figure] = []
    excluded: list[Exclusion] = []
    for key in dict.fromkeys(figure.origin.key for figure in figures):
        own = [figure for figure in figures if figure.origin.key == key]
        wholes = [figure for figure in own if figure.counting != "additional"]
        if not wholes:
            kept += own
            continue
        latest = max(wholes, key=lambda f: (f.day, f.largest, not f.headline, -f.order))
        added = [
            figure for figure in own if figure.counting == "additional" and figure.day > latest.day
        ]
        kept.append(_add(latest, added))
        kept_claims = {latest.claim, *(figure.claim for figure in added)}
        excluded += [
            Exclusion(claim=figure.claim, reason=_compare(figure, latest))
            for figure in own
            if figure.claim not in kept_claims
        ]
    return sorted(kept, key=lambda figure: figure.order), excluded


def _add(latest: Figure, added: Sequence[Figure]) -> Figure:
    """Add what an origin counted later to its last whole figure."""
    if not added:
        return latest
    more_low = sum(figure.low or 0 for figure in added)
    more_high = [figure.high for figure in added]
    high = None if latest.high is None or None in more_high else latest.high
    return structs.replace(
        latest,
        low=(latest.low or 0) + more_low,
        high=None if high is None else high + sum(number or 0 for number in more_high),
    )


def _compare(figure: Figure, latest: Figure) -> str:
    if figure.counting == "additional":
        return f"already in the later figure of {latest.origin.name}"
    if figure.day < latest.day:
        return f"{latest.origin.name} gives a later figure"
    if (figure.low, figure.high) == (latest.low, latest.high):
        return f"{latest.origin.name} says the same elsewhere"
    return f"{latest.origin.name} gives a larger figure at the same time; this one may be a part"


# In this order: what nobody states, what was taken back, what is said twice, then by origin.
SIEVES: tuple[Sieve, ...] = (
    _drop_retracted,
    _drop_unstated,
    _drop_denials,
    _drop_shot,
    _drop_individuals,
    _drop_vague,
    _drop_copies,
    _keep_latest,
)


def _part(figures: Sequence[Figure], judge: Callable[[Figure], str | None]) -> Sifted:
    judged = [(figure, judge(figure)) for figure in figures]
    kept = [figure for figure, reason in judged if reason is None]
    left_out = [Exclusion(claim=figure.claim, reason=reason) for figure, reason in judged if reason]
    return kept, left_out


def _publisher(figure: Figure, grounds: Grounds) -> str | None:
    return grounds.reports[figure.report].publisher


def _note_wider(toll: Toll, figures: Sequence[Figure]) -> Toll:
    """List the figures of a wider scope among what the incident's own toll leaves out."""
    if toll.scope is not None:
        return toll
    wider = tuple(
        Exclusion(claim=figure.claim, reason=f"a different scope: {figure.scope}")
        for figure in figures
        if figure.scope is not None
        and (figure.outcome, figure.status) == (toll.outcome, toll.status)
        and figure.claim not in toll.claims
    )
    return structs.replace(toll, excluded=toll.excluded + wider)


def _suggest(stated: Sequence[Figure]) -> Suggestion | None:
    """Suggest the only figure, or the exact one that most origins give, if it is two at least."""
    exact = [f for f in stated if f.low is not None and f.low == f.high and not f.individual]
    counted = Counter(figure.low for figure in exact if figure.low is not None).most_common()
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    value, times = counted[0]
    if times == 1 and len(stated) > 1:
        return None
    reason = f"given by {times} of {len(stated)} origins" if len(stated) > 1 else "the only figure"
    return Suggestion(value=value, rule="most origins", reason=reason)


def _explain(stated: Sequence[Figure]) -> str:
    """Say whose figures set the bounds."""
    low = min(stated, key=lambda f: (f.low is None, f.low or 0, f.order))
    high = max(stated, key=lambda f: (f.largest, -f.order))
    if len(stated) == 1:
        return f"the only figure, by {stated[0].origin.name}"
    lowest = "no lower bound is stated" if low.low is None else f"lowest by {low.origin.name}"
    return f"the latest figure of {len(stated)} origins: {lowest}, highest by {high.origin.name}"


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
