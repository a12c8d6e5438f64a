"""Stages: which part of a month, a year or a day words like "early" or "the night" mean."""

from datetime import date, datetime, time, timedelta

from firsthand.text.calendars import Unit, shift_days, shift_months

EARLY = ("early", "beginning", "start", "earlier")
LATE = ("late", "end", "later", "second half", "latter half")

# Hours of the parts of a day: our own convention, wide enough to hold the usual senses; hours
# beyond 24 belong to the next day.
_HOURS = {
    "early hours": (0, 6),
    "before dawn": (0, 6),
    "dawn": (3, 7),
    "daybreak": (3, 7),
    "sunrise": (4, 8),
    "early morning": (0, 9),
    "mid-morning": (8, 11),
    "late morning": (9, 12),
    "morning": (5, 12),
    "noon": (11, 13),
    "noontime": (11, 13),
    "midday": (11, 14),
    "early afternoon": (12, 15),
    "mid-afternoon": (14, 16),
    "late afternoon": (15, 18),
    "afternoon": (12, 18),
    "dusk": (16, 22),
    "sunset": (16, 22),
    "early evening": (16, 20),
    "late evening": (20, 24),
    "evening": (17, 24),
    "early night": (18, 24),
    "late night": (21, 30),
    "night": (18, 30),
    "midnight": (23, 25),
}


def find_hours(day: date, part: str) -> tuple[datetime, datetime]:
    """Return the hours of a part of a day; the night ends on the next day."""
    first, last = _HOURS.get(part, (0, 24))
    midnight = datetime.combine(day, time())
    return midnight + timedelta(hours=first), midnight + timedelta(hours=last)


def take_stage(first: date, end: date, unit: Unit, modifier: str) -> tuple[date, date]:
    """Cut a unit as UCDP's codebook reads vague dates (v19.1, appendix 2), else in thirds."""
    length = (end - first).days
    halves = {"year": 6, "decade": 60}
    if unit in halves and modifier.endswith(" half"):
        middle = shift_months(first, halves[unit])
        return (first, middle) if modifier == "first half" else (middle, end)
    if modifier == "first half":
        return first, shift_days(first, (length + 1) // 2)
    if modifier in ("second half", "latter half"):
        return shift_days(first, length // 2), end
    if modifier in EARLY:
        return first, _third(first, end, unit, 1)
    if modifier in LATE:
        return (shift_days(first, 14) if unit == "month" else _third(first, end, unit, 2)), end
    if unit == "month":
        return shift_days(first, 9), shift_days(first, 20)
    return _third(first, end, unit, 1), _third(first, end, unit, 2)


def _third(first: date, end: date, unit: Unit, number: int) -> date:
    """Return the end of a third: years end after April and August, decades after 4 and 6 years."""
    months = {"year": (4, 8), "decade": (48, 72), "season": (1, 2), "quarter": (1, 2)}.get(unit)
    if months is not None:
        return shift_months(first, months[number - 1])
    days = {"week": (3, 4), "month": (10, 20)}.get(unit)
    if days is not None:
        return shift_days(first, days[number - 1])
    return shift_days(first, max((end - first).days * number // 3, number))
