"""Enumerations: the names that stand in one list with a name."""

import re

from firsthand.model.spans import Part

# A name as it stands in an enumeration: "St. Oster", "New Upland", "Ala.".
NAME = r"(?:(?:St|Mt|Ft|[NSEW])\. )?[A-Z][\w'’-]*(?: (?!and\b|or\b)[A-Z][\w'’-]*){0,2}\.?"
JOINT = r"(?:,|,? (?:and|or)) (?:and |or )?"
_AFTER = re.compile(rf"{JOINT}({NAME})")
_BEFORE = re.compile(rf"({NAME}){JOINT}$")
_STEPS = 2
_LENGTH = 60


def list_neighbours(text: str, part: Part) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """List up to two names before and two after a name in its enumeration, the nearest first."""
    before, after = [], []
    start, end = part
    for _ in range(_STEPS):
        offset = max(0, start - _LENGTH)
        found = _BEFORE.search(text[offset:start])
        if found is None:
            break
        before.append(found[1])
        start = offset + found.start()
    for _ in range(_STEPS):
        found = _AFTER.match(text, end)
        if found is None:
            break
        after.append(found[1].rstrip("."))
        end = found.end()
    return tuple(before), tuple(after)
