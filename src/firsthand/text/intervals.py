"""Intervals: half-open stretches of time, counted from an anchor and narrowed by words."""

from datetime import date, datetime, time, timedelta
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from firsthand.model.times import Basis, Precision
from firsthand.text.calendars import Unit, find_period, shift, shift_days
from firsthand.text.dates import TimeExpression
from firsthand.text.stages import EARLY, LATE, find_hours, take_stage

Tense: TypeAlias = Literal["past", "future"]


class Anchors(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a relative time is counted from: the day of publication, the day told of before.

    `told` is a day told just before with its year, from which days without one go on.
    """

    published: date | None = None
    basis: Basis = "publication date"
    earlier: date | None = None
    told: date | None = None
    tense: Tense | None = None


class Interval(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A half-open interval; `first` and `last` bound its days, the hours are in start and end."""

    start: datetime | None = None
    end: datetime | None = None
    precision: Precision = "unknown"
    basis: Basis | None = None
    reason: str


def format_moment(moment: datetime | None) -> str | None:
    """Write a moment so that it orders as a string: midnight is the day alone."""
    if moment is None:
        return None
    if moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat(timespec="minutes")


COARSENESS: dict[Unit, Precision] = {
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


def span_days(
    first: date, end: date, precision: Precision, basis: Basis | None, reason: str
) -> Interval:
    """Return the interval of whole days [first, end)."""
    return Interval(
        start=datetime.combine(first, time()),
        end=datetime.combine(end, time()),
        precision=precision,
        basis=basis,
        reason=reason,
    )


def stay_open(reason: str) -> Interval:
    """Leave an expression unresolved, with the reason."""
    return Interval(reason=reason)


def lack_anchor(expression: TimeExpression) -> Interval:
    """Leave a relative time unresolved, as there is nothing to count from."""
    return stay_open(f"{expression.rule}: unresolved without a publication date")


def take_unit(
    expression: TimeExpression, day: date, unit: Unit, basis: Basis | None, reason: str
) -> Interval:
    """Take the unit that holds a day, or the stage of it that the words name."""
    first, end = find_period(day, unit)
    precision = COARSENESS[unit]
    modifier = expression.modifier
    if modifier is None:
        return span_days(first, end, precision, basis, reason)
    if modifier in ("around", "about"):
        around = shift(first, unit, -1), shift(end, unit, 1)
        return span_days(*around, precision, basis, f"{reason}; around: one {unit} either side")
    if unit == "day":
        return take_stage_of_day(span_days(first, end, precision, basis, reason), modifier)
    stage = take_stage(first, end, unit, modifier)
    return span_days(*stage, precision, basis, f"{reason}; {modifier} in the {unit}")


def take_stage_of_day(interval: Interval, modifier: str) -> Interval:
    """Narrow a day by "early" or "late"."""
    if modifier in EARLY:
        return take_part(interval, "early morning" if modifier == "early" else None)
    if modifier in LATE and modifier != "later":
        return take_part(interval, "late evening")
    return interval


def take_part(interval: Interval, part: str | None) -> Interval:
    """Narrow a day to the hours of a part of it."""
    if interval.start is None or part is None or interval.precision not in ("day",):
        return interval
    start, end = find_hours(interval.start.date(), part)
    return replace(
        interval,
        start=start,
        end=end,
        precision="part of day",
        reason=f"{interval.reason}; {part}",
    )


def count_from_earlier(
    expression: TimeExpression, anchors: Anchors, unit: Unit, amount: float
) -> Interval:
    """Count from the time told before."""
    if anchors.earlier is None:
        return stay_open(f"{expression.rule}: no time is told before it")
    day = shift(anchors.earlier, unit, amount)
    # The clock of what was told before is not known: hours later is known to the day only.
    unit = "day" if unit in ("hour", "minute", "second") else unit
    reason = f"{expression.rule}: counted from the time told before"
    return take_unit(replace(expression, modifier=None), day, unit, "earlier event", reason)


def look_back(expression: TimeExpression, anchors: Anchors, unit: Unit, amount: float) -> Interval:
    """Take the time from so many units before publication to its end."""
    published = anchors.published or date.min
    first = shift(published, unit, -amount)
    if unit in ("minute", "second", "hour") and first == published:
        first = shift_days(published, -1)
    end = shift_days(published, 1)
    reason = f"{expression.rule}: counted back from publication"
    coarse: Unit = "day" if unit in ("minute", "second", "hour") else unit
    return span_days(first, end, COARSENESS[coarse], anchors.basis, reason)


def take_clock(expression: TimeExpression, day: date, basis: Basis, reason: str) -> Interval:
    """Take the minute, or the hour where no minute is said."""
    start = datetime.combine(day, time(expression.hour or 0, expression.minute or 0))
    exact = expression.minute is not None
    return Interval(
        start=start,
        end=start + (timedelta(minutes=1) if exact else timedelta(hours=1)),
        precision="minute" if exact else "hour",
        basis=basis,
        reason=reason,
    )
