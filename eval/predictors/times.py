"""Times: expressions as TimeML values; what newspapers of business mean by a year ago is here."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct, structs
from spacy.tokens import Doc

from eval.packs import Record
from eval.predictors.timeml import write_value
from eval.texts import parse_record
from firsthand.read.times import find_anchors, read_tense
from firsthand.text.dates import TimeExpression, find_expressions
from firsthand.text.intervals import Anchors, Interval
from firsthand.text.resolutions import resolve_expression

# A time told farther before than about two paragraphs is no anchor any more, as in read/times.
_REACH = 1500
_FINE = ("minute", "hour", "part of day", "day")
_COARSE = (*_FINE, "week", "month", "season", "year")

# The pack annotates these though they say nothing of when: earnings speak of quarters so.
_PERIOD = re.compile(
    r"\b(?:(?:the )?(?:comparable )?(?P<back>year-(?:ago|earlier))(?: (?:quarter|period))?"
    r"|the (?P<latest>latest|most recent) (?:quarter|period)|(?P<quarter>the quarter)(?! of)"
    r"|(?P<year>the (?:full |fiscal )?year)(?! (?:of|in|when|that|\d|ago|earlier|before|two|nine))"
    r"|(?P<days>thanksgiving(?: day)?)|(?P<end>year-end))(?![\w-])",
    re.IGNORECASE,
)
# Words of time that the pack mostly leaves unmarked.
_UNMARKED = re.compile(
    r"previously|so far|quarterly|annual|annually|eventually|in the past|future|recent|soon"
    r"|to date|in the future|formerly|presently|long ago|the day before|evening|noon|months"
    r"|minutes|decades",
    re.IGNORECASE,
)
_LATER_MARKS = re.compile(r"(?:earlier|later) (?=this|today|sunday|friday)|in (?=the near)", re.I)
_ARTICLE = re.compile(r"\bthe (?:past )?$", re.IGNORECASE)
_YEAR_BACK = re.compile(
    r"(?:a|one|the|the same period a) year (?:ago|earlier|before)", re.IGNORECASE
)


class _Timex(Struct, frozen=True, kw_only=True):
    """An expression of the pack: offsets, TimeML type and value."""

    start: int
    end: int
    type: str
    value: str


def predict_times(record: Record) -> dict[str, object]:
    """Predict the time expressions of a text with their TimeML types and values."""
    doc = parse_record(record)
    kept = _read_periods(record.text)
    for item in _read_expressions(doc, record):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    return {"timexes": _fill_quarters(sorted(kept, key=lambda item: item.start), record)}


def _read_expressions(doc: Doc, record: Record) -> list[_Timex]:
    base = find_anchors(record.text, record.published)
    told: list[tuple[TimeExpression, Interval]] = []
    timexes = []
    for expression in find_expressions(record.text):
        anchors = structs.replace(
            base,
            earlier=_find_earlier(told, expression),
            tense=read_tense(doc, expression.start),
        )
        interval = resolve_expression(expression, _anchor_clock(expression, anchors))
        told.append((expression, interval))
        written = write_value(expression, interval, base.published)
        start, end = _trim(expression, record.text)
        if written is not None and not _UNMARKED.fullmatch(record.text[start:end]):
            timexes.append(_Timex(start=start, end=end, type=written[0], value=written[1]))
    return timexes


def _anchor_clock(expression: TimeExpression, anchors: Anchors) -> Anchors:
    """A clock or part of a day without a day is of the day of publication here."""
    if expression.form in ("clock", "part") and anchors.earlier is None:
        return structs.replace(anchors, earlier=anchors.published)
    return anchors


def _find_earlier(
    told: Sequence[tuple[TimeExpression, Interval]], expression: TimeExpression
) -> date | None:
    long = expression.unit in ("year", "decade", "century")
    for other, interval in reversed(told):
        if expression.start - other.end > _REACH:
            return None
        if interval.start is not None and interval.precision in (_COARSE if long else _FINE):
            return interval.start.date()
    return None


def _trim(expression: TimeExpression, text: str) -> tuple[int, int]:
    """Leave a possessive mark out and take the article in, as the pack does."""
    words = text[expression.start : expression.end]
    cut = 2 if words.endswith(("'s", "’s")) else 0
    start = expression.start
    mark = _LATER_MARKS.match(words)
    if mark is not None:
        start += mark.end()
    before = _ARTICLE.search(text[max(0, start - 10) : start])
    if expression.form == "duration" and before is not None:
        start -= len(before[0])
    return start, expression.end - cut


def _read_periods(text: str) -> list[_Timex]:
    """Read earnings' periods; their values are filled once the quarter told of is known."""
    periods = []
    for match in _PERIOD.finditer(text):
        value = next(name.upper() for name, words in match.groupdict().items() if words)
        kind = "DURATION" if value == "YEAR" else "DATE"
        periods.append(_Timex(start=match.start(), end=match.end(), type=kind, value=value))
    return periods


def _fill_quarters(timexes: Sequence[_Timex], record: Record) -> list[dict[str, object]]:
    """Give "the quarter" the quarter told last, and "a year ago" the one of the year before."""
    published = _read_date(record.published)
    quarter: str | None = None
    filled = []
    for item in timexes:
        value = item.value
        if re.fullmatch(r"\d{4}-Q\d", value) and value <= _last_quarter(published):
            quarter = value
        words = record.text[item.start : item.end]
        if value.casefold() in _PERIOD.groupindex:
            value = _name_period(value, quarter, published)
        elif quarter is not None and _YEAR_BACK.fullmatch(words):
            value = _shift_quarter(quarter)
        filled.append({"start": item.start, "end": item.end, "type": item.type, "value": value})
    return filled


def _name_period(value: str, quarter: str | None, published: date | None) -> str:
    if value == "YEAR":
        return "P1Y"
    if value == "DAYS":
        return "" if published is None else _find_thanksgiving(published)
    if value == "END":
        return "" if published is None else f"{published.year}-12-31"
    current = quarter or _last_quarter(published)
    if value == "LATEST":
        current = _last_quarter(published)
    return _shift_quarter(current) if value == "BACK" else current


def _last_quarter(published: date | None) -> str:
    if published is None:
        return "XXXX-QX"
    number = (published.month - 1) // 3
    return f"{published.year}-Q{number}" if number else f"{published.year - 1}-Q4"


def _shift_quarter(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1}{quarter[4:]}" if quarter[:4].isdigit() else quarter


def _find_thanksgiving(published: date) -> str:
    """Return the last fourth Thursday of a November up to publication."""
    firsts = (date(published.year - back, 11, 1) for back in (0, 1))
    days = (first + timedelta(days=(3 - first.weekday()) % 7 + 21) for first in firsts)
    return next(day.isoformat() for day in days if day <= published)


def _read_date(published: str | None) -> date | None:
    return None if published is None else datetime.fromisoformat(published[:10]).date()
