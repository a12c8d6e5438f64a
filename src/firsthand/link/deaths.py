"""Deaths: who died later of what was done to them belongs to what was done."""

import re
from collections.abc import Sequence

from firsthand.model.claims import Claim

# "died on Sunday of burns he suffered in the strike", "who was wounded there died on Thursday"
_OF_WOUNDS = re.compile(
    r"\b(?:died|dies|dead|passed away)\b[^.;]*?\b(?:of|from)\s+(?:\w+\s+){0,2}?"
    r"(?:wounds?|injur(?:y|ies)|burns)\b"
    r"|(?<!have )\b(?:died|dies)\b[^.;,]{0,40}?\b(?:in|at)\s+(?:the\s+|a\s+)?"
    r"(?:\w+\s+){0,2}?hospital\b"
    r"|\bsuccumb\w*\s+to\b"
    r"|\b(?:who|having)\s+(?:was|were|had been|been)\s+(?:\w+\s+)?(?:wounded|injured|burned)\b"
    r"[^.;]*?\b(?:died|dies)\b",
    re.IGNORECASE,
)


def find_late_deaths(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Find the claims of a report that tell of somebody who died later of their wounds.

    Their time is that of the death, not of what the report is about; the words of the wounding
    within such a claim share that time and go with it. None where the report tells of nothing else.
    """
    late = [claim for claim in claims if is_late_death(claim)]
    if not late:
        return ()
    found = [claim for claim in claims if any(_stands_in(claim, death) for death in late)]
    names = {claim.id for claim in found}
    rest = any(claim.time is not None for claim in claims if claim.id not in names)
    return tuple(found) if rest else ()


def is_late_death(claim: Claim) -> bool:
    """Tell whether a claim says that one person died of wounds they had before, or in hospital."""
    if claim.act is None or claim.act.type != "death" or claim.time is None:
        return False
    if any((count.low or 0) > 1 for count in claim.casualties):
        return False
    return bool(_OF_WOUNDS.search(claim.quote))


def _stands_in(claim: Claim, death: Claim) -> bool:
    """Tell whether a claim's words stand within those of a death, with the same time."""
    if claim.report != death.report or claim.time != death.time:
        return False
    return all(
        any(start >= first and end <= last for first, last in death.parts)
        for start, end in claim.parts
    )
