"""Resolutions: which interval an expression of time means, form by form."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from firsthand.model.times import Basis
from firsthand.text.almanacs import resolve_almanac
from firsthand.text.calendars import (
    HOLIDAYS,
    Unit,
    find_period,
    make_date,
    shift,
    shift_days,
)
from firsthand.text.dates import TimeExpression
from firsthand.text.intervals import (
    COARSENESS,
    Anchors,
    Interval,
    Tense,
    count_from_earlier,
    lack_anchor,
    look_back,
    span_days,
    stay_open,
    take_clock,
    take_part,
    take_stage_of_day,
    take_unit,
)
from firsthand.text.weekdays import resolve_weekday
from firsthand.text.years import BACK, ON, infer_year


def resolve_expression(expression: TimeExpression, anchors: Anchors) -> Interval:
    """Say which interval an expression means, or why that stays unknown."""
    if expression.of is not None:
        return _resolve_hours_of_day(expression, anchors)
    interval = _FORMS[expression.form](expression, anchors)
    if interval.start is None or expression.part is None or expression.form == "part":
        return interval
    return take_part(interval, expression.part)


def _resolve_calendar(expression: TimeExpression, anchors: Anchors) -> Interval:
    """Resolve days, months and years, whose year may have to be inferred."""
    if expression.year is not None:
        return _fill_calendar(expression, expression.year, "text", expression.rule)
    if _goes_on(expression, anchors):
        year = (anchors.told or date.min).year
        reason = f"{expression.rule}: in the year of the day told before"
        return _fill_calendar(expression, year, "earlier event", reason)
    if anchors.published is not None:
        year, how = infer_year(expression, anchors.published, anchors.tense)
        return _fill_calendar(expression, year, anchors.basis, f"{expression.rule}: {how}")
    if anchors.earlier is None or expression.relation or expression.year_relation:
        return lack_anchor(expression)
    reason = f"{expression.rule}: in the year of the time told before"
    return _fill_calendar(expression, anchors.earlier.year, "earlier event", reason)


# A story goes on within about two months; a later day is more likely of another one.
_DAYS_OF_STORY = 62


def _goes_on(expression: TimeExpression, anchors: Anchors) -> bool:
    """Tell whether a day without a year follows on a day told with its year."""
    if anchors.told is None or expression.day is None or anchors.tense == "future":
        return False
    if expression.relation is not None or expression.year_relation is not None:
        return False
    day = make_date(anchors.told.year, expression.month or 1, expression.day)
    return day is not None and 0 <= (day - anchors.told).days <= _DAYS_OF_STORY


def _fill_calendar(expression: TimeExpression, year: int, basis: Basis, reason: str) -> Interval:
    if expression.year_until is not None:
        return _fill_years(expression, year, basis, reason)
    if expression.month is None:
        return take_unit(expression, date(year, 1, 1), "year", basis, reason)
    if expression.day is None:
        return take_unit(expression, date(year, expression.month, 1), "month", basis, reason)
    first = make_date(year, expression.month, expression.day)
    last = make_date(year, expression.month, expression.day_until or expression.day)
    if first is None or last is None or last < first:
        return stay_open(f"{expression.rule}: the calendar has no such day")
    if expression.hour is not None:
        return take_clock(expression, first, basis, reason)
    if last == first:
        return take_unit(expression, first, "day", basis, reason)
    return span_days(first, shift_days(last, 1), "day", basis, reason)


def _fill_years(expression: TimeExpression, year: int, basis: Basis, reason: str) -> Interval:
    last = expression.year_until or year
    if last < year:
        return stay_open(f"{expression.rule}: the range runs backwards")
    return span_days(date(year, 1, 1), date(last + 1, 1, 1), "year", basis, reason)


def _resolve_strokes(expression: TimeExpression, _: Anchors) -> Interval:
    first, second = divmod(expression.ordinal or 0, 100)
    year = expression.year or 1
    readings = {make_date(year, second, first), make_date(year, first, second)} - {None}
    if len(readings) != 1:
        return stay_open(f"{expression.rule}: day and month cannot be told apart")
    day = readings.pop() or date(year, 1, 1)
    return span_days(day, shift_days(day, 1), "day", "text", expression.rule)


def _resolve_decade(expression: TimeExpression, _: Anchors) -> Interval:
    return take_unit(
        expression, date(expression.year or 1, 1, 1), "decade", "text", expression.rule
    )


def _resolve_century(expression: TimeExpression, _: Anchors) -> Interval:
    year = max((expression.ordinal or 1) - 1, 0) * 100 + 1
    if not 1 <= year <= 3000:
        return stay_open(f"{expression.rule}: out of range")
    return take_unit(expression, date(year, 1, 1), "century", "text", expression.rule)


# Days from publication; "last night" begins on the day before it (UCDP v19.1, appendix 2).
_NAMED_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last": -1,
    "overnight": -1,
    "today": 0,
    "this": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


_DAYS_TOLD = {
    "the same": 0,
    "that": 0,
    "that same": 0,
    "the next": 1,
    "the following": 1,
    "the day after": 1,
    "the previous": -1,
    "the day before": -1,
}


def _resolve_named_day(expression: TimeExpression, anchors: Anchors) -> Interval:
    named = expression.named or ""
    if named in _DAYS_TOLD:
        return count_from_earlier(expression, anchors, "day", _DAYS_TOLD[named])
    if named not in _NAMED_DAYS:
        return stay_open("set")
    if anchors.published is None:
        return lack_anchor(expression)
    day = shift_days(anchors.published, _NAMED_DAYS[named])
    interval = take_unit(
        replace(expression, modifier=None), day, "day", anchors.basis, expression.rule
    )
    if named in ("tonight", "overnight"):
        return take_part(interval, "night")
    if expression.part is None and expression.modifier is not None:
        return take_stage_of_day(interval, expression.modifier)
    if expression.part is not None and expression.modifier in ("early", "late"):
        return take_part(interval, f"{expression.modifier} {expression.part}")
    return interval


def _resolve_unit(expression: TimeExpression, anchors: Anchors) -> Interval:
    unit = expression.unit or "day"
    relation = expression.relation or "this"
    if relation in ("that", "same", "that same", "following", "preceding", "previous", "prior") or (
        unit == "day" and relation in ("next", "last")
    ):
        told = 1 if relation in ("following", "next") else 0
        told = -1 if relation in ("preceding", "previous", "prior", "last") else told
        return count_from_earlier(expression, anchors, unit, told)
    if anchors.published is None:
        return lack_anchor(expression)
    if relation == "past" or relation == "this past":
        return look_back(expression, anchors, unit, 1)
    return _choose_unit(expression, anchors, unit, relation)


def _choose_unit(
    expression: TimeExpression, anchors: Anchors, unit: Unit, relation: str
) -> Interval:
    published = anchors.published or date.min
    day = shift(find_period(published, unit)[0], unit, _count_units(relation))
    if expression.rule == "weekend":
        day = _choose_weekend(published, anchors.tense)
    elif unit == "weekend" and relation == "last" and published.weekday() >= 5:
        day = shift_days(find_period(published, "weekend")[0], -7)
    first, end = find_period(day, unit)
    within = first <= published < end
    if within and expression.modifier == "earlier":
        until = published if published > first else shift_days(published, 1)
        return span_days(
            first, until, COARSENESS[unit], anchors.basis, f"{expression.rule}: up to publication"
        )
    if within and expression.modifier == "later":
        reason = f"{expression.rule}: from publication on"
        return span_days(published, end, COARSENESS[unit], anchors.basis, reason)
    return take_unit(expression, day, unit, anchors.basis, expression.rule)


def _count_units(relation: str) -> int:
    if relation in BACK and relation != "latest":
        return -1
    return 1 if relation in ON else 0


def _choose_weekend(published: date, tense: Tense | None) -> date:
    """Take the weekend that is running, else the last one, or the next if the tense is future."""
    saturday = find_period(published, "weekend")[0]
    if published.weekday() >= 5 or tense == "future":
        return saturday
    return shift_days(saturday, -7)


def _resolve_offset(expression: TimeExpression, anchors: Anchors) -> Interval:
    relation = expression.relation or "ago"
    if expression.amount is None:
        return stay_open("vague reference")
    back = relation in ("ago", "earlier", "before", "previously")
    amount = -expression.amount if back else expression.amount
    unit = expression.unit or "day"
    if relation not in ("ago", "from now", "hence"):
        return count_from_earlier(expression, anchors, unit, amount)
    if anchors.published is None:
        return lack_anchor(expression)
    if unit in ("second", "minute", "hour"):
        return look_back(expression, anchors, unit, expression.amount)
    day = shift(anchors.published, "day" if unit == "weekend" else unit, amount)
    if expression.amount_until is not None:
        return _span_amounts(expression, anchors, unit)
    if unit == "decade":
        unit = "year"  # a decade ago is ten years ago, not the decade of that year
    # A fortnight ago is a span of 14 days for UCDP; a week ago is that day of the week before.
    counted: Unit = "day" if unit == "week" else unit
    if unit == "fortnight":
        return look_back(expression, anchors, "day", 14)
    return take_unit(
        replace(expression, modifier=None), day, counted, anchors.basis, expression.rule
    )


def _span_amounts(expression: TimeExpression, anchors: Anchors, unit: Unit) -> Interval:
    """Span "two or three weeks ago" from the farther end to the nearer one."""
    published = anchors.published or date.min
    sign = -1 if expression.relation == "ago" else 1
    amounts = (expression.amount or 0, expression.amount_until or 0)
    days = sorted(shift(published, unit, sign * amount) for amount in amounts)
    counted: Unit = "day" if unit in ("week", "weekend", "fortnight") else unit
    first, end = find_period(days[0], counted)[0], find_period(days[1], counted)[1]
    return span_days(first, end, COARSENESS[unit], anchors.basis, f"{expression.rule}: a range")


# UCDP v19.1, appendix 2: "recent days" are 3 days, "recent weeks" 3 weeks, "recent months" 3.
_RECENT_AMOUNT = 3


def _resolve_latest(expression: TimeExpression, anchors: Anchors) -> Interval:
    """Resolve "the past two days", which is a length as well as a place in time."""
    relation = expression.relation or "recent"
    if relation in ("first", "previous", "preceding", "following", "latest"):
        return stay_open("duration")
    if anchors.published is None:
        return lack_anchor(expression)
    amount = expression.amount or _RECENT_AMOUNT
    unit = expression.unit or "day"
    if relation in ("next", "coming"):
        end = shift_days(shift(anchors.published, unit, amount), 1)
        reason = f"{expression.rule}: from publication on"
        return span_days(anchors.published, end, COARSENESS[unit], anchors.basis, reason)
    return look_back(expression, anchors, unit, amount)


def _resolve_quarter(expression: TimeExpression, anchors: Anchors) -> Interval:
    unit = expression.unit or "quarter"
    months = {"quarter": 3, "half": 6}.get(unit, 3)
    if expression.ordinal is None or expression.ordinal * months > 12:
        return stay_open(f"{expression.rule}: which one is not said")
    month = (expression.ordinal - 1) * months + 1
    if expression.year is not None:
        return take_unit(expression, date(expression.year, month, 1), unit, "text", expression.rule)
    if anchors.published is None:
        return lack_anchor(expression)
    # Quarters are told of when they are over, whatever the tense of the sentence.
    year, how = infer_year(replace(expression, month=month), anchors.published, "past")
    reason = f"{expression.rule}: {how}"
    return take_unit(expression, date(year, month, 1), unit, anchors.basis, reason)


def _resolve_season(expression: TimeExpression, anchors: Anchors) -> Interval:
    month = expression.season or 3
    if expression.year is not None:
        return take_unit(
            expression, date(expression.year, month, 1), "season", "text", expression.rule
        )
    if anchors.published is None:
        return lack_anchor(expression)
    year, how = infer_year(replace(expression, month=month), anchors.published, anchors.tense)
    reason = f"{expression.rule}: {how}"
    return take_unit(expression, date(year, month, 1), "season", anchors.basis, reason)


def _resolve_holiday(expression: TimeExpression, anchors: Anchors) -> Interval:
    month, day = HOLIDAYS[expression.named or "christmas"]
    return _resolve_calendar(replace(expression, month=month, day=day), anchors)


def _resolve_clock(expression: TimeExpression, anchors: Anchors) -> Interval:
    if anchors.earlier is None:
        return stay_open(f"{expression.rule}: the day is not said")
    reason = f"{expression.rule}: on the day told before"
    if expression.form == "part":
        day = span_days(
            anchors.earlier, shift_days(anchors.earlier, 1), "day", "earlier event", reason
        )
        return take_part(day, expression.part)
    return take_clock(expression, anchors.earlier, "earlier event", reason)


def _resolve_hours_of_day(expression: TimeExpression, anchors: Anchors) -> Interval:
    if expression.of is None:
        return stay_open(expression.rule)
    day = resolve_expression(expression.of, anchors)
    if day.start is None or day.precision not in ("day", "part of day"):
        return day
    if expression.form == "clock":
        return take_clock(expression, day.start.date(), day.basis or "text", f"{day.reason}; clock")
    return take_part(day, expression.part)


def _resolve_nothing(expression: TimeExpression, _: Anchors) -> Interval:
    names = {"reference": "vague reference"}
    return stay_open(names.get(expression.form, expression.form))


_FORMS: dict[str, Callable[[TimeExpression, Anchors], Interval]] = {
    "calendar": _resolve_calendar,
    "hijri": resolve_almanac,
    "jalali": resolve_almanac,
    "strokes": _resolve_strokes,
    "decade": _resolve_decade,
    "century": _resolve_century,
    "weekday": resolve_weekday,
    "named day": _resolve_named_day,
    "unit": _resolve_unit,
    "offset": _resolve_offset,
    "latest": _resolve_latest,
    "quarter": _resolve_quarter,
    "season": _resolve_season,
    "holiday": _resolve_holiday,
    "clock": _resolve_clock,
    "part": _resolve_clock,
    "duration": _resolve_nothing,
    "set": _resolve_nothing,
    "reference": _resolve_nothing,
}
