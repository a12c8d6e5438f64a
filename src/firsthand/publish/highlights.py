"""Highlights: a report's text cut where claims begin and end, so that overlaps stay readable."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup
from msgspec import Struct

from firsthand.model.claims import Claim
from firsthand.model.reports import Report
from firsthand.model.spans import Part

# Characters that turn or embed the direction of what follows: a text could show words backwards
# (Unicode TR 36, "bidirectional text spoofing").
_TURNS = re.compile("([\u202a-\u202e\u2066-\u2069])")


class Segment(Struct, frozen=True, kw_only=True):
    """A stretch of text under the same claims.

    `opens` are the claims that begin with it, `closes` those whose last part ends with it.
    """

    text: str
    start: int
    claims: tuple[str, ...]
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    unread: bool


def order_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Order the claims of one report as they stand in it; the longer of two comes first."""
    return tuple(sorted(claims, key=lambda claim: (*_find_ends(claim, -1), claim.id)))


def cut_segments(text: str, report: Report, claims: Sequence[Claim]) -> tuple[Segment, ...]:
    """Cut a text into segments; joined again they are the text, and every claim opens once."""
    spans = [(part, claim.id) for claim in claims for part in claim.parts]
    unread = [(sentence.start, sentence.end) for sentence in report.unread]
    borders = {0, len(text)}
    for start, end in (*(part for part, _ in spans), *unread):
        borders.update((_clip(start, text), _clip(end, text)))
    ends = {claim.id: _find_ends(claim) for claim in claims}
    pieces = list(pairwise(sorted(borders))) or [(0, 0)]
    opening = _place(((name, _clip(first, text)) for name, (first, _) in ends.items()), pieces)
    closing = _place(
        ((name, max(0, _clip(last, text) - 1)) for name, (_, last) in ends.items()), pieces
    )
    return tuple(
        Segment(
            text=text[start:end],
            start=start,
            claims=tuple(dict.fromkeys(name for part, name in spans if _holds(part, start))),
            opens=opening.get(start, ()),
            closes=closing.get(start, ()),
            unread=any(_holds(part, start) for part in unread),
        )
        for start, end in pieces
    )


def reveal_turns(text: str) -> Markup:
    """Escape a text; a character that turns the direction is named and turns nothing."""
    pieces = (
        Markup('<bdi class="turn" data-u="U+{:04X}">{}</bdi>').format(ord(piece), piece)
        if _TURNS.fullmatch(piece)
        else Markup.escape(piece)
        for piece in _TURNS.split(text)
    )
    return Markup("").join(pieces)


def _find_ends(claim: Claim, sign: int = 1) -> tuple[int, int]:
    """Return where a claim begins and ends; with sign -1 the end counts downwards."""
    if not claim.parts:
        return 0, 0
    return min(start for start, _ in claim.parts), sign * max(end for _, end in claim.parts)


def _place(points: Iterable[tuple[str, int]], pieces: Sequence[Part]) -> dict[int, tuple[str, ...]]:
    """Give each named point to the piece that holds it; one past the end goes to the last."""
    placed: dict[int, tuple[str, ...]] = {}
    for name, point in points:
        home = next((start for start, end in pieces if point < end), pieces[-1][0])
        placed[home] = (*placed.get(home, ()), name)
    return placed


def _clip(place: int, text: str) -> int:
    return min(max(place, 0), len(text))


def _holds(part: Part, place: int) -> bool:
    return part[0] <= place < part[1]
