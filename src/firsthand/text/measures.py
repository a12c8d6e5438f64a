"""Measures: the numbers that measure, date, label or age something, and so count nobody."""

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_UNITS = (
    r"percent|per\s?cent|per\b|pct|points?|dollars?|euros?|pounds?|rupees?|pesos?|riyals?|dinars?"
    r"|cents?|km|kilomet\w+|met(?:er|re)s?|miles?|feet|foot|inch\w*|yards?|mm|cm|kg|kilos?"
    r"|kilograms?|tons?|tonnes?|lit(?:er|re)s?|hectares?|acres?|calib\w+|degrees?|volts?|mph"
    r"|rounds|bullets|shots|seconds?|minutes?|hours?|days?|weeks?|months?|years?|yrs?|decades?"
    r"|centur\w+|nights?|o['’]clock|[ap]\.?m\b|times|seats|votes|counts?\s+of|block\b|blk\b"
    r"|th\b|street|avenue|road|drive"
)
_UNIT_AFTER = re.compile(
    rf"^[\s-]*(?:(?:more|consecutive|square|cubic|straight|full)\s+)?(?:{_UNITS})\b", re.IGNORECASE
)
# "aged 3 to 10 years", "10 or 12 years": the unit stands after the last number of a list.
_UNIT_AFTER_LIST = re.compile(
    r"^(?:,?\s*(?:-|–|to|and|or|,)\s*\d{1,4})+[\s-]+(?:years?|months?|days?|hours?|km|miles?"
    r"|met(?:er|re)s|weeks?)\b",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(rf"^(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+(?:\d{{1,2}}\s*(?:-|–|to|and|or)\s*)?$", re.IGNORECASE)
# "on 7 May 12 people …": the month has its day already
_DAY_BEFORE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\s+$", re.IGNORECASE)
_AGED_BEFORE = re.compile(
    r"\b(?:aged?|ages|turn(?:ed|ing)|between\s+the\s+ages\s+of)\s+"
    r"(?:(?:of|just|only|about|around|between|from)\s+)?"
    r"(?:[\w-]+\s*(?:,|-|–|to|and|or)\s*(?:and\s+)?)*$",
    re.IGNORECASE,
)
_AGE_AFTER_NAME = re.compile(r"[\w.’'”\"]\s?, $|\bwho (?:is|was) $")
_AGE_ENDS = re.compile(
    r"^(?:\s+and\s+\d{1,2}(?=,|\s+[-–—]{1,2}\s)|\s*[,.;:)—–](?!\s+(?:including|among|mostly))"
    r"|\s+years\b|\s*$|\s+(?:of|from)\s+[A-Z]"
    r"|\s+[-–—]{1,2}\s|\s+(?:was|were)\s+(?:also|both|all)\b|\s+and\s+(?:[A-Z]|his\b|her\b|their\b))"
)
# "two boys, 12 and 16, were hurt"
_SECOND_AGE = re.compile(r"[a-z], \d{1,2} and $")
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Nn]ear|[Ff]rom)\s+(?:[\w'’-]+\s+)?[\w'’-]+, $")
_LABEL_BEFORE = re.compile(
    r"\b(?:no\.|nos\.|number|articles?|section|resolution|chapter|paragraph|room|flight|highway"
    r"|interstate|route|rule|page|phase|camp|block|building|ward|district|zone|area|unit|brigade"
    r"|division|battalion|statement|channel|apartment|apt\.?|exit|gate|line|lane|chapter|grade"
    r"|(?:be|look)\s+like)\s+#?$",
    re.IGNORECASE,
)
# "called 911", "Image 23 of 33"
_CALLED_BEFORE = re.compile(r"\b(?:call|dial|phon)\w*\s+$", re.IGNORECASE)
_PICTURE_BEFORE = re.compile(
    r"\b(?:image|photo|picture|slide|figure|part|chapter|page)\s+(?:\d+\s+of\s+)?$", re.IGNORECASE
)
_PLACED_BEFORE = re.compile(
    r"\b(?:at|by|around|before|until|since|in|on|after|of)\s+$", re.IGNORECASE
)
# "the toll stands at 19" gives no hour
_TOLLED_BEFORE = re.compile(
    r"\b(?:tolls?|number|stands?|stood|totals?|count|dead)\b", re.IGNORECASE
)
_YEARLY_BEFORE = re.compile(
    rf"(?:\b(?:in|since|of|from|during|by|until|till|before|after|early|late|mid|between|and|to"
    rf"|year|spring|summer|autumn|fall|winter|the|its|his|her|their|{_MONTH})|,|\d,?|\()\s*-?\s*$",
    re.IGNORECASE,
)
_PEOPLE_AFTER = re.compile(
    r"^\s+(?:\w+\s+)?(?:people|persons|civilians|men|women|children|others|deaths|killed|dead"
    r"|injured|wounded|victims|casualties|fatalities|residents|families)\b",
    re.IGNORECASE,
)


def is_measure(digits: str, value: int, before: str, after: str) -> bool:
    """Tell whether a number counts no things: `digits` as written, with what stands around it."""
    if _UNIT_AFTER.match(after) or _UNIT_AFTER_LIST.match(after) or _MONTH_AFTER.match(after):
        return True
    if _AGED_BEFORE.search(before):
        return value <= 120
    if not digits[0].isdigit():
        return value == 1 and re.match(r"\s+(?:another|day|side|such|thing)\b", after) is not None
    if _is_year(digits, before, after):
        return True
    if value <= 31 and _MONTH_BEFORE.search(before) and not _DAY_BEFORE.search(before):
        return True
    if len(digits) == 3 and _CALLED_BEFORE.search(before):
        return True
    return _is_age(value, before, after) or _is_label(before, after)


def _is_year(digits: str, before: str, after: str) -> bool:
    """Tell a year from a count of as many: after "in" it is a year, before "people" a count."""
    if not re.fullmatch(r"1[5-9]\d\d|20\d\d", digits):
        return False
    return not _PEOPLE_AFTER.match(after) or _YEARLY_BEFORE.search(before) is not None


def _is_age(value: int, before: str, after: str) -> bool:
    """Tell whether a number stands where an age does: after a name's comma or in brackets."""
    if value > 120:
        return False
    if before.endswith("(") and re.match(r"\)|,|\s*years", after):
        return True
    if _SECOND_AGE.search(before) and re.match(r",|\s+[-–—]{1,2}\s|\s+years", after):
        return True
    if not _AGE_AFTER_NAME.search(before) or _PLACE_BEFORE.search(before):
        return False
    return _AGE_ENDS.match(after) is not None


def _is_label(before: str, after: str) -> bool:
    if _LABEL_BEFORE.search(before) or _PICTURE_BEFORE.search(before):
        return True
    if _TOLLED_BEFORE.search(before):
        return False
    return bool(_PLACED_BEFORE.search(before)) and not re.match(r"\s+\(?[A-Za-z]|-\w", after)
