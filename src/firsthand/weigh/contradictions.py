"""Contradictions: the same question with answers that cannot both hold."""

from collections.abc import Iterator, Mapping, Sequence

from firsthand.model.actors import Actor
from firsthand.model.incidents import Contradiction, Responsibility, Side, Toll
from firsthand.weigh.figures import Figure

_VERBS = {
    "killed": "were killed",
    "injured": "were injured",
    "missing": "are missing",
    "detained": "were detained",
    "abducted": "were abducted",
    "tortured": "were tortured",
    "displaced": "were displaced",
}


def find_contradictions(
    tolls: Sequence[Toll],
    figures: Sequence[Figure],
    responsibilities: Sequence[Responsibility],
    actors: Mapping[str, Actor],
) -> tuple[Contradiction, ...]:
    """Find contested figures and contested responsibility; a figure that grew is no contradiction.

    Only the figures that decide a toll are compared: the latest of each origin.
    """
    counted = (_compare_figures(toll, figures) for toll in tolls)
    return (
        *(item for item in counted if item is not None),
        *_compare_responsibilities(responsibilities, actors),
    )


def _compare_figures(toll: Toll, figures: Sequence[Figure]) -> Contradiction | None:
    row = (toll.outcome, toll.status, toll.side, toll.scope)
    deciding = [f for f in figures if f.row == row and f.claim in toll.claims]
    if not any(not _agree(one, other) for one in deciding for other in deciding):
        return None
    answers: dict[str, list[str]] = {}
    for figure in sorted(deciding, key=lambda f: (f.largest, f.order)):
        answers.setdefault(show_bounds(figure.low, figure.high), []).append(figure.claim)
    status = "" if toll.status == "all" else f" ({toll.status})"
    return Contradiction(
        about=f"how many {_VERBS.get(toll.outcome, 'were harmed')}{status}",
        sides=tuple(Side(answer=answer, claims=tuple(ids)) for answer, ids in answers.items()),
        reason="not all of these latest figures of different origins can hold",
    )


def _agree(one: Figure, other: Figure) -> bool:
    """Tell whether one number could satisfy both figures."""
    low = max(one.low or 0, other.low or 0)
    highs = [high for high in (one.high, other.high) if high is not None]
    return not highs or low <= min(highs)


def _compare_responsibilities(
    responsibilities: Sequence[Responsibility], actors: Mapping[str, Actor]
) -> Iterator[Contradiction]:
    denied = {item.actor: item.claims for item in responsibilities if item.stance == "denied"}
    for item in responsibilities:
        if item.stance == "denied" or item.actor not in denied:
            continue
        name = actors[item.actor].name if item.actor in actors else item.actor
        yield Contradiction(
            about=f"whether {name} did it",
            sides=(
                Side(answer=item.stance, claims=item.claims),
                Side(answer="denied", claims=denied[item.actor]),
            ),
            reason="it is said and denied; what exactly is denied stands in the claims",
        )


def show_bounds(low: int | None, high: int | None) -> str:
    """Write bounds as people do: 31, at least 31, up to 40, 10 to 12."""
    if low is None:
        return "not known" if high is None else f"up to {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"
