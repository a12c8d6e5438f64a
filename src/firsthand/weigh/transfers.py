"""Transfers: bodies and wounded moved from one place to another, so that nobody counts twice."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from firsthand.model.casualties import Outcome
from firsthand.model.claims import Claim
from firsthand.text.numbers import find_quantities
from firsthand.weigh.figures import Figure

# Words for a place that takes in the dead and the wounded.
WARD = (
    r"(?:hospitals?|clinics?|morgues?|mortuar(?:y|ies)|infirmar(?:y|ies)|field hospitals?"
    r"|medical (?:cent(?:er|re)s?|points?|posts?)|dispensar(?:y|ies))"
)
# "Four of the 21 bodies were", "six were", "another two had been".
_WHO = (
    r"(?:\s+of (?:the|those|these|its|them|whom)(?:\s+[\w,]+)?)?"
    r"(?:\s+(?:more|others?|bodies|corpses|dead|wounded|injured|patients|people|men|women"
    r"|children|cases))*"
    r"\s+(?:were|was|had been|have been|has been|being)(?:\s+(?:later|then|since|also|all))?\s+"
)
# From a ward anywhere, or onwards to one: "taken to hospital" alone is nobody's second count.
_MOVED = re.compile(
    rf"{_WHO}(?:(?:brought|taken|moved|carried|driven|transferred|sent|evacuated|flown)"
    rf"(?:\s+\w+){{0,3}}?\s+from (?:[\w’'-]+\s+){{0,5}}?{WARD}"
    rf"|(?:transferred|referred|moved on|sent on|passed on|handed over|taken on|moved)\s+to"
    rf" (?:[\w’'-]+\s+){{0,5}}?{WARD})\b",
    re.IGNORECASE,
)
# "four of the 21 bodies": 21 are the whole that four are of.
_OF_WHOLE = re.compile(r"\bof (?:the|those|these|its|their)\s*$", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:bod(?:y|ies)|corpses?|dead|remains)\b", re.IGNORECASE)
_HURT = re.compile(r"\b(?:wounded|injured|patients?|casualties)\b", re.IGNORECASE)
_REST = re.compile(
    r"\b(?:still|remain(?:s|ed|ing)?|(?:were|was|are|is) left)\b(?!\s+missing)", re.IGNORECASE
)


# "twelve of the dead", "three of the four people killed": the whole follows its share.
_SHARE = (
    r"[\w-]+(?:\s+[\w-]+)?\s+of\s+(?:the|those|these|its|their)\s+"
    r"(?:(?!were\b|was\b|had\b|have\b)[\w,-]+\s+){0,3}?"
)
_SHARES: dict[Outcome, re.Pattern[str]] = {
    "killed": re.compile(rf"{_SHARE}(?:dead|killed|bodies|victims|deaths|slain)\b", re.IGNORECASE),
    "injured": re.compile(rf"{_SHARE}(?:wounded|injured|casualties)\b", re.IGNORECASE),
}


class Move(Struct, frozen=True, kw_only=True):
    """So many of one outcome moved from one place to another, by the claim that says so."""

    outcome: Outcome
    number: int
    claim: str


def find_moves(claims: Sequence[Claim]) -> tuple[Move, ...]:
    """Find how many of the dead or wounded are said to have been moved."""
    return tuple(move for claim in claims for move in _read_moves(claim))


def tells_of_move(claim: Claim, figure: Figure) -> bool:
    """Tell whether a figure is the number of those moved, not of those who came first."""
    return any(move.number == figure.low for move in _read_moves(claim))


def tells_of_rest(claim: Claim, figure: Figure) -> bool:
    """Tell whether a figure counts who is left of those counted before: "41 remain in hospital"."""
    words = [count.text for count in claim.casualties if count.outcome == figure.outcome]
    return bool(words) and all(_is_rest(claim.quote, text) for text in words)


def tells_of_share(claim: Claim, figure: Figure) -> bool:
    """Tell whether a figure counts some of the harmed: "three of the four killed were shot"."""
    words = [count.text for count in claim.casualties if count.outcome == figure.outcome]
    share = _SHARES.get(figure.outcome)
    if share is None or not words:
        return False
    return all(share.match(claim.quote, max(0, claim.quote.find(text))) for text in words)


def _is_rest(quote: str, text: str) -> bool:
    """Tell whether "still" or "remain" stands right before a count or within its clause."""
    start = quote.find(text)
    if start < 0:
        return False
    before = quote[max(0, start - 25) : start].rpartition(",")[2]
    after = re.split(r"[,.;:]", quote[start + len(text) : start + len(text) + 40])[0]
    return bool(_REST.search(before) or _REST.search(after))


def _read_moves(claim: Claim) -> Iterator[Move]:
    for quantity in find_quantities(claim.quote):
        found = _MOVED.match(claim.quote, quantity.end)
        if found is None or quantity.low is None or _OF_WHOLE.search(claim.quote[: quantity.start]):
            continue
        outcome = _find_outcome(claim.quote[quantity.start : found.end()], claim)
        if outcome is not None:
            yield Move(outcome=outcome, number=quantity.low, claim=claim.id)


def _find_outcome(words: str, claim: Claim) -> Outcome | None:
    """Find whether the dead or the wounded were moved: by its words, else by its counts."""
    if _DEAD.search(words):
        return "killed"
    if _HURT.search(words):
        return "injured"
    outcomes = {count.outcome for count in claim.casualties}
    return outcomes.pop() if len(outcomes) == 1 else None
