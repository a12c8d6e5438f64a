"""Excerpts: some sentences of a text as a text of their own, and what was found set back."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct, structs

from firsthand.model.claims import Claim
from firsthand.model.ids import make_claim_id
from firsthand.model.readings import Reading
from firsthand.model.reports import Document
from firsthand.model.spans import Part, quote_parts

# What was apart in the text is a paragraph of its own.
_SEAM = "\n\n"
_SPANS = frozenset({"span", "speaker_span", "cue_span"})


class Excerpt(Struct, frozen=True, kw_only=True):
    """Kept parts of a text, one after another; `starts` are where each begins in `text`."""

    text: str
    parts: tuple[Part, ...]
    starts: tuple[int, ...]


def make_excerpt(text: str, parts: Sequence[Part]) -> Excerpt:
    """Put parts of a text together; those that touch stay together."""
    pieces: list[str] = []
    starts: list[int] = []
    place, end = 0, None
    for part in parts:
        if end is not None and part[0] != end:
            pieces.append(_SEAM)
            place += len(_SEAM)
        pieces.append(text[slice(*part)])
        starts.append(place)
        place += part[1] - part[0]
        end = part[1]
    return Excerpt(text="".join(pieces), parts=tuple(parts), starts=tuple(starts))


def restore_reading(reading: Reading, excerpt: Excerpt, document: Document) -> Reading:
    """Set all offsets of a reading of an excerpt back to the text it was taken from."""
    moved: Reading = msgspec.convert(_move(msgspec.to_builtins(reading), excerpt), Reading)
    claims = [
        _rename(_part_at_seams(claim, old, excerpt), document.text)
        for claim, old in zip(moved.claims, reading.claims, strict=True)
    ]
    names = {old.id: new.id for old, new in zip(reading.claims, claims, strict=True)}
    return structs.replace(
        moved,
        report=structs.replace(
            document.report,
            genre=moved.report.genre,
            credits=moved.report.credits,
            unread=moved.report.unread,
        ),
        claims=tuple(claims),
        victims=tuple(
            structs.replace(victim, claims=tuple(names[claim] for claim in victim.claims))
            for victim in moved.victims
        ),
    )


def _rename(claim: Claim, text: str) -> Claim:
    """Quote the text itself, and name the claim as a reading of the whole text would."""
    return structs.replace(
        claim,
        id=make_claim_id(claim.report, claim.parts, claim.kind),
        quote=quote_parts(text, claim.parts),
    )


def _part_at_seams(claim: Claim, old: Claim, excerpt: Excerpt) -> Claim:
    """Part a claim's words where the excerpt was put together: between them nothing was read."""
    parts = [
        (_find_place(max(start, first), excerpt), _find_end(min(end, last), excerpt))
        for start, end in old.parts
        for first, last in _list_runs(excerpt)
        if start < last and first < end
    ]
    return structs.replace(claim, parts=tuple(parts))


def _list_runs(excerpt: Excerpt) -> list[Part]:
    """List the stretches of an excerpt that stand together in the text."""
    runs: list[Part] = []
    for (first, last), start in zip(excerpt.parts, excerpt.starts, strict=True):
        end = start + last - first
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


# The values are those of a Reading as msgspec gives them: nothing that is typed passes here.
def _move(value: Any, excerpt: Excerpt) -> Any:
    if isinstance(value, list | tuple):
        return [_move(item, excerpt) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _move_field(key, item, excerpt) for key, item in value.items()}


def _move_field(key: str, value: Any, excerpt: Excerpt) -> Any:
    if key == "start" and isinstance(value, int):
        return _find_place(value, excerpt)
    if key == "end" and isinstance(value, int):
        return _find_end(value, excerpt)
    if key in _SPANS and value is not None:
        return [_find_place(value[0], excerpt), _find_end(value[1], excerpt)]
    if key == "parts":
        return [[_find_place(one, excerpt), _find_end(two, excerpt)] for one, two in value]
    return _move(value, excerpt)


def _find_place(offset: int, excerpt: Excerpt) -> int:
    """Return where a character of an excerpt stands in the text; of a seam, where it ends."""
    number = bisect_right(excerpt.starts, offset) - 1
    first, last = excerpt.parts[number]
    return min(first + offset - excerpt.starts[number], last)


def _find_end(offset: int, excerpt: Excerpt) -> int:
    return _find_place(offset - 1, excerpt) + 1 if offset else 0
