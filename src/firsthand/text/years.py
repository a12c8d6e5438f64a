"""Years: which year a day or month means that is given without one."""

from datetime import date

from firsthand.text.calendars import make_date, shift_days, shift_months
from firsthand.text.dates import TimeExpression
from firsthand.text.intervals import Tense

BACK = ("last", "past", "this past", "previous", "preceding", "prior", "latest", "recent")
ON = ("next", "coming", "this coming", "following", "upcoming")

# A date without a verb is ahead only if it is much nearer than the last one of that name.
_DAYS_AHEAD = 92


def infer_year(expression: TimeExpression, published: date, tense: Tense | None) -> tuple[int, str]:
    """Infer the year of a day or month that is given without one, with the reason."""
    month = expression.month or 1
    if expression.year_relation is not None:
        offset = {"last": -1, "this": 0, "next": 1}[expression.year_relation]
        return published.year + offset, "the year named"
    first = date(published.year, month, 1)
    past = first if expression.day is None else _day_of(published.year, month, expression.day)
    if expression.relation in BACK:
        strictly = past < published if expression.day is not None else month < published.month
        return published.year - (0 if strictly else 1), "the last one before publication"
    if expression.relation in ON:
        return published.year + (month <= published.month), "the next one after publication"
    if expression.relation == "this":
        return published.year, "the one in the year of publication"
    fitting = _find_by_weekday(expression, published)
    if fitting is not None:
        return fitting, "the year in which that day falls on the weekday named"
    if tense == "future":
        gone = past < published if expression.day is not None else month < published.month
        return published.year + gone, "the next one from publication, as the tense is future"
    return _take_nearest_year(past, published, tense)


def _take_nearest_year(past: date, published: date, tense: Tense | None) -> tuple[int, str]:
    """Take the last occurrence; if no verb tells the tense, one that is nearer though ahead."""
    last = published.year if past <= published else published.year - 1
    ahead = shift_months(past, 12) if past <= published else past
    if tense is None and (ahead - published).days < _DAYS_AHEAD:
        return last + 1, "the nearest one, as no verb tells the tense"
    return last, "the last one up to publication"


def _find_by_weekday(expression: TimeExpression, published: date) -> int | None:
    """Find the one year around publication in which a date has the weekday it is given with."""
    if expression.weekday is None or expression.day is None or expression.month is None:
        return None
    around = (published.year - 1, published.year, published.year + 1)
    days = {year: make_date(year, expression.month, expression.day) for year in around}
    fitting = [year for year, day in days.items() if day and day.weekday() == expression.weekday]
    return fitting[0] if len(fitting) == 1 else None


def _day_of(year: int, month: int, day: int) -> date:
    return make_date(year, month, day) or shift_days(date(year, month, 1), min(day, 31) - 1)
