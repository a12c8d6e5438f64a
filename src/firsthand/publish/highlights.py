"""Highlights: a report's text cut where claims begin and end, so that overlaps stay readable."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from firsthand.model.claims import Claim
from firsthand.model.reports import Report
from firsthand.model.spans import Part


class Segment(Struct, frozen=True, kw_only=True):
    """A stretch of text under the same claims; `opens` are the claims that begin with it."""

    text: str
    start: int
    claims: tuple[str, ...]
    opens: tuple[str, ...]
    unread: bool


def cut_segments(text: str, report: Report, claims: Sequence[Claim]) -> tuple[Segment, ...]:
    """Cut a text into segments; joined again they are the text."""
    spans = [(part, claim.id) for claim in claims for part in claim.parts]
    unread = [(sentence.start, sentence.end) for sentence in report.unread]
    borders = {0, len(text)}
    for start, end in (*(part for part, _ in spans), *unread):
        borders.update((start, end))
    ordered = sorted(border for border in borders if 0 <= border <= len(text))
    first_parts = {(claim.parts[0][0], claim.id) for claim in claims if claim.parts}
    segments = []
    for start, end in pairwise(ordered):
        inside = tuple(claim for part, claim in spans if _holds(part, start))
        segments.append(
            Segment(
                text=text[start:end],
                start=start,
                claims=inside,
                opens=tuple(claim for claim in inside if (start, claim) in first_parts),
                unread=any(_holds(part, start) for part in unread),
            )
        )
    return tuple(segments)


def _holds(part: Part, place: int) -> bool:
    return part[0] <= place < part[1]
