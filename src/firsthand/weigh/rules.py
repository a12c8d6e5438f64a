"""Rules: named ways to make one toll of many figures; a case chooses one of them."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, structs

from firsthand.errors import UsageError
from firsthand.model.incidents import Exclusion
from firsthand.weigh.figures import Figure
from firsthand.weigh.parts import find_holder
from firsthand.weigh.sieves import Grounds, Sieve, Sifted, Why, drop_parts, part_figures

DEFAULT_RULE = "range of latest"


class Measure(Struct, frozen=True, kw_only=True):
    """What a rule makes of the figures it kept: bounds, a best figure or none, and why."""

    low: int | None
    high: int | None
    open: bool
    best: int | None = None
    reason: str


class TollRule(Struct, frozen=True, kw_only=True):
    """A rule: what it leaves out besides what all rules do, how it measures, where it is from."""

    sieves: tuple[Sieve, ...]
    measure: Callable[[Sequence[Figure]], Measure]
    origin: str


def find_rule(name: str) -> TollRule:
    """Find a rule by its name; raise UsageError with the names there are if there is none."""
    if name not in RULES:
        known = ", ".join(f"“{rule}”" for rule in RULES)
        raise UsageError(f"There is no toll rule “{name}”. Choose one of {known}.")
    return RULES[name]


def keep_latest(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Keep the latest figure of each origin, with what it later adds to it.

    An outlet that tells what two hospitals count gives a figure of each.
    """
    kept: list[Figure] = []
    excluded: list[Exclusion] = []
    grouped: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in figures:
        holder = find_holder(figure, grounds.claims.get(figure.claim))
        grouped.setdefault((figure.origin.key, holder), []).append(figure)
    for own in grouped.values():
        chosen, left_out = _choose_latest(own)
        kept += chosen
        excluded += left_out
    return sorted(kept, key=lambda figure: figure.order), excluded


def _choose_latest(own: Sequence[Figure]) -> Sifted:
    wholes = [figure for figure in own if figure.counting != "additional"]
    if not wholes:
        return list(own), []
    latest = max(wholes, key=lambda f: (f.day, f.largest, not f.headline, -f.order))
    added = [f for f in own if f.counting == "additional" and f.day > latest.day]
    kept_claims = {latest.claim, *(figure.claim for figure in added)}
    rest = [figure for figure in own if figure.claim not in kept_claims]
    _, excluded = part_figures(rest, lambda figure: _compare(figure, latest))
    return [_add(latest, added)], excluded


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


def _compare(figure: Figure, latest: Figure) -> Why:
    name = latest.origin.name
    if figure.counting == "additional":
        return "in a later figure", f"already in the later figure of {name}"
    if figure.day < latest.day:
        return "earlier", f"{name} gives a later figure"
    if (figure.low, figure.high) == (latest.low, latest.high):
        return "said elsewhere", f"{name} says the same elsewhere"
    return "may be a part", f"{name} gives a larger figure at the same time; this one may be a part"


def drop_unidentified_highs(figures: Sequence[Figure], _grounds: Grounds) -> Sifted:
    """Leave out what somebody who is not identified gives above all who are."""
    known = [figure.largest for figure in figures if figure.origin.resolved]
    if not known:
        return list(figures), []

    def judge(figure: Figure) -> Why | None:
        if figure.origin.resolved or figure.largest <= max(known):
            return None
        return "not identified", "above all identified origins, by one that is not identified"

    return part_figures(figures, judge)


def keep_lowest(figures: Sequence[Figure], _grounds: Grounds) -> Sifted:
    """Keep the most conservative figures only."""
    least = min((_least(figure) for figure in figures), default=0)

    def judge(figure: Figure) -> Why | None:
        if _least(figure) == least:
            return None
        return "above the most conservative", f"the most conservative figure is {least}"

    return part_figures(figures, judge)


def drop_additional(figures: Sequence[Figure], _grounds: Grounds) -> Sifted:
    """Leave out what only adds to another figure: alone it is nobody's count of the whole."""
    if all(figure.counting == "additional" for figure in figures):
        return list(figures), []

    def judge(figure: Figure) -> Why | None:
        if figure.counting == "additional":
            return "may be a part", "adds to another figure; alone it is no count of the whole"
        return None

    return part_figures(figures, judge)


def measure_range(stated: Sequence[Figure]) -> Measure:
    """Give the smallest low, the largest stated figure and whose they are; no best."""
    low = min(stated, key=lambda f: (f.low is None, f.low or 0, f.order))
    high = max(stated, key=lambda f: (f.largest, -f.order))
    return Measure(
        low=low.low,
        high=high.largest,
        open=any(figure.high is None for figure in stated),
        reason=_explain_range(stated, low, high),
    )


def _explain_range(stated: Sequence[Figure], low: Figure, high: Figure) -> str:
    if len(stated) == 1:
        return f"the only figure, by {low.origin.name}"
    lowest = "no lower bound is stated" if low.low is None else f"lowest by {low.origin.name}"
    return f"the latest figure of {len(stated)} origins: {lowest}, highest by {high.origin.name}"


def measure_all(stated: Sequence[Figure]) -> Measure:
    """Give the smallest and the largest of all figures that anybody ever stated; no best."""
    range_ = measure_range(stated)
    least = min(stated, key=lambda f: (f.low is None, f.low or 0, f.order))
    most = max(stated, key=lambda f: (f.largest, -f.order))
    reason = (
        f"of {len(stated)} figures, earlier ones too: smallest by {least.origin.name}, "
        f"largest by {most.origin.name}"
    )
    return structs.replace(range_, reason=reason)


def measure_best(stated: Sequence[Figure]) -> Measure:
    """Give low, best and high: the best is the median of the identified origins' figures.

    Of two in the middle the smaller counts; a figure with an open end stands for its number.
    """
    known = sorted(_least(figure) for figure in stated if figure.origin.resolved)
    values = known or sorted(_least(figure) for figure in stated)
    best = values[(len(values) - 1) // 2]
    who = f"{count_origins(len(values))} {'' if known else 'not '}identified"
    range_ = measure_range(stated)
    reason = f"best is the median of {who}; {range_.reason}"
    return structs.replace(range_, best=best, reason=reason)


def count_origins(number: int) -> str:
    """Say how many origins there are, as the beginning of "that are identified"."""
    return "one origin that is" if number == 1 else f"{number} origins that are"


def measure_lowest(stated: Sequence[Figure]) -> Measure:
    """Give one number: the most conservative."""
    first = stated[0]
    number = _least(first)
    return Measure(
        low=number,
        high=number,
        open=False,
        best=number,
        reason=f"the most conservative of the latest figures, by {first.origin.name}",
    )


def _least(figure: Figure) -> int:
    return figure.low if figure.low is not None else figure.largest


RULES: Mapping[str, TollRule] = {
    DEFAULT_RULE: TollRule(
        sieves=(keep_latest, drop_parts),
        measure=measure_range,
        origin="Firsthand: the latest figure of each origin, because sources correct themselves",
    ),
    "minimum–maximum": TollRule(
        sieves=(drop_additional,),
        measure=measure_all,
        origin="the form in which Iraq Body Count and Airwars publish",
    ),
    "low, best, high": TollRule(
        sieves=(keep_latest, drop_parts, drop_unidentified_highs),
        measure=measure_best,
        origin="after the codebook of UCDP GED: most conservative, most reliable, highest reliable",
    ),
    "most conservative": TollRule(
        sieves=(keep_latest, drop_parts, keep_lowest),
        measure=measure_lowest,
        origin="after the ACLED FAQ: one number, the most conservative where reports differ",
    ),
}
