"""Wordings: figures, times and places as people write them, never finer than they are known."""

import datetime

from firsthand.model.casualties import Casualties
from firsthand.model.incidents import Toll
from firsthand.model.media import Box, MediaPart, Stretch
from firsthand.model.places import Place
from firsthand.model.times import TimeSpan

OUTCOMES = {
    "tortured": "said to have been tortured",
    "sexual_violence": "said to have suffered sexual violence",
    "other": "said to have been harmed otherwise",
}
# Nobody is a perpetrator here: the side is said to be responsible, by somebody.
STANDINGS = {"perpetrator side": "of the side said to be responsible", "unnamed": "not named"}
DAY_LENGTH = len("2019-05-14")
DECEMBER = 12
# Decimals of a degree that a place of this precision bears: 0.01 degrees are about 1 km.
DECIMALS = {"site": 4, "town": 2, "near town": 1, "district": 1, "province": 0}


def show_figure(toll: Toll) -> str:
    """Write a toll: 31, 31–40, at least 31, 4–31 or more, up to 40, unknown."""
    if toll.low is None and toll.high is None:
        return "unknown"
    if toll.low is None:
        return f"up to {toll.high}"
    if toll.open or toll.high is None:
        if toll.high in (None, toll.low):
            return f"at least {toll.low}"
        return f"{toll.low}–{toll.high} or more"
    return str(toll.low) if toll.low == toll.high else f"{toll.low}–{toll.high}"


def show_bounds(low: int | None, high: int | None) -> str:
    """Write the bounds of one stated figure: 31, at least 31, up to 40, 10–12."""
    if low is None:
        return "no number" if high is None else f"up to {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low}–{high}"


def show_count(count: Casualties) -> str:
    """Write one count with what its words leave open."""
    notes = [
        *(["vague words"] if count.vague else []),
        *(["approximate"] if count.approximate else []),
        *([count.counting] if count.counting != "total" else []),
        *([count.status] if count.status != "unknown" else []),
        *([f"wider: {count.scope}"] if count.scope else []),
    ]
    bounds = show_bounds(count.low, count.high)
    return f"{show_plain(count.outcome)}: {bounds}" + (f" ({', '.join(notes)})" if notes else "")


def show_plain(name: str) -> str:
    """Write the name of a type as words."""
    return name.replace("_", " ")


def show_outcome(outcome: str) -> str:
    """Write an outcome as something said, not as something that is."""
    return OUTCOMES.get(outcome, f"said to be {show_plain(outcome)}")


def show_standing(standing: str) -> str:
    """Write a speaker's standing without taking a side."""
    return STANDINGS.get(standing, standing)


def show_day(moment: str) -> str:
    """Write the day of an ISO date or date-time: 14 May 2019."""
    try:
        day = datetime.date.fromisoformat(moment[:DAY_LENGTH])
    except ValueError:
        return moment
    return f"{day.day} {day:%B} {day.year}"


def show_time(time: TimeSpan | None) -> str:
    """Write an interval with its precision, or say that it is unknown."""
    if time is None:
        return "time not stated"
    if time.start is None and time.end is None:
        return f"time not resolved (“{time.text}”)" if time.text else "time not known"
    return f"{_show_interval(time)} ({show_precision(time)})"


def show_precision(time: TimeSpan) -> str:
    """Name the precision of a time."""
    if time.precision == "unknown":
        return "precision unknown"
    return time.precision if time.precision == "part of day" else f"to the {time.precision}"


def show_source(source: MediaPart) -> str:
    """Write what a claim rests on that is no text: page 2, from 120, 340 to 480, 400; 0:12–0:14."""
    told = [
        *([_show_stretch(source.time)] if source.time is not None else []),
        *([_show_box(source.box)] if source.box is not None else []),
    ]
    return "; ".join(told) or "the whole of it"


def show_place(place: Place | None) -> str:
    """Write a place with its precision, or say that it is unknown."""
    if place is None:
        return "place not stated"
    if place.precision == "unknown":
        return f"{place.name} (where it lies is not known)"
    return f"{place.name} ({place.precision})"


def show_point(place: Place) -> str | None:
    """Write a place's coordinates with no more decimals than its precision bears."""
    decimals = DECIMALS.get(place.precision)
    if place.latitude is None or place.longitude is None or decimals is None:
        return None
    north = "N" if place.latitude >= 0 else "S"
    east = "E" if place.longitude >= 0 else "W"
    return (
        f"{abs(place.latitude):.{decimals}f}° {north}, {abs(place.longitude):.{decimals}f}° {east}"
    )


def count_things(number: int, thing: str, many: str | None = None) -> str:
    """Write a number with its thing: 1 report, 2 reports."""
    return f"{number:,} {thing if number == 1 else many or thing + 's'}"


def _show_box(box: Box) -> str:
    place = f"from {box.left:g}, {box.top:g} to {box.right:g}, {box.bottom:g}"
    if box.page is None:
        return f"{place} (pixels from the top left)"
    return f"page {box.page}, {place} (points from the top left)"


def _show_stretch(time: Stretch) -> str:
    return f"{_show_clock(time.start)}–{_show_clock(time.end)} (minutes and seconds)"


def _show_clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds, 2), 60)
    return f"{minutes:.0f}:{rest:05.2f}".removesuffix(".00")


def _show_interval(time: TimeSpan) -> str:
    start, end = time.start, time.end
    if start is None:
        return f"before {_show_moment(end or '')}"
    if end is None:
        return f"from {_show_moment(start)} on"
    if len(start) > DAY_LENGTH or len(end) > DAY_LENGTH:
        return _show_hours(start, end, time)
    return _show_days(start, end)


def _show_moment(moment: str) -> str:
    clock = moment[DAY_LENGTH + 1 : DAY_LENGTH + 6]
    return f"{show_day(moment)}, {clock}" if clock else show_day(moment)


def _show_hours(start: str, end: str, time: TimeSpan) -> str:
    """Write an interval that begins or ends within a day."""
    if time.precision == "minute":
        return _show_moment(start)
    first, last = show_day(start), show_day(end)
    begin, stop = start[DAY_LENGTH + 1 :][:5] or "00:00", end[DAY_LENGTH + 1 :][:5] or "00:00"
    if first == last:
        return f"{first}, {begin} to {stop}"
    return f"{first}, {begin}, to {last}, {stop}"


def _show_days(start: str, end: str) -> str:
    """Write an interval of whole days: a day, a month, a year, or from the first to the last."""
    try:
        first = datetime.date.fromisoformat(start)
        last = datetime.date.fromisoformat(end) - datetime.timedelta(days=1)
    except (ValueError, OverflowError):
        return f"{start} to {end}"
    if first >= last:
        return show_day(start)
    if first.day == 1 and (last + datetime.timedelta(days=1)).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B} {first.year}"
        if first.month == 1 and last.month == DECEMBER and first.year == last.year:
            return str(first.year)
    return f"{show_day(start)} to {show_day(last.isoformat())}"
