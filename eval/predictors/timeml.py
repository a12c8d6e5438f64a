"""TimeML: how an expression of time is written as a type and a value."""

from collections.abc import Callable
from datetime import date

from firsthand.text.dates import TimeExpression
from firsthand.text.intervals import Interval

Written = tuple[str, str]

_LETTERS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "season": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
}
_CLOCK_UNITS = ("second", "minute", "hour")
_MULTIPLES = {"decade": (10, "Y"), "century": (100, "Y"), "fortnight": (2, "W"), "night": (1, "D")}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_REFERENCES = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}
_PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
    "dawn": "TMO",
}
_SETS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annually": "P1Y",
    "yearly": "P1Y",
    "annual": "P1Y",
    "hourly": "PT1H",
}


def write_value(
    expression: TimeExpression, interval: Interval, published: date | None
) -> Written | None:
    """Write an expression as a TimeML type and value; None if the pack does not annotate it."""
    if expression.of is not None:
        return _write_hours(expression, interval)
    writer = _WRITERS.get(expression.form)
    return None if writer is None else writer(expression, interval, published)


def _write_calendar(
    expression: TimeExpression, interval: Interval, _: date | None
) -> Written | None:
    day = _day(interval)
    if day is None:
        return None
    if expression.hour is not None:
        return _write_hours(expression, interval)
    if expression.month is None:
        return "DATE", f"{_year(expression, day)}"
    month = f"{_year(expression, day)}-{expression.month:02}"
    return ("DATE", month) if expression.day is None else ("DATE", f"{month}-{expression.day:02}")


def _year(expression: TimeExpression, day: date) -> int:
    """Return the year said, else the year found: around a month may start a year earlier."""
    return expression.year if expression.year is not None else day.year


def _write_day(expression: TimeExpression, interval: Interval, _: date | None) -> Written | None:
    if expression.named == "every":
        part = _PARTS.get(expression.part or "", "")
        return "SET", f"XXXX-XX-XX{part}"
    day = _day(interval)
    if day is None:
        return None
    named = expression.named if expression.named in ("tonight", "overnight") else None
    part = _PARTS.get("night" if named else _name_part(expression), "")
    kind = "TIME" if expression.sort == "time" else "DATE"
    return kind, f"{day.isoformat()}{part}"


def _write_hours(expression: TimeExpression, interval: Interval) -> Written | None:
    if interval.start is None:
        return None
    day = interval.start.date().isoformat()
    if expression.hour is not None:
        return "TIME", f"{day}T{expression.hour:02}:{expression.minute or 0:02}"
    part = _PARTS.get(_name_part(expression), "")
    return "TIME", f"{day}{part}"


def _write_strokes(_: TimeExpression, interval: Interval, __: date | None) -> Written | None:
    day = _day(interval)
    return None if day is None else ("DATE", day.isoformat())


def _write_decade(expression: TimeExpression, _: Interval, __: date | None) -> Written | None:
    return "DATE", f"{(expression.year or 0) // 10}"


def _write_century(expression: TimeExpression, _: Interval, __: date | None) -> Written | None:
    return "DATE", f"{(expression.ordinal or 1) - 1:02}"


def _write_unit(expression: TimeExpression, interval: Interval, _: date | None) -> Written | None:
    day = _day(interval)
    if day is None:
        return None
    return "DATE", _name_unit(day, expression.unit or "day")


def _name_unit(day: date, unit: str) -> str:
    year, week, _ = day.isocalendar()
    names = {
        "week": f"{year}-W{week:02}",
        "fortnight": f"{year}-W{week:02}",
        "weekend": f"{year}-W{week:02}-WE",
        "month": f"{day.year}-{day.month:02}",
        "quarter": f"{day.year}-Q{(day.month - 1) // 3 + 1}",
        "half": f"{day.year}-H{(day.month - 1) // 6 + 1}",
        "season": f"{day.year}-{_SEASONS.get(day.month, 'SP')}",
        "year": f"{day.year}",
        "decade": f"{day.year // 10}X",
        "century": f"{day.year // 100}",
    }
    return names.get(unit, day.isoformat())


def _write_offset(
    expression: TimeExpression, interval: Interval, published: date | None
) -> Written | None:
    day = _day(interval)
    if expression.amount is None:
        past = expression.relation not in ("from now", "hence", "later", "afterwards")
        return "DATE", "PAST_REF" if past else "FUTURE_REF"
    if day is None:
        # Without a time told before, the pack counts from publication.
        if published is None or expression.unit != "year":
            return _write_length(expression)
        back = expression.relation not in ("later", "afterwards", "after")
        return "DATE", f"{published.year + int(expression.amount) * (-1 if back else 1)}"
    unit = expression.unit or "day"
    return "DATE", _name_unit(day, "year" if unit == "decade" else unit)


def _write_length(expression: TimeExpression) -> Written:
    unit = expression.unit or "day"
    times, letter = _MULTIPLES.get(unit, (1, _LETTERS.get(unit, "D")))
    prefix = "PT" if unit in _CLOCK_UNITS else "P"
    amount = expression.amount
    if amount is None:
        return "DURATION", f"{prefix}X{ {'decade': 'E', 'century': 'C'}.get(unit, letter) }"
    whole = amount * times
    if letter == "Y" and whole != int(whole) and (whole * 12).is_integer():
        years, months = divmod(int(whole * 12), 12)
        return "DURATION", f"P{f'{years}Y' if years else ''}{months}M"
    if letter == "H" and unit == "hour" and whole > 1 and (whole * 2) % 2 == 1:
        return "DURATION", f"PT{int(whole)}H30M"
    number = int(whole) if float(whole).is_integer() else whole
    return "DURATION", f"{prefix}{number}{letter}"


def _write_duration(expression: TimeExpression, _: Interval, __: date | None) -> Written | None:
    return _write_length(expression)


def _write_latest(expression: TimeExpression, _: Interval, __: date | None) -> Written | None:
    if expression.amount is None and not expression.vague:
        if expression.relation in ("recent", "past"):
            return "DATE", "PAST_REF"
        if expression.relation == "coming":
            return "DATE", "FUTURE_REF"
    return _write_length(expression)


def _write_quarter(
    expression: TimeExpression, interval: Interval, published: date | None
) -> Written | None:
    unit = expression.unit or "quarter"
    if expression.ordinal is None:
        return None
    day = _day(interval)
    year = expression.year or (day.year if day is not None else None)
    if year is None:
        return None
    if expression.year_relation is not None and published is not None:
        year = published.year + {"last": -1, "this": 0, "next": 1}[expression.year_relation]
    return "DATE", f"{year}-{'Q' if unit == 'quarter' else 'H'}{expression.ordinal}"


def _write_season(expression: TimeExpression, interval: Interval, _: date | None) -> Written | None:
    day = _day(interval)
    if day is None:
        return None
    return "DATE", f"{_year(expression, day)}-{_SEASONS[expression.season or 3]}"


def _write_set(expression: TimeExpression, _: Interval, __: date | None) -> Written | None:
    if expression.named in _SETS:
        return "SET", _SETS[expression.named]
    if expression.weekday is not None:
        part = _PARTS.get(expression.part or "", "")
        return "SET", f"XXXX-WXX-{expression.weekday + 1}{part}"
    if expression.unit is not None:
        return "SET", _write_length(expression)[1].replace("PX", "P1").replace("PTX", "PT1")
    return "SET", "XXXX"


def _write_reference(expression: TimeExpression, _: Interval, __: date | None) -> Written | None:
    value = _REFERENCES.get(expression.named or "")
    return None if value is None else ("DATE", value)


def _name_part(expression: TimeExpression) -> str:
    return (expression.part or "").replace("-", " ").split(" ")[-1]


def _day(interval: Interval) -> date | None:
    return None if interval.start is None else interval.start.date()


_WRITERS: dict[str, Callable[[TimeExpression, Interval, date | None], Written | None]] = {
    "calendar": _write_calendar,
    "holiday": _write_day,
    "strokes": _write_strokes,
    "decade": _write_decade,
    "century": _write_century,
    "weekday": _write_day,
    "named day": _write_day,
    "unit": _write_unit,
    "offset": _write_offset,
    "latest": _write_latest,
    "quarter": _write_quarter,
    "season": _write_season,
    "clock": lambda expression, interval, _: _write_hours(expression, interval),
    "part": lambda expression, interval, _: _write_hours(expression, interval),
    "duration": _write_duration,
    "set": _write_set,
    "reference": _write_reference,
}
