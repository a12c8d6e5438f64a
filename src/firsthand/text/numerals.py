"""Numerals: the value of a number written in digits or in English words."""

import re

UNITS = {
    word: value
    for value, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], start=1
    )
}
TEENS = {
    word: value
    for value, word in enumerate(
        [
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen"),
        ],
        start=10,
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}

_VALUES = {"zero": 0, **UNITS, **TEENS, **TENS}
_UNIT, _TEEN, _TENS = ("|".join(words) for words in (UNITS, TEENS, TENS))
_BELOW_100 = rf"(?:(?:{_TENS})(?:[\s-]+(?:{_UNIT}))?\b|(?:{_TEEN})\b|(?:{_UNIT})\b)"
_BELOW_1000 = rf"(?:(?:a|{_BELOW_100})[\s-]+hundred(?:\s+(?:and\s+)?{_BELOW_100})?\b|{_BELOW_100})"
_THOUSANDS = rf"(?:an?|{_BELOW_1000})[\s-]+(?:thousand|million)(?:,?\s+(?:and\s+)?{_BELOW_1000})?\b"
_DOZENS = rf"(?:half\s+a|a\s+half|an?|{_BELOW_100})[\s-]+dozen\b"

# A number in words is one number only as far as the grammar goes: "two and three" are two of them.
NUMERAL_IN_WORDS = rf"(?:{_DOZENS}|{_THOUSANDS}|{_BELOW_1000}|zero\b)"
NUMERAL_IN_DIGITS = (
    r"(?:\d+\.\d+(?=[\s-]+(?:thousand|million)\b)|\d{1,3}(?:,\d{3})+(?!\d)|\d+)"
    r"(?:[\s-]+(?:dozen|hundred|thousand|million)\b)?"
)


def read_number(words: str) -> int | None:
    """Return the value of a number in digits or English words, or None."""
    total, current = 0, 0.0
    pieces = [piece for piece in re.split(r"[\s-]+|,(?!\d)", words.casefold().strip()) if piece]
    if not pieces:
        return None
    for piece in pieces:
        value = _read_piece(piece)
        if value is not None:
            current += value
        elif piece in ("thousand", "million"):
            total, current = total + round((current or 1) * SCALES[piece]), 0.0
        elif piece in SCALES:
            current = (current or 1) * SCALES[piece]
        elif piece not in ("and", "a", "an", "of"):
            return None
    return total + round(current)


def _read_piece(piece: str) -> float | None:
    if piece == "half":
        return 0.5
    digits = piece.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        return float(digits)
    return _VALUES.get(piece)
