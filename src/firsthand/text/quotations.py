"""Quotations: the words between quotation marks, whatever the marks are."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

Style = Literal["curly", "straight", "angle", "low", "single"]

# Opening and closing marks by style; single marks are too often apostrophes and come last.
# Low quotations come first: they may close with the mark that opens a curly one.
_PAIRS: tuple[tuple[Style, str, str], ...] = (
    ("low", "„", "“”"),
    ("curly", "“", "”"),
    ("angle", "«", "»"),
)
# A closing mark at the start of a paragraph was typed for an opening one.
_OPENINGS = {"“": r"“|(?:(?<=\n)|\A)”(?=\w)"}
# Old wire services type a straight mark as two apostrophes.
_STRAIGHT = re.compile(r"\"|''")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_SINGLE = re.compile(r"(?<![\w])[‘'](?=\w)([^‘’'\n]+(?:[’']\w+[^‘’'\n]*)*)[’'](?!\w)")

# A quotation this long without a closing mark was left open by mistake.
LONGEST_QUOTATION = 2_000


class Quotation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Quoted words at [start, end), without their marks."""

    start: int
    end: int
    style: Style


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find quotations in order; one left open ends with its paragraph, an odd mark is dropped."""
    found = [*_find_paired(text), *_find_straight(text)]
    found += [
        single
        for single in _find_single(text)
        if not any(_overlap(single, other) and not _holds(other, single, text) for other in found)
    ]
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))


def find_overlapping(quotations: Sequence[Quotation], start: int, end: int) -> list[Quotation]:
    """Return the quotations that share a character with [start, end), which need not be searched.

    Quotations come in order and hardly ever hold each other, so few are looked at.
    """
    first = bisect_left(quotations, start - LONGEST_QUOTATION, key=lambda item: item.start)
    last = bisect_left(quotations, end, key=lambda item: item.start)
    return [item for item in quotations[first:last] if item.end > start]


def _find_paired(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    closed = set()
    for style, opening, closing in _PAIRS:
        for match in re.finditer(_OPENINGS.get(opening, opening), text):
            start = match.end()
            if match.start() in closed:
                continue
            end = next(
                (
                    index
                    for index in range(start, min(len(text), start + LONGEST_QUOTATION))
                    if text[index] in closing or text[index] == opening
                ),
                None,
            )
            if end is None or text[end] == opening:
                end = min(_end_paragraph(text, start), start + LONGEST_QUOTATION)
            closed.add(end)
            found.append(Quotation(start=start, end=end, style=style))
    return [item for item in found if item.start < item.end]


def _find_straight(text: str) -> list[Quotation]:
    """Pair straight marks paragraph by paragraph, so that an odd one spoils only its own."""
    found = []
    start = 0
    for stop in [*(match.start() for match in _PARAGRAPH.finditer(text)), len(text)]:
        marks = [match.span() for match in _STRAIGHT.finditer(text, start, stop)]
        for opening, closing in zip(marks[::2], [*marks[1::2], None], strict=False):
            end = stop if closing is None else closing[0]
            if closing is None and not _opens(text, opening):
                continue
            if opening[1] < end:
                found.append(Quotation(start=opening[1], end=end, style="straight"))
        start = stop
    return found


def _find_single(text: str) -> list[Quotation]:
    return [
        Quotation(start=match.start(1), end=match.end(1), style="single")
        for match in _SINGLE.finditer(text)
        if " " in match[1]
    ]


def _opens(text: str, mark: tuple[int, int]) -> bool:
    start, end = mark
    return text[end : end + 1].isalnum() and not text[start - 1 : start].isalnum()


def _end_paragraph(text: str, start: int) -> int:
    match = _PARAGRAPH.search(text, start)
    return match.start() if match is not None else len(text)


def _holds(outer: Quotation, inner: Quotation, text: str) -> bool:
    """Tell speech inside a quotation from an apostrophe: "He shouted, 'Go away,' and we ran"."""
    before = text[outer.start : inner.start - 1].rstrip()
    return before[-1:] in (",", ":") and inner.end < outer.end


def _overlap(one: Quotation, other: Quotation) -> bool:
    return one.start < other.end and other.start < one.end
