"""Series: the figures one origin gives day after day, and the days that do not follow."""

import datetime
from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from firsthand.weigh.figures import Figure

Fault: TypeAlias = Literal["falls", "does not add up"]


class Entry(Struct, frozen=True, kw_only=True):
    """One day of a series: the whole so far, and what the day itself added, if either is known."""

    name: str
    total: int | None
    added: int | None = None
    day: str | None = None


class Break(Struct, frozen=True, kw_only=True):
    """An entry that does not follow from the one before it, and how."""

    name: str
    before: str
    fault: Fault
    earlier: int
    expected: int
    total: int


def find_breaks(entries: Sequence[Entry]) -> tuple[Break, ...]:
    """Find the entries whose whole falls, or is not the whole before it and what was added.

    An entry without a whole is passed over, and what it added is carried on to the next whole; a
    whole whose own addition is not known can only fall, and so can one after days of which
    nothing was said: others may have died meanwhile.
    """
    breaks: list[Break] = []
    last: Entry | None = None
    carried: int | None = 0
    day: str | None = None
    for entry in entries:
        if _skips_days(day, entry.day):
            carried = None
        day = entry.day
        if entry.total is None:
            carried = _add(carried, entry.added)
            continue
        if last is not None and last.total is not None:
            found = _check(last.total, last.name, entry, _add(carried, entry.added))
            breaks += [found] if found is not None else []
        last, carried = entry, 0
    return tuple(breaks)


def _skips_days(one: str | None, other: str | None) -> bool:
    """Tell whether days lie between two days."""
    if not one or not other:
        return False
    first, second = (datetime.date.fromisoformat(day) for day in (one, other))
    return (second - first).days > 1


def _add(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _check(before: int, name: str, entry: Entry, added: int | None) -> Break | None:
    total = entry.total or 0
    expected = before + (added or 0)
    fault: Fault | None = None
    if total < before:
        fault = "falls"
    elif added is not None and total != expected:
        fault = "does not add up"
    if fault is None:
        return None
    return Break(
        name=entry.name,
        before=name,
        fault=fault,
        earlier=before,
        expected=expected,
        total=total,
    )


def list_entries(figures: Sequence[Figure]) -> tuple[Entry, ...]:
    """List the entries of one origin's figures for one toll: the largest whole of each day.

    "Four more died" of a day is what that day added; of two such figures the larger counts.
    """
    days: dict[str, list[Figure]] = {}
    for figure in figures:
        days.setdefault(figure.day, []).append(figure)
    entries = []
    for day in sorted(days):
        wholes = [f for f in days[day] if f.counting != "additional"]
        added = [f for f in days[day] if f.counting == "additional"]
        whole = max(wholes, key=lambda f: (f.largest, -f.order), default=None)
        more = max(added, key=lambda f: (f.largest, -f.order), default=None)
        entries.append(
            Entry(
                name=(whole or more or days[day][0]).claim,
                total=whole.largest if whole is not None else None,
                added=more.largest if more is not None else None,
                day=day or None,
            )
        )
    return tuple(entries)
