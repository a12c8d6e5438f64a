"""Intervals: what an expression of time means, as half-open intervals counted from an anchor."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from firsthand.model.times import Basis, Precision
from firsthand.text.calendars import (
    Unit,
    find_period,
    make_date,
    shift,
    shift_days,
    shift_months,
)
from firsthand.text.dates import TimeExpression

Tense: TypeAlias = Literal["past", "future"]


class Anchors(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a relative time is counted from: the day of publication, the day told of before."""

    published: date | None = None
    basis: Basis = "publication date"
    earlier: date | None = None
    tense: Tense | None = None


class Interval(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A half-open interval; `first` and `last` bound its days, the hours are in start and end."""

    start: datetime | None = None
    end: datetime | None = None
    precision: Precision = "unknown"
    basis: Basis | None = None
    reason: str


def resolve_expression(expression: TimeExpression, anchors: Anchors) -> Interval:
    """Say which interval an expression means, or why that stays unknown."""
    if expression.of is not None:
        return _resolve_hours_of_day(expression, anchors)
    interval = _FORMS[expression.form](expression, anchors)
    if interval.start is None or expression.part is None or expression.form == "part":
        return interval
    return _take_part(interval, expression.part)


def format_moment(moment: datetime | None) -> str | None:
    """Write a moment so that it orders as a string: midnight is the day alone."""
    if moment is None:
        return None
    if moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat(timespec="minutes")


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

_COARSENESS: dict[Unit, Precision] = {
    "second": "minute",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "weekend": "week",
    "fortnight": "week",
    "month": "month",
    "season": "season",
    "quarter": "season",
    "half": "year",
    "year": "year",
    "decade": "decade",
    "century": "decade",
}

_BACK = ("last", "past", "this past", "previous", "preceding", "prior", "latest", "recent")
_ON = ("next", "coming", "this coming", "following", "upcoming")
_EARLY = ("early", "beginning", "start", "earlier")
_LATE = ("late", "end", "later", "latter half")


def _days(
    first: date, end: date, precision: Precision, basis: Basis | None, reason: str
) -> Interval:
    return Interval(
        start=datetime.combine(first, time()),
        end=datetime.combine(end, time()),
        precision=precision,
        basis=basis,
        reason=reason,
    )


def _stay_open(reason: str) -> Interval:
    return Interval(reason=reason)


def _without_anchor(expression: TimeExpression) -> Interval:
    return _stay_open(f"{expression.rule}: unresolved without a publication date")


def _resolve_calendar(expression: TimeExpression, anchors: Anchors) -> Interval:
    """Resolve days, months and years, whose year may have to be inferred."""
    if expression.year is not None:
        return _fill_calendar(expression, expression.year, "text", expression.rule)
    if anchors.published is None:
        return _without_anchor(expression)
    year, how = _infer_year(expression, anchors.published, anchors.tense)
    return _fill_calendar(expression, year, anchors.basis, f"{expression.rule}: {how}")


def _infer_year(
    expression: TimeExpression, published: date, tense: Tense | None
) -> tuple[int, str]:
    month = expression.month or 1
    if expression.year_relation is not None:
        offset = {"last": -1, "this": 0, "next": 1}[expression.year_relation]
        return published.year + offset, "the year named"
    first = date(published.year, month, 1)
    past = first if expression.day is None else _day_of(published.year, month, expression.day)
    if expression.relation in _BACK:
        strictly = month < published.month
        return published.year - (0 if strictly else 1), "the last one before publication"
    if expression.relation in _ON:
        return published.year + (month <= published.month), "the next one after publication"
    if expression.relation == "this":
        return published.year, "the one in the year of publication"
    if tense == "future":
        gone = past < published if expression.day is not None else month < published.month
        return published.year + gone, "the next one from publication, as the tense is future"
    if past <= published:
        return published.year, "the last one up to publication"
    return published.year - 1, "the last one up to publication"


def _day_of(year: int, month: int, day: int) -> date:
    return make_date(year, month, day) or shift_days(date(year, month, 1), min(day, 31) - 1)


def _fill_calendar(expression: TimeExpression, year: int, basis: Basis, reason: str) -> Interval:
    if expression.year_until is not None:
        return _fill_years(expression, year, basis, reason)
    if expression.month is None:
        return _narrow(expression, date(year, 1, 1), "year", basis, reason)
    if expression.day is None:
        return _narrow(expression, date(year, expression.month, 1), "month", basis, reason)
    first = make_date(year, expression.month, expression.day)
    last = make_date(year, expression.month, expression.day_until or expression.day)
    if first is None or last is None or last < first:
        return _stay_open(f"{expression.rule}: the calendar has no such day")
    if expression.hour is not None:
        return _fill_clock(expression, first, basis, reason)
    if last == first:
        return _narrow(expression, first, "day", basis, reason)
    return _days(first, shift_days(last, 1), "day", basis, reason)


def _fill_years(expression: TimeExpression, year: int, basis: Basis, reason: str) -> Interval:
    last = expression.year_until or year
    if last < year:
        return _stay_open(f"{expression.rule}: the range runs backwards")
    return _days(date(year, 1, 1), date(last + 1, 1, 1), "year", basis, reason)


def _narrow(
    expression: TimeExpression, day: date, unit: Unit, basis: Basis | None, reason: str
) -> Interval:
    """Take the unit that holds a day, or the stage of it that the words name."""
    first, end = find_period(day, unit)
    precision = _COARSENESS[unit]
    modifier = expression.modifier
    if modifier is None:
        return _days(first, end, precision, basis, reason)
    if modifier in ("around", "about"):
        around = shift(first, unit, -1), shift(end, unit, 1)
        return _days(*around, precision, basis, f"{reason}; around: one {unit} either side")
    if unit == "day":
        return _take_stage_of_day(_days(first, end, precision, basis, reason), modifier)
    stage = _take_stage(first, end, unit, modifier)
    return _days(*stage, precision, basis, f"{reason}; {modifier} in the {unit}")


def _take_stage(first: date, end: date, unit: Unit, modifier: str) -> tuple[date, date]:
    """Cut a unit as UCDP's codebook reads vague dates (v19.1, appendix 2), else in thirds."""
    if unit == "month":
        if modifier in _EARLY:
            return first, shift_days(first, 10)
        if modifier in _LATE:
            return shift_days(first, 14), end
        if modifier in ("mid", "middle"):
            return shift_days(first, 9), shift_days(first, 20)
    length = (end - first).days
    if modifier == "first half":
        return first, shift_days(first, (length + 1) // 2)
    if modifier in ("second half", "latter half"):
        return shift_days(first, length // 2), end
    if modifier in _EARLY:
        return first, _third(first, end, unit, 1)
    if modifier in _LATE:
        return _third(first, end, unit, 2), end
    return _third(first, end, unit, 1), _third(first, end, unit, 2)


def _third(first: date, end: date, unit: Unit, number: int) -> date:
    """Return the end of a third: years end after April and August, decades after 4 and 6 years."""
    months = {"year": (4, 8), "decade": (48, 72), "season": (1, 2), "quarter": (1, 2)}.get(unit)
    if months is not None:
        return shift_months(first, months[number - 1])
    if unit == "week":
        return shift_days(first, (3, 4)[number - 1])
    return shift_days(first, max((end - first).days * number // 3, number))


def _take_stage_of_day(interval: Interval, modifier: str) -> Interval:
    if modifier in _EARLY:
        return _take_part(interval, "early morning" if modifier == "early" else None)
    if modifier in _LATE and modifier != "later":
        return _take_part(interval, "late evening")
    return interval


def _take_part(interval: Interval, part: str | None) -> Interval:
    if interval.start is None or part is None or interval.precision not in ("day",):
        return interval
    first, last = _HOURS.get(part, (0, 24))
    midnight = datetime.combine(interval.start.date(), time())
    return replace(
        interval,
        start=midnight + timedelta(hours=first),
        end=midnight + timedelta(hours=last),
        precision="part of day",
        reason=f"{interval.reason}; {part}",
    )


def _resolve_strokes(expression: TimeExpression, _: Anchors) -> Interval:
    first, second = divmod(expression.ordinal or 0, 100)
    year = expression.year or 1
    readings = {make_date(year, second, first), make_date(year, first, second)} - {None}
    if len(readings) != 1:
        return _stay_open(f"{expression.rule}: day and month cannot be told apart")
    day = readings.pop() or date(year, 1, 1)
    return _days(day, shift_days(day, 1), "day", "text", expression.rule)


def _resolve_decade(expression: TimeExpression, _: Anchors) -> Interval:
    return _narrow(expression, date(expression.year or 1, 1, 1), "decade", "text", expression.rule)


def _resolve_century(expression: TimeExpression, _: Anchors) -> Interval:
    year = max((expression.ordinal or 1) - 1, 0) * 100 + 1
    if not 1 <= year <= 3000:
        return _stay_open(f"{expression.rule}: out of range")
    return _narrow(expression, date(year, 1, 1), "century", "text", expression.rule)


def _resolve_weekday(expression: TimeExpression, anchors: Anchors) -> Interval:
    if anchors.published is None:
        return _without_anchor(expression)
    day, how = _choose_weekday(expression, anchors)
    return _narrow(expression, day, "day", anchors.basis, f"{expression.rule}: {how}")


def _choose_weekday(expression: TimeExpression, anchors: Anchors) -> tuple[date, str]:
    published = anchors.published or date.min
    weekday = expression.weekday or 0
    named_week = {"weekday of a week": expression.relation}.get(expression.rule)
    if named_week is not None:
        monday = find_period(published, "week")[0]
        offset = {"last": -7, "this": 0, "next": 7}[named_week]
        return shift_days(monday, offset + weekday), f"in {named_week} week"
    back = (published.weekday() - weekday) % 7
    on = (weekday - published.weekday()) % 7
    if expression.relation in _BACK:
        return shift_days(published, -(back or 7)), "the last one before publication"
    if expression.relation in _ON:
        return shift_days(published, on or 7), "the next one after publication"
    if anchors.tense == "future":
        return shift_days(published, on), "the next one from publication, as the tense is future"
    return shift_days(published, -back), "the last one on or before publication"


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
        return _count_from_earlier(expression, anchors, "day", _DAYS_TOLD[named])
    if named not in _NAMED_DAYS:
        return _stay_open("set")
    if anchors.published is None:
        return _without_anchor(expression)
    day = shift_days(anchors.published, _NAMED_DAYS[named])
    interval = _narrow(
        replace(expression, modifier=None), day, "day", anchors.basis, expression.rule
    )
    if named in ("tonight", "overnight"):
        return _take_part(interval, "night")
    if expression.part is None and expression.modifier is not None:
        return _take_stage_of_day(interval, expression.modifier)
    if expression.part is not None and expression.modifier in ("early", "late"):
        return _take_part(interval, f"{expression.modifier} {expression.part}")
    return interval


def _count_from_earlier(
    expression: TimeExpression, anchors: Anchors, unit: Unit, amount: float
) -> Interval:
    if anchors.earlier is None:
        return _stay_open(f"{expression.rule}: no time is told before it")
    day = shift(anchors.earlier, unit, amount)
    reason = f"{expression.rule}: counted from the time told before"
    return _narrow(replace(expression, modifier=None), day, unit, "earlier event", reason)


def _resolve_unit(expression: TimeExpression, anchors: Anchors) -> Interval:
    unit = expression.unit or "day"
    relation = expression.relation or "last"
    if relation in ("that", "same", "that same", "following", "preceding", "previous", "prior") or (
        unit == "day" and relation in ("next", "last")
    ):
        told = 1 if relation in ("following", "next") else 0
        told = -1 if relation in ("preceding", "previous", "prior", "last") else told
        return _count_from_earlier(expression, anchors, unit, told)
    if anchors.published is None:
        return _without_anchor(expression)
    if relation == "past" or relation == "this past":
        return _look_back(expression, anchors, unit, 1)
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
        return _days(
            first, until, _COARSENESS[unit], anchors.basis, f"{expression.rule}: up to publication"
        )
    if within and expression.modifier == "later":
        reason = f"{expression.rule}: from publication on"
        return _days(published, end, _COARSENESS[unit], anchors.basis, reason)
    return _narrow(expression, day, unit, anchors.basis, expression.rule)


def _count_units(relation: str) -> int:
    if relation in _BACK and relation != "latest":
        return -1
    return 1 if relation in _ON else 0


def _choose_weekend(published: date, tense: Tense | None) -> date:
    """Take the weekend that is running, else the last one, or the next if the tense is future."""
    saturday = find_period(published, "weekend")[0]
    if published.weekday() >= 5 or tense == "future":
        return saturday
    return shift_days(saturday, -7)


def _resolve_offset(expression: TimeExpression, anchors: Anchors) -> Interval:
    relation = expression.relation or "ago"
    if expression.amount is None:
        return _stay_open("vague reference")
    back = relation in ("ago", "earlier", "before", "previously")
    amount = -expression.amount if back else expression.amount
    unit = expression.unit or "day"
    if relation not in ("ago", "from now", "hence"):
        return _count_from_earlier(expression, anchors, unit, amount)
    if anchors.published is None:
        return _without_anchor(expression)
    if unit in ("second", "minute", "hour"):
        return _look_back(expression, anchors, unit, expression.amount)
    day = shift(anchors.published, "day" if unit == "weekend" else unit, amount)
    # A fortnight ago is a span of 14 days for UCDP; a week ago is that day of the week before.
    counted: Unit = "day" if unit == "week" else unit
    if unit == "fortnight":
        return _look_back(expression, anchors, "day", 14)
    return _narrow(replace(expression, modifier=None), day, counted, anchors.basis, expression.rule)


# UCDP v19.1, appendix 2: "recent days" are 3 days, "recent weeks" 3 weeks, "recent months" 3.
_RECENT_AMOUNT = 3


def _resolve_latest(expression: TimeExpression, anchors: Anchors) -> Interval:
    """Resolve "the past two days", which is a length as well as a place in time."""
    relation = expression.relation or "recent"
    if relation in ("first", "previous", "preceding", "following", "latest"):
        return _stay_open("duration")
    if anchors.published is None:
        return _without_anchor(expression)
    amount = expression.amount or _RECENT_AMOUNT
    unit = expression.unit or "day"
    if relation in ("next", "coming"):
        end = shift_days(shift(anchors.published, unit, amount), 1)
        reason = f"{expression.rule}: from publication on"
        return _days(anchors.published, end, _COARSENESS[unit], anchors.basis, reason)
    return _look_back(expression, anchors, unit, amount)


def _look_back(expression: TimeExpression, anchors: Anchors, unit: Unit, amount: float) -> Interval:
    """Take the time from so many units before publication to its end."""
    published = anchors.published or date.min
    first = shift(published, unit, -amount)
    if unit in ("minute", "second", "hour") and first == published:
        first = shift_days(published, -1)
    end = shift_days(published, 1)
    reason = f"{expression.rule}: counted back from publication"
    coarse: Unit = "day" if unit in ("minute", "second", "hour") else unit
    return _days(first, end, _COARSENESS[coarse], anchors.basis, reason)


def _resolve_quarter(expression: TimeExpression, anchors: Anchors) -> Interval:
    unit = expression.unit or "quarter"
    months = {"quarter": 3, "half": 6}.get(unit, 3)
    if expression.ordinal is None or expression.ordinal * months > 12:
        return _stay_open(f"{expression.rule}: which one is not said")
    month = (expression.ordinal - 1) * months + 1
    if expression.year is not None:
        return _narrow(expression, date(expression.year, month, 1), unit, "text", expression.rule)
    if anchors.published is None:
        return _without_anchor(expression)
    year, how = _infer_year(replace(expression, month=month), anchors.published, anchors.tense)
    reason = f"{expression.rule}: {how}"
    return _narrow(expression, date(year, month, 1), unit, anchors.basis, reason)


def _resolve_season(expression: TimeExpression, anchors: Anchors) -> Interval:
    month = expression.season or 3
    if expression.year is not None:
        return _narrow(
            expression, date(expression.year, month, 1), "season", "text", expression.rule
        )
    if anchors.published is None:
        return _without_anchor(expression)
    year, how = _infer_year(replace(expression, month=month), anchors.published, anchors.tense)
    reason = f"{expression.rule}: {how}"
    return _narrow(expression, date(year, month, 1), "season", anchors.basis, reason)


_HOLIDAYS = {
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


def _resolve_holiday(expression: TimeExpression, anchors: Anchors) -> Interval:
    month, day = _HOLIDAYS[expression.named or "christmas"]
    return _resolve_calendar(replace(expression, month=month, day=day), anchors)


def _resolve_clock(expression: TimeExpression, anchors: Anchors) -> Interval:
    if anchors.earlier is None:
        return _stay_open(f"{expression.rule}: the day is not said")
    reason = f"{expression.rule}: on the day told before"
    return _fill_clock(expression, anchors.earlier, "earlier event", reason)


def _fill_clock(expression: TimeExpression, day: date, basis: Basis, reason: str) -> Interval:
    start = datetime.combine(day, time(expression.hour or 0, expression.minute or 0))
    exact = expression.minute is not None
    return Interval(
        start=start,
        end=start + (timedelta(minutes=1) if exact else timedelta(hours=1)),
        precision="minute" if exact else "hour",
        basis=basis,
        reason=reason,
    )


def _resolve_hours_of_day(expression: TimeExpression, anchors: Anchors) -> Interval:
    if expression.of is None:
        return _stay_open(expression.rule)
    day = resolve_expression(expression.of, anchors)
    if day.start is None or day.precision != "day":
        return day
    if expression.form == "clock":
        return _fill_clock(
            expression, day.start.date(), day.basis or "text", f"{day.reason}; clock"
        )
    return _take_part(day, expression.part)


def _resolve_nothing(expression: TimeExpression, _: Anchors) -> Interval:
    names = {"reference": "vague reference", "part": "part of a day whose day is not said"}
    return _stay_open(names.get(expression.form, expression.form))


def _resolve_reference(expression: TimeExpression, anchors: Anchors) -> Interval:
    """Leave references open, but take "the other day" as the day before (UCDP v19.1)."""
    return _resolve_nothing(expression, anchors)


_FORMS: dict[str, Callable[[TimeExpression, Anchors], Interval]] = {
    "calendar": _resolve_calendar,
    "strokes": _resolve_strokes,
    "decade": _resolve_decade,
    "century": _resolve_century,
    "weekday": _resolve_weekday,
    "named day": _resolve_named_day,
    "unit": _resolve_unit,
    "offset": _resolve_offset,
    "latest": _resolve_latest,
    "quarter": _resolve_quarter,
    "season": _resolve_season,
    "holiday": _resolve_holiday,
    "clock": _resolve_clock,
    "part": _resolve_nothing,
    "duration": _resolve_nothing,
    "set": _resolve_nothing,
    "reference": _resolve_reference,
}
