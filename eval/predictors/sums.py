"""Sums: people told one after the other in one phrase, added up as coders do."""

import re
from collections.abc import Sequence

from firsthand.model.casualties import Casualties

JOINED = re.compile(
    r"[\s,]*(?:and|as well as|along with|alongside|together with|&)?[\s,]*(?:his|her|their)?\s*",
    re.IGNORECASE,
)


def add_up(text: str, counts: Sequence[Casualties]) -> list[int]:
    """Return the figures of counts, those joined by "and" added; words like "several" are left."""
    totals: list[int] = []
    end = -1
    for count in counts:
        low = count.low if count.low is not None else count.high
        if low is None or count.vague:
            continue
        joined = end >= 0 and JOINED.fullmatch(text[end : count.start]) is not None
        if joined and totals and count.start >= end:
            totals[-1] += low
        else:
            totals.append(low)
        end = count.end
    return totals
