"""Times: half-open intervals with a precision and a basis."""

from typing import Literal, TypeAlias

from msgspec import Struct

from firsthand.model.spans import Part

Precision: TypeAlias = Literal[
    "minute",
    "hour",
    "part of day",
    "day",
    "week",
    "month",
    "season",
    "year",
    "decade",
    "unknown",
]
Basis: TypeAlias = Literal["text", "publication date", "dateline", "earlier event"]

# How the reason of a time says that its weekday and its date disagree.
WEEKDAY_CONFLICT = "but that date is a"


class TimeSpan(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A half-open interval [start, end) in local time, or an unresolved expression.

    `start` and `end` are ISO 8601 dates or date-times without zone (they order as strings); both
    are null while the time is unresolved, one is null when the interval is open on that side.
    `span` are the offsets of the words `text`; both null when the time comes from elsewhere.
    """

    start: str | None
    end: str | None
    precision: Precision
    text: str | None
    span: Part | None = None
    basis: Basis | None
    reason: str


def meet(one: TimeSpan, other: TimeSpan) -> bool | None:
    """Tell whether two intervals share an instant; None if one of them is unresolved."""
    if _is_unresolved(one) or _is_unresolved(other):
        return None
    starts_before_end = other.end is None or one.start is None or one.start < other.end
    ends_after_start = one.end is None or other.start is None or other.start < one.end
    return starts_before_end and ends_after_start


def contradicts_weekday(time: TimeSpan) -> bool:
    """Tell whether the text gave a weekday that the date does not fall on."""
    return WEEKDAY_CONFLICT in time.reason


def _is_unresolved(time: TimeSpan) -> bool:
    return time.start is None and time.end is None
