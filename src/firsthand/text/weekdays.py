"""Weekdays: which day a weekday means."""

from datetime import date

from msgspec.structs import replace

from firsthand.text.calendars import find_period, shift_days
from firsthand.text.dates import TimeExpression
from firsthand.text.intervals import Anchors, Interval, lack_anchor, take_part, take_unit
from firsthand.text.years import BACK, ON


def resolve_weekday(expression: TimeExpression, anchors: Anchors) -> Interval:
    """Resolve a weekday to the day that words, tense or the time told before make it."""
    if anchors.published is None:
        return lack_anchor(expression)
    if expression.relation in ("following", "previous") and anchors.earlier is not None:
        return _count_weekday(expression, anchors.earlier)
    day, how = _choose_weekday(expression, anchors)
    if expression.part is not None and expression.modifier in ("early", "late"):
        reason = f"{expression.rule}: {how}"
        whole = take_unit(replace(expression, modifier=None), day, "day", anchors.basis, reason)
        return take_part(whole, f"{expression.modifier} {expression.part}")
    return take_unit(expression, day, "day", anchors.basis, f"{expression.rule}: {how}")


def _count_weekday(expression: TimeExpression, earlier: date) -> Interval:
    """Take "the following Friday" as the next one after the time told before."""
    weekday = expression.weekday or 0
    ahead = expression.relation == "following"
    apart = ((weekday - earlier.weekday()) if ahead else (earlier.weekday() - weekday)) % 7 or 7
    day = shift_days(earlier, apart if ahead else -apart)
    reason = f"{expression.rule}: counted from the time told before"
    return take_unit(expression, day, "day", "earlier event", reason)


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
    if expression.relation in BACK:
        return shift_days(published, -(back or 7)), "the last one before publication"
    if expression.relation in ON:
        return shift_days(published, on or 7), "the next one after publication"
    if anchors.tense == "future":
        return shift_days(published, on), "the next one from publication, as the tense is future"
    return shift_days(published, -back), "the last one on or before publication"
