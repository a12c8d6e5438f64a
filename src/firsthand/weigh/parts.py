"""Parts: counts of those who came to one hospital, which are each a part of the whole."""

import re
from collections.abc import Mapping, Sequence

from firsthand.model.claims import Claim
from firsthand.model.incidents import Combined
from firsthand.text.names import fold_letters
from firsthand.weigh.figures import Figure
from firsthand.weigh.transfers import WARD, Move

_NAMED = re.compile(
    r"\b((?:(?:[A-Z][\w.’'-]*|of|the)\s+)*"
    rf"(?i:{WARD}))\b"
)
# "Six bodies in its chapel", "treated 23 wounded people", "nine were admitted".
_TAKEN_IN = re.compile(
    r"\b(?:bod(?:y|ies)|corpses|received|receives|admitted|treated|treating|treats|took in"
    r"|taken in|brought in|counts|counted|registered|has|have|had)\b",
    re.IGNORECASE,
)
_ENDS_WITH_WARD = re.compile(rf"\b{WARD}(?:\s+of\s+[\w\s’'-]+)?$", re.IGNORECASE)


def find_holder(figure: Figure, claim: Claim | None) -> str | None:
    """Find the hospital whose dead or wounded a figure counts; None if it counts the whole.

    A hospital that speaks counts who came to it; an outlet counts a hospital's if its words begin
    with the hospital and say that it received or has them.
    """
    if _ENDS_WITH_WARD.search(figure.origin.name):
        return figure.origin.name
    if claim is None:
        return None
    named = _NAMED.match(claim.quote)
    if named is None or not _TAKEN_IN.search(claim.quote, named.end()):
        return None
    return re.sub(r"^[Tt]he\s+", "", named[1])


def choose_largest_part(
    figures: Sequence[Figure], claims: Mapping[str, Claim]
) -> tuple[dict[str, str], Figure] | None:
    """Return the hospital of each partial figure, by claim, with the largest of them."""
    held = {figure.claim: find_holder(figure, claims.get(figure.claim)) for figure in figures}
    holders = {name: holder for name, holder in held.items() if holder is not None}
    parts = [figure for figure in figures if figure.claim in holders]
    if not parts:
        return None
    return holders, max(parts, key=lambda figure: (figure.largest, -figure.order))


def combine_parts(
    figures: Sequence[Figure], claims: Mapping[str, Claim], moves: Sequence[Move]
) -> Combined | None:
    """Add up what several hospitals count, less those moved between them; None for one alone.

    Nobody knows how many others stand in two counts: so the sum is a highest, not a total.
    """
    latest = _keep_one_each(figures, claims)
    if len(latest) < 2:
        return None
    numbers = [figure.largest for figure in latest.values()]
    moved = [move for move in moves if move.outcome == figures[0].outcome]
    number = max((move.number for move in moved), default=0)
    told = " and ".join(f"{name} counts {figure.largest}" for name, figure in latest.items())
    less = (
        f"; {number} of them are said to have been moved from one to another"
        if number
        else "; whether anybody stands in both counts is not said"
    )
    return Combined(
        low=max(numbers),
        high=max(max(numbers), sum(numbers) - number),
        moved=number,
        reason=told + less,
        claims=tuple(
            dict.fromkeys((*(f.claim for f in latest.values()), *(move.claim for move in moved)))
        ),
    )


def _keep_one_each(figures: Sequence[Figure], claims: Mapping[str, Claim]) -> dict[str, Figure]:
    """Keep the latest figure of each hospital: "the clinic" is "the Saint Oda Clinic"."""
    latest: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda f: (f.day, f.largest, -f.order)):
        holder = find_holder(figure, claims.get(figure.claim))
        if holder is None:
            continue
        known = next((name for name in latest if is_same_ward(name, holder)), None)
        if known is not None:
            del latest[known]
        latest[max(known or "", holder, key=len)] = figure
    return latest


def is_same_ward(one: str, other: str) -> bool:
    """Tell whether two names may mean one hospital: the words of one stand in the other."""
    words = set(fold_letters(one).split()), set(fold_letters(other).split())
    return words[0] <= words[1] or words[1] <= words[0]
