"""Almanacs: days and months of the Hijri and the Jalali calendar as days of ours."""

from collections.abc import Callable, Mapping
from datetime import date

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from firsthand.model.times import Precision
from firsthand.text.calendars import shift_days
from firsthand.text.dates import TimeExpression
from firsthand.text.intervals import Anchors, Interval, lack_anchor, span_days, stay_open
from firsthand.text.years import BACK, ON

# The years that hijridate converts, by the tables of Umm al-Qura.
_HIJRI_YEARS = (1343, 1500)
_JALALI_YEARS = (1200, 1500)

Convert = Callable[[int, int, int], date | None]


def convert_hijri(year: int, month: int, day: int) -> date | None:
    """Return our day for a Hijri one, or None where that calendar has none such."""
    if not _HIJRI_YEARS[0] <= year < _HIJRI_YEARS[1]:
        return None
    try:
        return Hijri(year, month, day).to_gregorian()
    except ValueError:
        return None


def convert_jalali(year: int, month: int, day: int) -> date | None:
    """Return our day for a Jalali one, or None where that calendar has none such."""
    if not _JALALI_YEARS[0] <= year < _JALALI_YEARS[1]:
        return None
    try:
        found: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    return found


def resolve_almanac(expression: TimeExpression, anchors: Anchors) -> Interval:
    """Resolve a day or month of another calendar; without a year, the one nearest by its tense."""
    convert, note = _CALENDARS[expression.form]
    reason = f"{expression.rule}{note}"
    precision: Precision = "month" if expression.day is None else "day"
    if expression.year is not None:
        found = _find_days(expression, expression.year, convert)
        if found is None:
            return stay_open(f"{expression.rule}: the calendar has no such day")
        return span_days(*found, precision, "text", reason)
    if anchors.published is None:
        return lack_anchor(expression)
    around = (_find_days(expression, year, convert) for year in _name_years(anchors.published))
    days = [found for found in around if found is not None]
    chosen, how = _choose(days, anchors, expression.relation)
    if chosen is None:
        return stay_open(f"{expression.rule}: the calendar has no such day")
    return span_days(*chosen, precision, anchors.basis, f"{reason}: {how}")


def _find_days(expression: TimeExpression, year: int, convert: Convert) -> tuple[date, date] | None:
    """Return the first day meant and the day after the last one."""
    month, day = expression.month or 1, expression.day
    first = convert(year, month, day or 1)
    if first is None:
        return None
    if day is not None:
        return first, shift_days(first, expression.ordinal or 1)
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    end = convert(*following, 1)
    return None if end is None else (first, end)


def _choose(
    days: list[tuple[date, date]], anchors: Anchors, relation: str | None
) -> tuple[tuple[date, date] | None, str]:
    """Choose the last one that had begun, or the next if words or tense say so."""
    published = anchors.published or date.min
    begun = [found for found in days if found[0] <= published]
    coming = [found for found in days if found[0] > published]
    if relation in BACK:
        begun = [found for found in begun if found[1] <= published]
    if coming and (relation in ON or (anchors.tense == "future" and not _holds(begun, published))):
        return coming[0], "the next one from publication"
    return (begun[-1] if begun else None), "the last one up to publication"


def _holds(begun: list[tuple[date, date]], day: date) -> bool:
    return bool(begun) and begun[-1][1] > day


def _name_years(published: date) -> tuple[int, ...]:
    """Name the years of both calendars around a day; those of the wrong one find nothing near."""
    hijri = round((published.year - 622) * 33 / 32)
    jalali = published.year - 621
    years = {year + step for year in (hijri, jalali) for step in (-2, -1, 0, 1, 2)}
    return tuple(sorted(years))


# Where the moon is sighted the first of a month may be a day or two off.
_CALENDARS: Mapping[str, tuple[Convert, str]] = {
    "hijri": (convert_hijri, ", by the tables of Umm al-Qura (sightings may differ by a day)"),
    "jalali": (convert_jalali, ", by the Jalali calendar"),
}
