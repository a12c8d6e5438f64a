"""Contradictions: the same question with answers that cannot both hold."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from firsthand.model.claims import Claim
from firsthand.model.incidents import Contradiction, Denial, Side, Toll
from firsthand.weigh.denials import Case
from firsthand.weigh.figures import Figure
from firsthand.weigh.parts import find_holder

_BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?)\b", re.IGNORECASE)
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
    tolls: Sequence[Toll], figures: Sequence[Figure], denials: Sequence[Denial], case: Case
) -> tuple[Contradiction, ...]:
    """Find contested figures, acts, doers and status; a change over time is no contradiction.

    Only the figures that decide a toll are compared: the latest of each origin. A denial that the
    same party withdrew later contradicts nothing.
    """
    counted = (_compare_figures(toll, figures, case) for toll in tolls)
    standing = [denial for denial in denials if denial.answers and not denial.withdrawn]
    return (
        *(item for item in counted if item is not None),
        *_compare_status(figures, case),
        *_compare_doers(standing, case),
        *_compare_happening(standing, case),
    )


def _compare_figures(toll: Toll, figures: Sequence[Figure], case: Case) -> Contradiction | None:
    row = (toll.outcome, toll.status, toll.side, toll.scope)
    claims = {claim.id: claim for claim in case.claims}
    deciding = [
        _soften(figure, claims)
        for figure in figures
        if figure.row == row
        if figure.claim in toll.claims
    ]
    if not any(not _agree(one, other) for one in deciding for other in deciding):
        return None
    answers: dict[str, list[str]] = {}
    for figure in sorted(deciding, key=lambda f: (f.largest, f.order)):
        answers.setdefault(show_bounds(figure.low, figure.high), []).append(figure.claim)
    status = "" if toll.status == "all" else f" ({toll.status})"
    return Contradiction(
        about=f"how many {_VERBS.get(toll.outcome, 'were harmed')}{status}",
        sides=tuple(_take_side(answer, ids, case) for answer, ids in answers.items()),
        reason="not all of these latest figures of different origins can hold",
    )


def _soften(figure: Figure, claims: Mapping[str, Claim]) -> Figure:
    """Take as a least number what one hospital counts, or who counts the bodies they saw.

    Others may have come elsewhere, or lie where nobody looked.
    """
    claim = claims.get(figure.claim)
    seen = (
        claim is not None
        and bool(claim.casualties)
        and all(_BODIES.search(count.text) for count in claim.casualties)
    )
    if find_holder(figure, claim) is None and not seen:
        return figure
    return structs.replace(figure, high=None)


def _agree(one: Figure, other: Figure) -> bool:
    """Tell whether one number could satisfy both figures."""
    low = max(one.low or 0, other.low or 0)
    highs = [high for high in (one.high, other.high) if high is not None]
    return not highs or low <= min(highs)


def _compare_status(figures: Sequence[Figure], case: Case) -> Iterator[Contradiction]:
    """Find counts of civilians and of combatants that are together more than all counted."""
    for outcome in dict.fromkeys(figure.outcome for figure in figures):
        own = [f for f in figures if f.outcome == outcome and f.scope is None and not f.individual]
        civilian = [
            f for f in own if f.status == "civilian" and f.stance in ("asserted", "alleged")
        ]
        combatant = [
            f for f in own if f.status == "combatant" and f.stance in ("asserted", "alleged")
        ]
        none = [f for f in own if f.status == "civilian" and f.high == 0]
        said = [f for f in civilian if f.high != 0]
        against = [f for f in combatant if _exceed(f, said, own)] + none
        clashing = [f for f in said if none or _exceed(f, against, own)]
        if not clashing or not against:
            continue
        yield Contradiction(
            about=f"whether those who {_VERBS.get(outcome, 'were harmed')} were civilians",
            sides=(
                _take_side("civilians", [f.claim for f in clashing], case),
                _take_side("combatants, or no civilians", [f.claim for f in against], case),
            ),
            reason="civilians and combatants as counted here are more than all who are counted",
        )


def _exceed(figure: Figure, others: Iterable[Figure], own: Sequence[Figure]) -> bool:
    """Tell whether a figure with one of another status, by another origin, exceeds every whole."""
    wholes = [f.high for f in own if f.status == "all" and f.high is not None]
    return bool(wholes) and any(
        figure.origin.key != other.origin.key and (figure.low or 0) + (other.low or 0) > max(wholes)
        for other in others
    )


def _compare_doers(denials: Sequence[Denial], case: Case) -> Iterator[Contradiction]:
    """Find who is said to have done it and denies it, and whom the denier names instead."""
    by_party: dict[str, list[Denial]] = {}
    for denial in denials:
        if denial.question == "who did it":
            by_party.setdefault(_name_denied(denial, case), []).append(denial)
    for name, own in by_party.items():
        accusing = dict.fromkeys(claim for denial in own for claim in denial.answers)
        yield Contradiction(
            about=f"whether {name} did it",
            sides=(
                _take_side("alleged", accusing, case),
                _take_side("denied", [denial.claim for denial in own], case),
                *_list_counter_charges({denial.by for denial in own}, case),
            ),
            reason="it is said and denied; what exactly is denied stands in the claims",
        )


def _name_denied(denial: Denial, case: Case) -> str:
    actor = next(
        item.actor
        for item in case.responsibilities
        if item.stance == "denied" and denial.claim in item.claims
    )
    return case.actors[actor].name if actor in case.actors else actor


def _list_counter_charges(deniers: set[str], case: Case) -> Iterator[Side]:
    """List whom those who deny it say did it."""
    for item in case.responsibilities:
        named = case.actors[item.actor].name if item.actor in case.actors else item.actor
        claims = [
            name
            for name in item.claims
            if (case.origins[name].actor or case.origins[name].name) in deniers
        ]
        if item.stance == "alleged" and claims and item.actor not in deniers:
            yield _take_side(f"{named} did it", claims, case)


def _compare_happening(denials: Sequence[Denial], case: Case) -> Iterator[Contradiction]:
    own = [denial for denial in denials if denial.question == "whether it happened"]
    if own:
        answers = dict.fromkeys(claim for denial in own for claim in denial.answers)
        yield Contradiction(
            about="whether it happened",
            sides=(
                _take_side("it happened", answers, case),
                _take_side("it did not", [denial.claim for denial in own], case),
            ),
            reason="the act itself is denied",
        )


def _take_side(answer: str, claims: Iterable[str], case: Case) -> Side:
    ids = tuple(dict.fromkeys(claims))
    known = (case.origins[name].name for name in ids if name in case.origins)
    return Side(answer=answer, claims=ids, origins=tuple(dict.fromkeys(known)))


def show_bounds(low: int | None, high: int | None) -> str:
    """Write bounds as people do: 31, at least 31, up to 40, 10 to 12."""
    if low is None:
        return "not known" if high is None else f"up to {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"
