"""Dates: every expression of time in a text, read into its fields without a calendar."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from firsthand.text.calendars import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Unit,
    read_amount,
    read_ordinal,
)
from firsthand.text.months import FEASTS, FOREIGN_MONTHS, FOREIGN_RULES
from firsthand.text.timewords import PIECES, RULES, Rule, Sort

# Words after which four digits are a year even if a noun follows.
_YEAR_CUES = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|during|before|after|early|late|mid|year|fiscal|the"
    r"|and|to|between|both|its|his|her|their|our|[Aa]n?|[A-Z][a-z]+|\w+['’]s)[ \n-]|\(|^)$"
)
_COUNTED = re.compile(r"[ \n]((?!was|is|has|as|his|its|this)[a-z]+s|people|men|women|children)\b")
_DETERMINER = re.compile(r"\b(?:the|of|its|his|her|their|our|an?|\w+['’]s)\s$")
_NOUN_AFTER = re.compile(r"\s(?!(?:and|or|to|was|is|when|with|in|for|by|at|as|but|that)\b)\w|-")
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\s*$", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:his|her|their|mid|early|late|aged|my)[ -]$", re.IGNORECASE)
# What is numbered, not dated: "Resolution 1973", "Battalion 1999".
_NUMBERED = re.compile(
    r"\b(?:[Rr]esolutions?|[Bb]attalion|[Bb]rigade|[Rr]egiment|[Dd]ivision|[Uu]nit|[Ff]light|[Rr]oom"
    r"|[Rr]oute|[Hh]ighway|[Aa]rticle|[Ss]ection|[Nn]umber|[Nn]o\.?|[Pp]age|[Bb]oeing|[Ff]ile"
    r"|[Gg]ate|[Hh]ouse|[Cc]hannel) $"
)
_QUOTE = re.compile(r"[\"“'‘`]\s?$")
_YEAR_AND_UNIT = re.compile(r"\b(?:19|20)\d\d (?:second|quarter|period)$", re.IGNORECASE)
# After these words a length follows, not a rate: "it lasts a week".
_LASTING = re.compile(
    r"\b(?:was|is|has|does|as|this|lasts|takes|needs|spends|his|its|perhaps|plus|makes|thus|loses"
    r"|costs|us|fits|less)\s$",
    re.IGNORECASE,
)
_GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
_JOINERS = re.compile(r",?\s(?:(?:on|of|at|around|about|by|the)\s){0,2}", re.IGNORECASE)
_SINGULAR_UNITS: dict[str, Unit] = {"centurie": "century", "night": "day"}


class TimeExpression(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An expression of time at [start, end) with what its words say, and nothing guessed.

    `form` names how it is resolved; `relation` ties it to an anchor ("last", "ago", "later");
    `modifier` narrows or loosens it ("early", "about"); `ordinal` counts quarters, halves and
    centuries; `season` is the season's first month; `of` is the day a part or clock belongs to.
    """

    start: int
    end: int
    sort: Sort
    form: str
    rule: str
    year: int | None = None
    year_until: int | None = None
    year_relation: str | None = None
    month: int | None = None
    day: int | None = None
    day_until: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    part: str | None = None
    unit: Unit | None = None
    amount: float | None = None
    amount_until: float | None = None
    ordinal: int | None = None
    season: int | None = None
    named: str | None = None
    relation: str | None = None
    modifier: str | None = None
    vague: bool = False
    of: "TimeExpression | None" = None


def find_expressions(text: str) -> tuple[TimeExpression, ...]:
    """Find the expressions of time in a text, in order and without overlap."""
    found = (
        _read_match(rule, match)
        for rule, pattern in _compile_rules()
        for match in pattern.finditer(text)
        if _is_time(rule, match, text)
    )
    chosen = list(_choose_longest(found))
    return tuple(_drop_lone_parts(_join_days(chosen, text), text))


@cache
def _compile_rules() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple((rule, _compile(rule.pattern)) for rule in (*RULES, *FOREIGN_RULES))


def _compile(pattern: str) -> re.Pattern[str]:
    for name in sorted(PIECES, key=len, reverse=True):
        pattern = pattern.replace(f"@{name}", PIECES[name])
    pattern = re.sub(r"\[[^\]]*\]", lambda found: found[0].replace(" ", r"\s"), pattern)
    pattern = pattern.replace(" ", _GAP)
    return re.compile(rf"(?<![\w-])(?=\S)(?:{pattern})(?!\w)", re.IGNORECASE)


def _is_time(rule: Rule, match: re.Match[str], text: str) -> bool:
    """Keep ages, counts and names ("Oster Now") out of the times."""
    before, after = text[max(match.start() - 20, 0) : match.start()], text[match.end() :][:30]
    if rule.name in ("decade", "decade in words"):
        return _AGE_BEFORE.search(before) is None or len(match["decade"]) == 4
    if rule.form in ("duration", "unit", "set") and not _is_stretch(rule, match, before, after):
        return False
    if rule.form == "reference":
        return not (match[0].istitle() and before[-2:-1].isalnum())
    if rule.name != "year":
        return True
    if _COPYRIGHT.search(before) is not None or _NUMBERED.search(before) is not None:
        return False
    words = match[0]
    counted = _COUNTED.match(after) is not None
    if len(words) > 4:
        return not counted
    if _YEAR_CUES.search(before) is not None:
        return not counted or _DETERMINER.search(before) is not None
    return not counted and _NOUN_AFTER.match(after) is None


def _is_stretch(rule: Rule, match: re.Match[str], before: str, after: str) -> bool:
    """Keep names ("This Week"), years ("the 1988 quarter") and small things out of the lengths."""
    if _QUOTE.search(before) is not None and match[0].istitle() and " " in match[0]:
        return False
    if rule.name == "rate":
        return _LASTING.search(before) is None
    if _YEAR_AND_UNIT.search(match[0]) is not None:
        return False
    return not (match[0].lower() == "a minute" and _NOUN_AFTER.match(after) is not None)


def _choose_longest(found: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    end = -1
    for expression in sorted(found, key=lambda item: (item.start, -item.end)):
        if expression.start >= end:
            end = expression.end
            yield expression


def _read_match(rule: Rule, match: re.Match[str]) -> TimeExpression:
    words = {
        name: re.sub(r"\s+", " ", value).casefold().replace("’", "'")
        for name, value in match.groupdict().items()
        if value is not None
    }
    return TimeExpression(
        start=match.start(),
        end=match.end(),
        sort=rule.sort,
        form=rule.form,
        rule=rule.name,
        year=_read_year(words),
        year_until=_read_year_until(words),
        year_relation=words.get("year_relation") or ("last" if "year_back" in words else None),
        month=_read_month(words),
        day=_read_day(words),
        day_until=read_ordinal(words.get("day_until", "")),
        weekday=WEEKDAYS.get(words.get("weekday", "").rstrip(".")),
        hour=_read_hour(words),
        minute=_read_minute(words),
        part=_read_part(words),
        unit=_read_unit(words),
        amount=_read_amount(words),
        amount_until=read_amount(words.get("number_until", "")),
        ordinal=_read_ordinal(words),
        season=SEASONS.get(words.get("season", "")),
        named=_read_named(words),
        relation=words.get("relation"),
        modifier=words.get("modifier"),
        vague="vague" in words,
    )


def _read_year(words: dict[str, str]) -> int | None:
    if "year" in words:
        return _read_whole_year(words["year"])
    if "decade" not in words:
        return None
    decade = words["decade"].lstrip("'")
    if decade.isdigit():
        return int(decade) if len(decade) == 4 else 1900 + int(decade)
    amount = read_amount(decade.replace("ties", "ty"))
    return None if amount is None else 1900 + int(amount)


def _read_whole_year(year: str) -> int:
    """Read "1997" or "nineteen ninety-seven"."""
    if year.isdigit():
        return int(year)
    return 1900 + int(read_amount(year.removeprefix("nineteen")) or 0)


def _read_year_until(words: dict[str, str]) -> int | None:
    if "year_until" not in words:
        return None
    last = words["year_until"]
    return int(last) if len(last) == 4 else int(words["year"][:2] + last)


def _read_month(words: dict[str, str]) -> int | None:
    for other, number in FOREIGN_MONTHS:
        if "other_month" in words and re.fullmatch(other, words["other_month"], re.IGNORECASE):
            return number
    if words.get("feast") is not None:
        return _find_feast(words["feast"])[0]
    month = words.get("month", "").rstrip(".")
    return int(month) if month.isdigit() else MONTHS.get(month)


def _read_day(words: dict[str, str]) -> int | None:
    if "feast" in words:
        return _find_feast(words["feast"])[1]
    return read_ordinal(words.get("day", ""))


def _find_feast(words: str) -> tuple[int, int, int]:
    """Return month, day and length of a feast by the words that name it."""
    return next(found for name, found in FEASTS.items() if re.fullmatch(name, words, re.IGNORECASE))


def _read_hour(words: dict[str, str]) -> int | None:
    if "hour" not in words:
        return None
    hour = int(read_amount(words["hour"]) or 0)
    half = words.get("half_day", "")
    if not half:
        return hour
    if half == "at night":
        return hour % 12 + (12 if 6 <= hour < 12 else 0)
    return hour % 12 + (0 if half[0] == "a" or half == "in the morning" else 12)


def _read_amount(words: dict[str, str]) -> float | None:
    """Read how many: "two", "two and a half", "a year and a half"."""
    if "number" not in words:
        return None
    half = 0.5 if "half" in words or "half_more" in words else 0.0
    amount = read_amount(words["number"])
    return None if amount is None else amount + half


def _read_minute(words: dict[str, str]) -> int | None:
    minute = words.get("minute") or words.get("minute_local")
    return None if minute is None else int(minute)


def _read_part(words: dict[str, str]) -> str | None:
    if "early_hours" in words:
        return "early hours"
    return words.get("part") or (words["named"] if words.get("named") == "overnight" else None)


def _read_unit(words: dict[str, str]) -> Unit | None:
    unit = words.get("unit")
    if unit is None:
        return None
    return _SINGULAR_UNITS.get(unit, unit)  # type: ignore[arg-type] # the pattern lists units


def _read_ordinal(words: dict[str, str]) -> int | None:
    """Read what is counted; months of strokes travel as first and second number."""
    if "century" in words:
        named = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}
        return named.get(words["century"]) or read_ordinal(words["century"])
    if "feast" in words:
        return _find_feast(words["feast"])[2]
    if "first" in words:
        return int(words["first"]) * 100 + int(words["second"])
    return read_ordinal(words.get("ordinal", ""))


def _read_named(words: dict[str, str]) -> str | None:
    for name in ("present", "past", "future", "then"):
        if name in words:
            return name
    return words.get("named") or words.get("holiday") or words.get("set") or words.get("every")


def _join_days(expressions: list[TimeExpression], text: str) -> list[TimeExpression]:
    """Join a clock or part of a day with the day it stands next to: "5 p.m. on Friday"."""
    joined: list[TimeExpression] = []
    for expression in expressions:
        last = joined[-1] if joined else None
        if last is None or not _stand_together(last, expression, text):
            joined.append(expression)
            continue
        hours, day = (last, expression) if last.form in _HOURS else (expression, last)
        joined[-1] = replace(
            hours,
            start=last.start,
            end=expression.end,
            of=replace(day, part=None),
            rule=f"{hours.rule}, {day.rule}",
        )
    return joined


_HOURS = ("clock", "part")
_WHOLE_DAYS = ("weekday", "named day", "calendar")


def _stand_together(one: TimeExpression, other: TimeExpression, text: str) -> bool:
    pair = sorted((one, other), key=lambda item: item.form not in _HOURS)
    hours, day = pair
    if hours.form not in _HOURS or hours.of is not None or day.form not in _WHOLE_DAYS:
        return False
    if (day.form == "calendar" and day.day is None) or day.hour is not None:
        return False
    if day.part is not None and hours.form != "clock":
        return False
    between = text[one.end : other.start]
    return _JOINERS.fullmatch(between) is not None and "\n\n" not in between


def _drop_lone_parts(expressions: list[TimeExpression], text: str) -> Iterator[TimeExpression]:
    """Give "the night of" back its length where no day follows; "of" is no time."""
    for expression in expressions:
        words = text[expression.start : expression.end]
        if expression.form != "part" or expression.of is not None or words[-3:].lower() != " of":
            yield expression
            continue
        yield replace(expression, end=expression.end - 3)
