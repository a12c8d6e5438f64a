"""Numbers: every quantity in a text with the bounds its words give it."""

import re
from collections.abc import Iterator

from msgspec import Struct, structs

UNITS = {
    word: value
    for value, word in enumerate(
        [
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen"),
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}

# Words without a number, as conflict coders read them (ACLED: tens 10, dozens 12, hundreds 100).
VAGUE = {
    "several": 2,
    "a few": 2,
    "a handful of": 2,
    "a number of": 2,
    "many": 2,
    "numerous": 2,
    "multiple": 2,
    "scores": 20,
    "dozens": 12,
    "tens": 10,
    "hundreds": 100,
    "thousands": 1_000,
    "tens of thousands": 10_000,
    "hundreds of thousands": 100_000,
    "millions": 1_000_000,
}

# What stands before a number and bounds it: words → low known, high known, approximate.
LOWER = r"at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|upwards? of"
MORE = r"more than|over|in excess of|above|exceed(?:s|ing|ed)"
UPPER = (
    r"up to|as many as|at most|no more than|not more than|a maximum of|fewer than|less than|under"
)
ABOUT = (
    r"about|around|approximately|roughly|some|nearly|almost|close to|an estimated|estimated"
    r"|circa|more or less|just over|just under|well over|perhaps|maybe"
)

_FIRST_WORDS = "|".join((*UNITS, *TENS))
_NUMBER_WORDS = "|".join((*UNITS, *TENS, *SCALES))
_WORDS = (
    rf"(?:an?\s+(?:hundred|thousand|million|dozen)|half\s+a\s+dozen|(?:{_FIRST_WORDS}))"
    rf"(?:(?:\s+and\s+|[\s-]+)(?:{_NUMBER_WORDS}))*"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+"
_CORE = re.compile(
    rf"(?<![\w$€£¥.,:/'’#])(?<![A-Za-z]-)(?:(?P<digits>{_DIGITS})(?:[\s-]+(?P<scale>hundred|thousand|million|dozen))?"
    rf"|(?P<words>{_WORDS}))(?![\w%/]|[.,:]\d|-(?:year|month|day|hour|minute|week|old|mile|km|story|member)|\s*%)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:" + "|".join(sorted(VAGUE, key=len, reverse=True)) + r")\b(?!-)", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:no one|nobody|none|no(?!\.?\s*\d))\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?:(?P<lower>{LOWER})|(?P<more>{MORE})|(?P<upper>{UPPER})|(?P<about>{ABOUT}))\s+(?:a\s+total\s+of\s+)?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"^\s*(?:-|–|—|to|or|and)\s*$", re.IGNORECASE)
_AFTER = re.compile(r"^(?:\s+or\s+more\b|\s*\+|[- ]plus\b)", re.IGNORECASE)

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_MEASURES = (
    r"percent|per\s?cent|per\b|pct|points?|dollars?|euros?|pounds?|rupees?|pesos?|riyals?|dinars?|cents?"
    r"|km|kilomet\w+|met(?:er|re)s?|miles?|feet|foot|inch\w*|yards?|mm|cm|kg|kilos?|kilograms?"
    r"|tons?|tonnes?|lit(?:er|re)s?|hectares?|acres?|calib\w+|degrees?|volts?|rounds|bullets"
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur\w+|nights?"
    r"|o['’]clock|[ap]\.?m\b|times|seats|votes"
)
_MEASURED = re.compile(rf"^[\s-]*(?:more\s+|consecutive\s+)?(?:{_MEASURES})\b", re.IGNORECASE)
_DATED_AFTER = re.compile(rf"^(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b", re.IGNORECASE)
_DATED_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
_LABELLED = re.compile(
    r"\b(?:no\.?|number|article|articles|section|resolution|chapter|paragraph|room|flight|highway"
    r"|route|rule|page|aged?|day|phase|camp|block|building|ward|district|zone|area|unit|brigade"
    r"|statement|channel|at|by|around|before|until|since|in)\s+$",
    re.IGNORECASE,
)


class Quantity(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of things at [start, end): inclusive bounds, null where open."""

    start: int
    end: int
    low: int | None
    high: int | None
    vague: bool = False
    approximate: bool = False


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find the quantities of a text in order; what measures, dates, labels or ages is left out."""
    cores = [*_find_cores(text), *_find_vague(text), *_find_zero(text)]
    ordered = sorted(cores, key=lambda core: (core.start, -core.end))
    apart = [
        core
        for index, core in enumerate(ordered)
        if not any(other.start <= core.start and core.end <= other.end for other in ordered[:index])
    ]
    return tuple(_bound(core, text) for core in _join_ranges(apart, text))


def read_number(words: str) -> int | None:
    """Return the value of a number in digits or English words, or None."""
    digits = words.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    total = current = 0
    for word in re.split(r"[\s-]+", words.casefold()):
        if word in ("and", "a", "an"):
            continue
        if word == "half":
            return 6
        if word in UNITS or word in TENS:
            current += UNITS.get(word, TENS.get(word, 0))
        elif word in ("hundred", "dozen"):
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0
        else:
            return None
    return total + current


def _find_cores(text: str) -> Iterator[Quantity]:
    for match in _CORE.finditer(text):
        before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() :][:24]
        value = _read_core(match)
        if value is None or _is_no_count(match, value, before, after):
            continue
        yield Quantity(start=match.start(), end=match.end(), low=value, high=value)


def _read_core(match: re.Match[str]) -> int | None:
    if match["words"]:
        return read_number(match["words"])
    value = read_number(match["digits"])
    if value is not None and match["scale"]:
        value *= SCALES[match["scale"].casefold()]
    return value


def _is_no_count(match: re.Match[str], value: int, before: str, after: str) -> bool:
    """Tell whether a number measures, dates or labels something, or is somebody's age."""
    if _MEASURED.match(after) or _DATED_AFTER.match(after):
        return True
    if not match["digits"]:
        return value == 1 and re.match(r"\s+(?:another|day|side|such|thing)\b", after) is not None
    if _DATED_BEFORE.search(before) and value <= 31:
        return True
    if "," not in match["digits"] and 1900 <= value <= 2099 and len(match["digits"]) == 4:
        return not re.match(r"\s+(?:people|civilians|men|women|children|others|[a-z]+s\b)", after)
    if re.search(r"\w, $", before) and re.match(r"[,.;)]|\s+years", after):
        return True
    if before.endswith("(") and after.startswith(")"):
        return True
    return bool(_LABELLED.search(before)) and not re.match(r"\s+[a-z]", after)


def _find_vague(text: str) -> Iterator[Quantity]:
    for match in _VAGUE.finditer(text):
        words = " ".join(match[0].casefold().split())
        rest = text[match.end() :][:16]
        if _MEASURED.match(rest) or _MEASURED.match(rest.removeprefix(" of")):
            continue
        if re.match(r"\s+times\b", rest) or re.search(
            r"\b(?:how|as|so|too|not)\s$", text[: match.start()][-6:], re.IGNORECASE
        ):
            continue
        yield Quantity(
            start=match.start(), end=match.end(), low=VAGUE[words], high=None, vague=True
        )


def _find_zero(text: str) -> Iterator[Quantity]:
    for match in _NOBODY.finditer(text):
        yield Quantity(start=match.start(), end=match.end(), low=0, high=0)


def _join_ranges(cores: list[Quantity], text: str) -> Iterator[Quantity]:
    """Join "10 to 12", "10-12", "one or two" and "between 10 and 12" into one quantity."""
    index = 0
    while index < len(cores):
        core = cores[index]
        follower = cores[index + 1] if index + 1 < len(cores) else None
        if follower is not None and _is_range(core, follower, text):
            start = core.start
            lead = re.search(
                r"\b(?:between|from)\s+$", text[max(0, start - 10) : start], re.IGNORECASE
            )
            yield Quantity(
                start=start - len(lead[0]) if lead else start,
                end=follower.end,
                low=core.low,
                high=follower.high,
                vague=core.vague or follower.vague,
            )
            index += 2
            continue
        yield core
        index += 1


def _is_range(one: Quantity, other: Quantity, text: str) -> bool:
    between = text[one.end : other.start]
    if one.low is None or other.low is None or one.low >= other.low or not _RANGE.match(between):
        return False
    if between.strip().casefold() != "and":
        return True
    return (
        re.search(r"\bbetween\s+$", text[max(0, one.start - 10) : one.start], re.IGNORECASE)
        is not None
    )


def _bound(core: Quantity, text: str) -> Quantity:
    """Widen a quantity by the words that bound it, before and after."""
    before = text[max(0, core.start - 40) : core.start]
    match = _BEFORE.search(before)
    if match is not None:
        core = structs.replace(
            _apply(core, match), start=core.start - (len(before) - match.start())
        )
        outer = _BEFORE.search(text[max(0, core.start - 40) : core.start])
        if outer is not None and outer["lower"]:
            core = structs.replace(core, high=None, start=core.start - len(outer[0]))
    after = _AFTER.match(text[core.end : core.end + 12])
    if after is not None:
        core = structs.replace(core, high=None, end=core.end + len(after[0]))
    return core


def _apply(core: Quantity, match: re.Match[str]) -> Quantity:
    if match["lower"] or match["more"]:
        return structs.replace(core, high=None)
    if match["upper"]:
        return structs.replace(
            core, low=None, high=core.high if core.high is not None else core.low
        )
    return structs.replace(core, approximate=True)
