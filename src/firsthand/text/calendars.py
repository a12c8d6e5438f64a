"""Calendars: the words of the calendar as numbers, with arithmetic on its units."""

import calendar
import re
from datetime import date, timedelta
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "fortnight",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
]

MONTHS = {
    name.casefold(): number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"sept": 9}
WEEKDAYS = {
    name.casefold(): number
    for number in range(7)
    for name in (calendar.day_name[number], calendar.day_abbr[number])
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

# Meteorological seasons of the northern hemisphere; winter begins in December of its first year.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

# Holidays with a fixed date: month and day.
HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "may day": (5, 1),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_TEENS = "sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS: dict[str, float] = (
    {word: number for number, word in enumerate(f"{_ONES} {_TEENS}".split(), start=1)}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
    | {"a": 1, "an": 1, "couple": 2, "dozen": 12, "hundred": 100, "half": 0.5}
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_MORE_ORDINALS = "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
ORDINAL_WORDS = (
    {word: n for n, word in enumerate(f"{_ORDINALS} {_MORE_ORDINALS} twentieth".split(), start=1)}
    | {f"twenty-{word}": 20 + n for n, word in enumerate(_ORDINALS.split()[:9], start=1)}
    | {"thirtieth": 30, "thirty-first": 31}
)

_MONTHS_OF = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12}
_DAYS_OF = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_YEARS_OF = {"decade": 10, "century": 100}


def read_amount(words: str) -> float | None:
    """Read digits or number words as a number: "24", "twenty-four", "a", "2 1/2"; else None."""
    text = words.strip().casefold().replace(",", "")
    mixed = re.fullmatch(r"(\d+) (\d)/([2-9])", text)
    if mixed:
        return int(mixed[1]) + int(mixed[2]) / int(mixed[3])
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?", text):
        return float(text)
    values = [NUMBER_WORDS.get(word) for word in re.findall(r"[a-z]+", text)]
    known = [value for value in values if value is not None]
    if not known:
        return None
    return _multiply(known)


def read_ordinal(words: str) -> int | None:
    """Read "third", "3rd" or "21st" as a number; else None."""
    text = words.strip().casefold()
    digits = re.fullmatch(r"([0-9]{1,4})(?:st|nd|rd|th)?", text)
    return int(digits[1]) if digits else ORDINAL_WORDS.get(text)


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has none such."""
    if not 1 <= month <= 12 or not 1 <= year <= 9998:
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def shift_days(day: date, amount: int) -> date:
    """Move a day, staying inside the years 1 to 9998."""
    earliest, latest = date(1, 1, 1).toordinal(), date(9998, 12, 31).toordinal()
    return date.fromordinal(min(max(day.toordinal() + amount, earliest), latest))


def shift_months(day: date, amount: int) -> date:
    """Move a day by months; the 31st becomes the last day of a shorter month."""
    index = min(max(day.year * 12 + day.month - 1 + amount, 12), 9998 * 12 + 11)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: date, unit: Unit, amount: float) -> date:
    """Move a day by an amount of units; parts of a day do not move it."""
    if unit in _DAYS_OF:
        return shift_days(day, round(amount * _DAYS_OF[unit]))
    if unit in _MONTHS_OF:
        return shift_months(day, round(amount * _MONTHS_OF[unit]))
    if unit in _YEARS_OF:
        return shift_months(day, round(amount * _YEARS_OF[unit] * 12))
    hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[unit]
    return shift_days(day, int(amount * hours / 24))


def find_period(day: date, unit: Unit) -> tuple[date, date]:
    """Return the first day of the unit that holds a day, with the day after its last."""
    if unit == "weekend":
        saturday = shift_days(day, 5 - day.weekday())
        return saturday, shift_days(saturday, 2)
    first = _find_first_day(day, unit)
    length: Unit = "day" if unit in ("second", "minute", "hour") else unit
    return first, max(shift(first, length, 1), first + timedelta(days=1))


def _find_first_day(day: date, unit: Unit) -> date:
    if unit == "week":
        return shift_days(day, -day.weekday())
    if unit == "season":
        return shift_months(day.replace(day=1), -(day.month % 3))
    if unit in _MONTHS_OF:
        months = _MONTHS_OF[unit]
        return day.replace(month=(day.month - 1) // months * months + 1, day=1)
    if unit == "decade":
        return date(max(day.year // 10 * 10, 1), 1, 1)
    if unit == "century":
        return date(max((day.year - 1) // 100 * 100 + 1, 1), 1, 1)
    return day


def _multiply(values: list[float]) -> float:
    """Put number words together: twenty + four, two * hundred, a + dozen."""
    total = 0.0
    for value in values:
        if value in (12, 100, 2) and len(values) > 1 and total == 1:
            total = value
        elif value in (12, 100, 0.5) and total:
            total = total * value if value != 0.5 else total + value
        else:
            total += value
    return total
