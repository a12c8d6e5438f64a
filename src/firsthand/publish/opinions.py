"""Opinions: judgements and loaded words, set apart from what is said to have happened."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from firsthand.model.claims import Claim, FlagKind

_SET_APART: tuple[FlagKind, ...] = ("opinion", "loaded")


class Wording(Struct, frozen=True, kw_only=True):
    """Loaded or judging words as they stand in reports, with the claims that hold them."""

    words: str
    kind: FlagKind
    claims: tuple[str, ...]


def list_opinions(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """List the claims that are opinions: they are shown, and decide nothing."""
    return tuple(claim for claim in claims if claim.stance == "opinion")


def list_wordings(claims: Sequence[Claim], texts: Mapping[str, str]) -> tuple[Wording, ...]:
    """List the loaded and judging words of claims that are weighed all the same."""
    found: dict[tuple[str, FlagKind], dict[str, None]] = {}
    for claim in claims:
        for flag in claim.flags:
            if flag.kind in _SET_APART:
                words = texts[claim.report][flag.start : flag.end]
                found.setdefault((words, flag.kind), {})[claim.id] = None
    return tuple(
        Wording(words=words, kind=kind, claims=tuple(ids)) for (words, kind), ids in found.items()
    )
