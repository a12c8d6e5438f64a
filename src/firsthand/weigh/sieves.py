"""Sieves: what is left out of a toll before a rule decides it, each time with the reason."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from firsthand.model.accounts import Copies
from firsthand.model.claims import Claim
from firsthand.model.incidents import Exclusion, ExclusionCode
from firsthand.model.reports import Report
from firsthand.weigh.figures import Figure
from firsthand.weigh.parts import choose_largest_part
from firsthand.weigh.transfers import tells_of_move, tells_of_rest, tells_of_share

_NOT_STATED: dict[str, tuple[ExclusionCode, str]] = {
    "denied": ("denied", "denied, not stated"),
    "predicted": ("predicted", "predicted, not said to have happened"),
    "conditional": ("conditional", "conditional, not said to have happened"),
    "demanded": ("demanded", "demanded, not said to have happened"),
    "opinion": ("opinion", "an opinion"),
}

Why = tuple[ExclusionCode, str]
Sifted = tuple[list[Figure], list[Exclusion]]


class Grounds(Struct, frozen=True, kw_only=True):
    """What decides which figures count: reports, copies, who is said to be responsible.

    `accused` are actors, or keys of origins, said to be responsible or of such a party; `deadly`
    are the reports that tell of somebody killed; `wider` are the figures of a wider scope;
    `claims` are the incident's claims by id.
    """

    reports: Mapping[str, Report]
    copies: Sequence[Copies] = ()
    accused: frozenset[str] = frozenset()
    deadly: frozenset[str] = frozenset()
    wider: Sequence[Figure] = ()
    claims: Mapping[str, Claim] = {}


Sieve = Callable[[Sequence[Figure], Grounds], Sifted]


def part_figures(figures: Sequence[Figure], judge: Callable[[Figure], Why | None]) -> Sifted:
    """Part figures into those a judge has nothing against, and the others with the reason."""
    judged = [(figure, judge(figure)) for figure in figures]
    kept = [figure for figure, why in judged if why is None]
    left_out = [
        Exclusion(claim=figure.claim, code=why[0], reason=why[1]) for figure, why in judged if why
    ]
    return kept, left_out


def drop_unstated(figures: Sequence[Figure], _grounds: Grounds) -> Sifted:
    """Leave out what nobody states: what is denied, predicted, demanded or an opinion.

    "Nobody was killed" denies and states zero at once.
    """

    def judge(figure: Figure) -> Why | None:
        if figure.stance == "denied" and figure.high == 0:
            return None
        return _NOT_STATED.get(figure.stance)

    return part_figures(figures, judge)


def drop_copies(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Leave out what a copy repeats: the text it was copied from states it already."""
    homes = {name: item for item in grounds.copies for name in item.reports}
    first = {item.id: _find_first(item, figures) for item in grounds.copies}

    def judge(figure: Figure) -> Why | None:
        group = homes.get(figure.report)
        original = first.get(group.id) if group is not None else None
        if original is None or original == figure.report:
            return None
        twins = (f for f in figures if f.report == original)
        if not any(f.low == figure.low for f in twins):
            return None
        title = grounds.reports[original].title or original
        return "copy", f"a copy of what “{title}” states"

    return part_figures(figures, judge)


def _find_first(group: Copies, figures: Sequence[Figure]) -> str | None:
    """Return the report of a group that stands for it: its origin, else the first with a figure."""
    present = [figure.report for figure in figures if figure.report in group.reports]
    if group.origin in present:
        return group.origin
    return present[0] if present else None


def drop_denials(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Leave out that nobody was harmed, said by a party that is said to be responsible."""

    def judge(figure: Figure) -> Why | None:
        if figure.high == 0 and {figure.origin.actor, figure.origin.key} & grounds.accused:
            return "party denial", "a denial by a party said to be responsible"
        return None

    return part_figures(figures, judge)


def drop_retracted(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Leave out figures that their own publisher took back, and their copies.

    "At least 30" taken back takes back "30" in a headline. What the publisher writes later stays.
    """
    retracted: dict[tuple[str | None, int], str] = {}
    for figure in figures:
        if grounds.reports[figure.report].genre == "correction" and figure.stance == "denied":
            retracted[_publisher(figure, grounds), _number(figure)] = figure.day
    homes = {name: item for item in grounds.copies for name in item.reports}

    def judge(figure: Figure) -> Why | None:
        day = retracted.get((_publisher(figure, grounds), _number(figure)))
        if day is not None and figure.day <= day:
            return "retracted", "taken back by its publisher"
        for publisher in _list_holders(figure.report, homes.get(figure.report), grounds.reports):
            if (publisher, _number(figure)) in retracted:
                return "retracted", f"a copy of what {publisher} took back"
        return None

    return part_figures(figures, judge)


def _number(figure: Figure) -> int:
    return figure.low if figure.low is not None else figure.largest


def _list_holders(
    report: str, group: Copies | None, reports: Mapping[str, Report]
) -> list[str | None]:
    """List the publishers whose correction reaches a copy: the origin, else who is not later."""
    if group is None:
        return []
    if group.origin is not None:
        return [reports[group.origin].publisher] if group.origin in reports else []
    day = (reports[report].published or "9999")[:10]
    others = (reports[name] for name in group.reports if name in reports and name != report)
    return [item.publisher for item in others if (item.published or "9999")[:10] <= day]


def drop_other_scopes(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Leave out a figure that its own speaker gave for a wider area or a longer time.

    Outlets shorten "52 across the district since Sunday" to "52 killed in the strike".
    """
    given = {(f.origin.key, f.outcome, f.low, f.high): f for f in grounds.wider if f.low != f.high}
    given |= {(f.origin.key, f.outcome, f.low, f.high): f for f in grounds.wider if f.low == f.high}

    def judge(figure: Figure) -> Why | None:
        wide = given.get((figure.origin.key, figure.outcome, figure.low, figure.high))
        if figure.scope is not None or wide is None or wide.report == figure.report:
            return None
        return "other scope", f"{figure.origin.name} gives it for a wider scope: {wide.scope}"

    return part_figures(figures, judge)


def drop_shot(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Leave out who was shot where somebody died: "shot" does not say whether they lived."""

    def judge(figure: Figure) -> Why | None:
        if figure.shot and figure.individual and figure.report in grounds.deadly:
            return "may have lived", "“shot” does not say whether they lived, and somebody died"
        return None

    return part_figures(figures, judge)


def drop_individuals(figures: Sequence[Figure], _grounds: Grounds) -> Sifted:
    """Leave out words for single people where somebody states a number: they are part of it."""
    if all(figure.individual for figure in figures):
        return list(figures), []

    def judge(figure: Figure) -> Why | None:
        if figure.individual:
            return "single people", "speaks of single people, not of the whole"
        return None

    return part_figures(figures, judge)


def drop_vague(figures: Sequence[Figure], _grounds: Grounds) -> Sifted:
    """Leave out "dozens" beside a number, and "many" beside "hundreds"."""
    all_vague = all(figure.vague for figure in figures)
    most = max((figure.low or 0 for figure in figures), default=0)

    def judge(figure: Figure) -> Why | None:
        if not all_vague:
            return ("vague", "vague words beside stated numbers") if figure.vague else None
        return ("vague", "vaguer words than others use") if (figure.low or 0) < most else None

    return part_figures(figures, judge)


def drop_shares(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Leave out a share of the harmed: "twelve of the dead", who was moved, who is left."""

    def judge(figure: Figure) -> Why | None:
        claim = grounds.claims.get(figure.claim)
        if claim is None:
            return None
        if tells_of_move(claim, figure):
            return "moved", "moved from one place to another, where they are counted already"
        if tells_of_rest(claim, figure):
            return "part of the whole", "counts who is left of those counted before"
        if tells_of_share(claim, figure):
            return "part of the whole", "counts some of those who were harmed"
        return None

    return part_figures(figures, judge)


def drop_parts(figures: Sequence[Figure], grounds: Grounds) -> Sifted:
    """Leave out a hospital's count beside a larger one: each counts only who came to it."""
    largest = choose_largest_part(figures, grounds.claims)
    if largest is None:
        return list(figures), []
    holders, most = largest

    def judge(figure: Figure) -> Why | None:
        if figure.claim in holders and figure.largest < most.largest:
            return (
                "part of the whole",
                f"counts only those who came to {holders[figure.claim]}; "
                f"{most.origin.name} gives {most.largest}",
            )
        return None

    return part_figures(figures, judge)


def _publisher(figure: Figure, grounds: Grounds) -> str | None:
    return grounds.reports[figure.report].publisher


# In this order: what was taken back, what nobody states, what is not the whole, what is said twice.
SIEVES: tuple[Sieve, ...] = (
    drop_retracted,
    drop_unstated,
    drop_denials,
    drop_other_scopes,
    drop_shot,
    drop_individuals,
    drop_vague,
    drop_shares,
    drop_copies,
)
