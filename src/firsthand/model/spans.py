"""Parts of a text: half-open ranges of Unicode code points."""

from collections.abc import Iterable
from typing import TypeAlias

Part: TypeAlias = tuple[int, int]

JOINER = " … "


def quote_parts(text: str, parts: Iterable[Part]) -> str:
    """Return the words of a text at the parts, as every claim quotes them."""
    return JOINER.join(text[start:end] for start, end in parts)


def overlap(one: Part, other: Part) -> bool:
    """Tell whether two parts share a character."""
    return one[0] < other[1] and other[0] < one[1]


def contains(outer: Part, inner: Part) -> bool:
    """Tell whether the inner part lies wholly inside the outer one."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def covers(parts: Iterable[Part], inner: Part) -> bool:
    """Tell whether one of the parts wholly contains the inner part."""
    return any(contains(part, inner) for part in parts)


def hull(parts: Iterable[Part]) -> Part:
    """Return the smallest part that contains all the parts; of none, the empty beginning."""
    ordered = sorted(parts)
    return (ordered[0][0], max(end for _, end in ordered)) if ordered else (0, 0)


def join_parts(parts: Iterable[Part], text: str) -> tuple[Part, ...]:
    """Sort parts and join those that touch or have only blanks between them."""
    joined: list[Part] = []
    for start, end in sorted(part for part in parts if part[0] < part[1]):
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            continue
        joined.append((start, end))
    return tuple(joined)
