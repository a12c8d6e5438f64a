"""Airwars: coded ranges of killed and injured civilians, from our counts of a narrative.

The coders' conventions: the lead gives the low, the largest figure of any source the high; "a
number of" is 2, "dozens" 12 to 24; members of armed groups stay out of the range.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from eval.packs import Record
from eval.predictors.sites import choose_site
from eval.texts import read_record
from firsthand.model.casualties import Casualties, Outcome
from firsthand.model.readings import Reading

# A figure this many times the lead's low is of another incident, or of the whole day.
_LARGEST_SHARE = 4
_LEAD = 600

_VAGUE = (
    (re.compile(r"\bhundreds\b", re.IGNORECASE), (100, 200)),
    (re.compile(r"\b(?:dozens|large number|scores|tens)\b", re.IGNORECASE), (12, 24)),
    (re.compile(r"\bmany\b", re.IGNORECASE), (5, 10)),
    (
        re.compile(
            r"\b(?:a number|number of|several|some|others|multiple|few|various|numerous|couple)\b",
            re.IGNORECASE,
        ),
        (2, 2),
    ),
)
_MENTION = {
    "killed": re.compile(
        r"\b(?:killed|killing|deaths?|died|martyr\w*|fatalit\w+)\b", re.IGNORECASE
    ),
    "injured": re.compile(r"\b(?:injur\w+|wound\w+)\b", re.IGNORECASE),
}
_VAGUE_HARM = {
    outcome: re.compile(
        r"\b(?:hundreds|dozens|large number|many|a number|several|others|some|multiple)\b"
        rf"(?:(?!kill|injur|wound)[^.;\d]){{0,90}}?\b(?:{words})",
        re.IGNORECASE,
    )
    for outcome, words in (("killed", "killed|dead|deaths"), ("injured", "injur|wound"))
}
_NONE = re.compile(
    r"\bno (?:\w+ ){0,3}(?:casualt\w+|injur\w+|deaths?|one)|\bunharmed\b", re.IGNORECASE
)
_UP_TO = re.compile(
    r"\b(?:between|at least|from)?\s*(?P<low>\w+)\s*(?:-|–|to|and|and up to|or)\s*(?P<high>\w+)\b",
    re.IGNORECASE,
)
# Between two people told in a row may stand the first one's age or other name.
_JOINED = re.compile(
    r"[\s,]*(?:\([^)]{1,40}\)|\d{1,2}(?:\s+or\s+\d{1,2})?(?:[-\s]years?[-\s]old)?)?[\s,]*"
    r"(?:and|as well as|along with|alongside|together with|&)?[\s,]*"
)
_IDENTIFIED = re.compile(
    r"\b(?:identif\w+|names of|named)\s+(?:\w+\s+){0,3}?(?P<number>\d{1,3})\b", re.IGNORECASE
)


_QUANTITY = re.compile(
    r"\b(?:number|dozens|several|many|hundreds|scores|group|multiple)\b", re.IGNORECASE
)
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
# "ten members of one family and nine members of another"
_OF_AND = re.compile(r"\s+of\s[^.;,\d]{3,60}\sand\s+", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"[a-z)][.]\s")
_KIN = re.compile(
    r"(?:along\w* with |and )?(?:his|her|their|the couple|the family|a|an|\w+)\b.*\b"
    r"(?:sons?|daughters?|children|child|wife|husband|mother|father|brothers?|sisters?|parents?"
    r"|grand\w+|nephews?|nieces?|cousins?|infant|baby|bab(?:y|ies)|man|woman|boy|girl)\b",
    re.IGNORECASE,
)


class _Range(Struct, frozen=True, kw_only=True):
    """A count as the coders would code it."""

    low: int | None
    high: int | None
    start: int
    vague: bool = False
    single: bool = False


def predict_airwars(record: Record) -> dict[str, object]:
    """Predict the coded ranges and the place of an incident from its narrative."""
    reading = read_record(record)
    prediction: dict[str, object] = {}
    for outcome in ("killed", "injured"):
        found = code_range(record.text, list_counts(reading, outcome), outcome)
        if found is not None:
            prediction[f"{outcome}_low"], prediction[f"{outcome}_high"] = found
    site = choose_site(reading)
    if site is not None:
        prediction["lat"], prediction["lon"] = site
    return prediction


def list_counts(reading: Reading, outcome: str) -> list[Casualties]:
    """List a reading's counts of an outcome that people who are no fighters may be among."""
    counts = {
        count.id: count
        for claim in reading.claims
        for count in claim.casualties
        if count.outcome == outcome and count.status != "combatant"
    }
    return sorted(counts.values(), key=lambda count: (count.start, count.end))


def code_range(text: str, counts: Sequence[Casualties], outcome: Outcome) -> tuple[int, int] | None:
    """Code the range of an outcome: the lead's low, the largest high of any source."""
    wholes = [count for count in counts if count.part_of is None]
    wholes = [count for count in wholes if count == wholes[0] or _is_local(count)]
    wholes = [count for count in wholes if not _YEAR.match(count.text)]
    ranges = [_code_named(count, counts) for count in wholes]
    untold = _code_untold(ranges) if outcome == "killed" else None
    if outcome == "killed" and not all(item.vague for item in ranges):
        # Words like "dozens killed" never raise a high that somebody counted; for injured they do.
        kept = [not item.vague for item in ranges]
        wholes = [count for count, keep in zip(wholes, kept, strict=True) if keep]
        ranges = [item for item in ranges if not item.vague]
    told = _code_vague_lead(text, outcome) if not ranges or ranges[0].start > _LEAD else None
    if told is not None and told.low is not None and told.high is not None:
        return told.low, max([told.high, *(_top(item) for item in ranges if not item.single)])
    if not ranges:
        return _code_mention(text, outcome)
    lead = _sum_lead(text, wholes, ranges)
    low = _find_low(text, lead, ranges, [count for count in counts if count.part_of])
    if untold is not None and (lead.vague or (low == 1 and lead.single)):
        return untold
    highs = [_top(item) for item in ranges if _is_possible(item, low)]
    # "At least one" of one source and "a number of people" of another are one or two.
    others = any(count.vague for count in counts if count.part_of is None)
    doubt = 2 if outcome == "killed" and (low, lead.high) == (1, None) and others else 0
    return low, max([low, *highs, lead.high or 0, doubt])


def _is_local(count: Casualties) -> bool:
    """Tell whether a count is of this incident: the lead's is, unless it counts since a day."""
    since = count.scope is not None and count.scope.casefold().startswith("since")
    return count.scope is None or (count.start < _LEAD and not since)


def _code(count: Casualties) -> _Range:
    single = count.low == count.high == 1
    if count.vague:
        for pattern, (low, high) in _VAGUE:
            if pattern.search(count.text):
                return _Range(low=low, high=high, start=count.start, vague=True)
        return _Range(low=count.low or 2, high=count.low or 2, start=count.start, vague=True)
    return _Range(low=count.low, high=count.high, start=count.start, single=single)


def _code_named(count: Casualties, counts: Sequence[Casualties]) -> _Range:
    """Code a plural without a number by those it names: "her children, A and B" are two."""
    named = sum(item.low or 0 for item in counts if item.part_of == count.id)
    if not count.vague or named < 2 or _QUANTITY.search(count.text):
        return _code(count)
    return _Range(low=named, high=named, start=count.start)


def _code_untold(ranges: Sequence[_Range]) -> tuple[int, int] | None:
    """Code a lead's "a number of people were killed" whose victims are told of one by one."""
    first = next(iter(ranges), None)
    if first is None or not first.vague or first.start > _LEAD or first.low != 2:
        return None
    return 2, 2


def _code_vague_lead(text: str, outcome: Outcome) -> _Range | None:
    """Code "dozens of others injured" in a lead whose figures come only later."""
    match = _VAGUE_HARM[outcome].search(text[:_LEAD])
    if match is None:
        return None
    for pattern, (low, high) in _VAGUE:
        if pattern.search(match[0]):
            return _Range(low=low, high=high, start=match.start(), vague=True)
    return None


def _sum_lead(text: str, counts: Sequence[Casualties], ranges: Sequence[_Range]) -> _Range:
    """Add up persons told one after the other in the lead: "a man, his wife and two sons"."""
    total, end = ranges[0], counts[0].end
    for count, item in zip(counts[1:], ranges[1:], strict=True):
        if item.low is None or total.low is None or not _adds_up(text, end, count, total, item):
            break
        high = None if item.high is None or total.high is None else total.high + item.high
        total = _Range(
            low=total.low + item.low,
            high=high,
            start=total.start,
            vague=total.vague,
            single=total.single,
        )
        end = count.end
    return total


def _adds_up(text: str, end: int, count: Casualties, total: _Range, item: _Range) -> bool:
    """Tell whether a count is of others than those told just before it."""
    between = text[end : count.start]
    if count.start > _LEAD:
        return False
    if item.vague or total.vague:
        # "A number of soldiers and medics" are two and two.
        return item.low == 2 and _JOINED.fullmatch(between) is not None
    added = count.counting == "additional" or _OTHERS.search(count.text) is not None
    if total.single and added and count.start - end < 250:
        return True
    if _OF_AND.fullmatch(between):
        return True
    if not total.single and count.low != 1:
        return False
    if _JOINED.fullmatch(between) is not None:
        return True
    return (
        total.single
        and _SENTENCE_END.search(between) is None
        and _KIN.match(count.text) is not None
    )


def _find_low(
    text: str, lead: _Range, ranges: Sequence[_Range], parts: Sequence[Casualties]
) -> int:
    """Find the low: the lead's, or below "up to 15" the names or the largest part or figure."""
    if lead.low is not None:
        return lead.low
    top = lead.high or 1
    named = [int(match["number"]) for match in _IDENTIFIED.finditer(text[: 2 * _LEAD])]
    near = [part for part in parts if 0 <= part.start - lead.start < 150]
    direct = {part.part_of for part in near[:1]}
    summed = sum(
        part.low or 0
        for part in near
        if part.part_of in direct and not part.text.endswith((" of whom", " of them"))
    )
    inside = [summed, *(part.low or 0 for part in near)]
    stated = [
        item.low or 0
        for item in ranges
        if not item.single and not item.vague and 2 * (item.low or 0) > top
    ]
    # Parts that make less than half are not all of those who are known.
    for figures in (named, [figure for figure in inside if 2 * figure > top], stated, inside):
        below = [figure for figure in figures if 1 <= figure < top]
        if below:
            return max(below)
    return top


def _top(item: _Range) -> int:
    return item.high if item.high is not None else item.low or 0


def _is_possible(item: _Range, low: int) -> bool:
    return _top(item) <= _LARGEST_SHARE * max(low, 2) or (item.vague and _top(item) <= 24)


def _code_mention(text: str, outcome: Outcome) -> tuple[int, int] | None:
    """Code harm that is told of without a count: two of them, unless it is denied."""
    if _MENTION[outcome].search(text) is None or _NONE.search(text):
        return None
    return (1, 1) if outcome == "killed" else (2, 2)
