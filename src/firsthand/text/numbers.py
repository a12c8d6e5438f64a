"""Numbers: every quantity in a text with the bounds its words give it."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, structs

from firsthand.text.measures import is_measure
from firsthand.text.numerals import NUMERAL_IN_DIGITS, NUMERAL_IN_WORDS, SCALES, read_number

# Words without a number, as conflict coders read them (ACLED: tens 10, dozens 12, hundreds 100).
VAGUE = {
    "several": 2,
    "a few": 2,
    "a couple of": 2,
    "a handful of": 2,
    "a number of": 2,
    "an unknown number of": 2,
    "an unknown number": 2,
    "an unspecified number of": 2,
    "an unspecified number": 2,
    "an undetermined number of": 2,
    "an undetermined number": 2,
    "a large number of": 2,
    "a large number": 2,
    "a small number of": 2,
    "large numbers of": 2,
    "many": 2,
    "numerous": 2,
    "multiple": 2,
    "countless": 2,
    "scores": 20,
    "dozens": 12,
    "tens": 10,
    "hundreds": 100,
    "thousands": 1_000,
    "tens of thousands": 10_000,
    "hundreds of thousands": 100_000,
    "millions": 1_000_000,
}

# What stands before a number and bounds it: lowest known, next lowest, highest, next highest.
LOWER = r"at (?:the very )?least|no(?:t)? (?:fewer|less) than|a minimum of|upwards? of|minimum"
ABOVE = r"(?:not only |far |many |well )?(?:more than|over|in excess of|above)|exceed(?:s|ing|ed)"
UPPER = r"up to|as (?:many|much|high) as|at (?:the )?most|no(?:t)? more than|a maximum of|maximum"
BELOW = r"(?:not |far |well )?(?:fewer than|less than|under|below)"
ABOUT = (
    r"about|around|approximately|roughly|some|nearly|almost|close to|an estimated|estimated"
    r"|circa|c\.|ca\.|more or less|just over|just under|perhaps|maybe|possibly|approx\.?|nearing"
)

_CORE = re.compile(
    rf"(?<![\w$€£¥.,:/'’#])(?<![A-Za-z]-)(?:(?P<digits>{NUMERAL_IN_DIGITS})"
    rf"|(?P<words>{NUMERAL_IN_WORDS}))"
    r"(?![\w%/]|[.,:]\d|['’]s\b|-(?!\d|plus\b)[a-z]|\s*%|[\s-]thirds?\b|[\s-]quarters?\b|\s+percent)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:(?P<few>several|a\s+few|a\s+couple(?:\s+of)?|many|some\s+few)\s+"
    r"(?P<scale>dozen|hundred|thousand)s?|"
    + "|".join(
        word.replace(" of", r"[\"”’']?\s+of").replace(" ", r"\s+")
        for word in sorted(VAGUE, key=len, reverse=True)
    )
    + r")\b(?!-)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:no\s?one|no-one|nobody|none|not\s+(?:a\s+single|one)|neither"
    r"|no(?!\.?\s*\d|\s+(?:more|fewer|less|longer|doubt|matter|later|way)\b|-))\b",
    re.IGNORECASE,
)
_FURTHER = (
    r"(?:\s+(?:a(?:nother)?|the|an)?\s*(?:further|additional|other|total\s+of)|\s+another)?\s+"
)
_BEFORE = re.compile(
    rf"\b(?:(?P<lower>{LOWER})|(?P<above>{ABOVE})|(?P<upper>{UPPER})|(?P<below>{BELOW})"
    rf"|(?P<about>{ABOUT})){_FURTHER}$",
    re.IGNORECASE,
)
# "reported about one killed": here "about" says of what, not how exactly.
_SPEAKING_BEFORE = re.compile(
    r"\b(?:report\w*|information|news|told|spoke|talk\w*|details?|posted|wrote|inform\w*|words?)\s+$",
    re.IGNORECASE,
)
_OPEN_AFTER = re.compile(
    r"^(?:\s+or\s+more\b|,?\s+if\s+not\s+more\b|\s*\+|[- ]plus\b|,?\s+at\s+(?:the\s+)?least\b)",
    re.IGNORECASE,
)
_CLOSED_AFTER = re.compile(r"^(?:\s+or\s+(?:fewer|less)\b|,?\s+at\s+(?:the\s+)?most\b)", re.I)
_ABOUT_AFTER = re.compile(r"^\s+or\s+so\b", re.IGNORECASE)
_REPEATED_AFTER = re.compile(r"^\s*\(\d+\)")
_RANGE = re.compile(r"^\s*(?:-|–|—|to|or|and)\s*$", re.IGNORECASE)
_BOUND_JOIN = re.compile(
    r"^,?\s*(?:-|–|—|(?:and|or|to|but)?\s*(?:perhaps|possibly|maybe)?)\s*$", re.IGNORECASE
)
# "raised the toll from 30 to 34" is a change, not a range
_RISE_BEFORE = re.compile(
    r"\b(?:rose|risen|rises?|raised|raising|up|increased|climbed|grew|jumped|went|toll|revised|fell)"
    r"(?:\s+\w+){0,3}\s+from\s+$",
    re.IGNORECASE,
)
_SCALE_LAST = re.compile(r"\b(dozen|hundred|thousand|million)$", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?:(?P<half>half)|(?P<third>(?:a|one)[\s-]third)|(?P<quarter>(?:a|one)[\s-]quarter)"
    r"|(?P<thirds>two[\s-]thirds))\s+of\s+(?:the|its|their|those)\s+$",
    re.IGNORECASE,
)
_SHARES = {"half": (1, 2), "third": (1, 3), "quarter": (1, 4), "thirds": (2, 3)}
_EXCEPT = re.compile(r"\ball\s+but\s+$", re.IGNORECASE)
_EXCEPT_JOIN = re.compile(r"^\s+of\s+(?:the|its|their|his|her|those)\s+(?:\w+\s+)?$", re.IGNORECASE)


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
    found = [*_find_cores(text), *_find_vague(text), *_find_zero(text)]
    cores = _keep_outer(found)
    joined = _join(_join(cores, text, _join_range), text, _join_exception)
    bounded = [_share(_bound(core, text), text) for core in joined]
    return tuple(_keep_outer(_join(bounded, text, _join_bounds)))


def _keep_outer(found: Sequence[Quantity]) -> list[Quantity]:
    """Keep the longest of the quantities that stand in each other, in the order of the text."""
    kept: list[Quantity] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _find_cores(text: str) -> Iterator[Quantity]:
    for match in _CORE.finditer(text):
        before, after = text[max(0, match.start() - 32) : match.start()], text[match.end() :][:32]
        value = read_number(match[0])
        if value is not None and not is_measure(match[0], value, before, after):
            yield Quantity(start=match.start(), end=match.end(), low=value, high=value)


def _find_vague(text: str) -> Iterator[Quantity]:
    for match in _VAGUE.finditer(text):
        rest = text[match.end() :][:32]
        if is_measure("many", 2, "", rest) or is_measure("many", 2, "", rest.removeprefix(" of")):
            continue
        if re.search(r"\b(?:how|as|so|too|not|how\s+very)\s$", text[: match.start()][-9:], re.I):
            continue
        words = " ".join(re.sub(r"[\"”’']", "", match[0].casefold()).split())
        low = 2 * SCALES[match["scale"].casefold()] if match["scale"] else VAGUE[words]
        yield Quantity(start=match.start(), end=match.end(), low=low, high=None, vague=True)


def _find_zero(text: str) -> Iterator[Quantity]:
    for match in _NOBODY.finditer(text):
        yield Quantity(start=match.start(), end=match.end(), low=0, high=0)


def _join(
    items: Sequence[Quantity],
    text: str,
    join: Callable[[Quantity, Quantity, str], Quantity | None],
) -> list[Quantity]:
    """Join neighbours into one quantity where a rule of joining gives one."""
    joined: list[Quantity] = []
    for item in items:
        both = join(joined[-1], item, text) if joined else None
        if both is None:
            joined.append(item)
        else:
            joined[-1] = both
    return joined


def _join_range(one: Quantity, other: Quantity, text: str) -> Quantity | None:
    """Join "10 to 12", "10-12", "one or two" and "between 10 and 12"."""
    between = text[one.end : other.start]
    if one.low is None or other.low is None or one.low >= other.low or not _RANGE.match(between):
        return None
    if _RISE_BEFORE.search(text[max(0, one.start - 40) : one.start]):
        return None
    lead = re.search(r"\b(?:between|from)\s+$", text[max(0, one.start - 10) : one.start], re.I)
    if between.strip().casefold() == "and" and (lead is None or lead[0][0] not in "bB"):
        return None
    return Quantity(
        start=one.start - len(lead[0]) if lead else one.start,
        end=other.end,
        low=_share_scale(one, other, text),
        high=other.high,
        vague=one.vague or other.vague,
    )


def _share_scale(one: Quantity, other: Quantity, text: str) -> int | None:
    """Give "three to four hundred" the scale of its last word."""
    scale = _SCALE_LAST.search(text[other.start : other.end])
    if scale is None or one.low is None or other.low is None:
        return one.low
    scaled = one.low * SCALES[scale[1].casefold()]
    return scaled if scaled < other.low else one.low


def _join_exception(one: Quantity, other: Quantity, text: str) -> Quantity | None:
    """Read "all but two of the 30" as the 28 that its words say."""
    lead = _EXCEPT.search(text[max(0, one.start - 9) : one.start])
    if lead is None or one.low is None or other.low is None or one.low > other.low:
        return None
    if not _EXCEPT_JOIN.match(text[one.end : other.start]):
        return None
    rest = other.low - one.low
    return Quantity(start=one.start - len(lead[0]), end=other.end, low=rest, high=rest)


def _join_bounds(one: Quantity, other: Quantity, text: str) -> Quantity | None:
    """Join "at least 10 and up to 40" and "10, possibly as many as 40"."""
    if one.low is None or one.vague or other.low is not None or other.high is None:
        return None
    if one.low > other.high or not _BOUND_JOIN.match(text[one.end : other.start]):
        return None
    return Quantity(start=one.start, end=other.end, low=one.low, high=other.high)


def _share(core: Quantity, text: str) -> Quantity:
    """Read "a third of the 90" as the 30 that its words say."""
    before = text[max(0, core.start - 32) : core.start]
    match = _FRACTION.search(before)
    if match is None or core.low is None or core.low != core.high:
        return core
    part, whole = next(_SHARES[name] for name, words in match.groupdict().items() if words)
    value, rest = divmod(core.low * part, whole)
    start = core.start - (len(before) - match.start())
    approximate = core.approximate or rest > 0
    return structs.replace(core, start=start, low=value, high=value, approximate=approximate)


def _bound(core: Quantity, text: str) -> Quantity:
    """Widen a quantity by the words that bound it, before and after."""
    repeated = _REPEATED_AFTER.match(text[core.end : core.end + 12])
    if repeated is not None:
        core = structs.replace(core, end=core.end + len(repeated[0]))
    # "at least some 40", "perhaps as many as 40": two words of bounds may stand in a row.
    for _ in range(2):
        before = text[max(0, core.start - 48) : core.start]
        match = _BEFORE.search(before)
        if match is None:
            break
        if match[0].lower().startswith("about") and _SPEAKING_BEFORE.search(
            before[: match.start()]
        ):
            break
        start = core.start - (len(before) - match.start())
        core = structs.replace(_apply(core, match), start=start)
    return _bound_after(core, text[core.end : core.end + 18])


def _apply(core: Quantity, match: re.Match[str]) -> Quantity:
    if match["about"]:
        # "possibly up to 40" says no more than "up to 40".
        return core if core.low is None else structs.replace(core, approximate=True)
    if match["lower"]:
        return structs.replace(core, high=None)
    if match["above"]:
        low = core.low if core.vague or core.low is None else core.low + 1
        return structs.replace(core, low=low, high=None)
    high = core.high if core.high is not None else core.low
    if high is not None and match["below"]:
        high = max(high - 1, 0)
    return structs.replace(core, low=None, high=high)


def _bound_after(core: Quantity, after: str) -> Quantity:
    if match := _OPEN_AFTER.match(after):
        return structs.replace(core, high=None, end=core.end + len(match[0]))
    if match := _CLOSED_AFTER.match(after):
        return structs.replace(core, low=None, end=core.end + len(match[0]))
    if match := _ABOUT_AFTER.match(after):
        return structs.replace(core, approximate=True, end=core.end + len(match[0]))
    return core
