"""Blocks: which events of many reports are worth comparing, so that not all pairs are."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from firsthand.link.distances import WIDE, strip_kind
from firsthand.link.events import FRESH_DAYS, Event
from firsthand.link.matches import LEAST_TELLING_COUNT
from firsthand.link.rarities import key_name
from firsthand.model.accounts import Copies
from firsthand.model.times import TimeSpan

# Cells of so many degrees: a place is looked up in its own and the eight around it. Towns within
# 30 km are always found so, and provinces within 150.
FINE_DEGREES, COARSE_DEGREES = 0.5, 2
# The weeks of an interval that are listed at most; what is told of decades is compared by name.
MOST_WEEKS = 60

Key = tuple[object, ...]
Pair = tuple[str, str]


def find_candidates(
    events: Mapping[str, Event],
    copies: Sequence[Copies],
    alike: Collection[Pair],
    rare: Set[str] = frozenset(),
) -> Iterator[Pair]:
    """Yield each pair of events of different reports that share a block, once, in order.

    `alike` are pairs of reports whose words are, `rare` places that hardly any report names.
    """
    blocks: dict[Key, list[str]] = {}
    homes = {report: item.id for item in copies for report in item.reports}
    seen: set[Pair] = set()
    for pair in _pair_events(events, alike):
        seen.add(pair)
        yield pair
    for name in sorted(events):
        event = events[name]
        own = _list_keys(event, homes.get(event.report), rare)
        for key in (*own, *_list_around(event)):
            for other in blocks.get(key, ()):
                pair = (other, name)
                if pair not in seen and events[other].report != event.report:
                    seen.add(pair)
                    yield pair
        for key in (*own, *_list_cells(event)):
            blocks.setdefault(key, []).append(name)


def _pair_events(events: Mapping[str, Event], alike: Collection[Pair]) -> Iterator[Pair]:
    told: dict[str, list[str]] = {}
    for name in sorted(events):
        told.setdefault(events[name].report, []).append(name)
    for first, second in sorted(alike):
        for one in told.get(first, ()):
            for other in told.get(second, ()):
                yield (one, other) if one < other else (other, one)


def _list_keys(event: Event, copied: str | None, rare: Set[str]) -> set[Key]:
    keys: set[Key] = {("near", name) for name in event.around & rare if event.main}
    keys.update(("person", *key_name(name)) for name in event.victims | event.people)
    if copied is not None:
        keys.add(("copy", copied))
    telling = [count for count in event.counts if count[1] >= LEAST_TELLING_COUNT]
    place = None if event.place is None else strip_kind(event.place.name)
    for week in _list_weeks(event):
        if place is not None:
            keys.add(("place", place, week))
        keys.update(("count", week, *count, name) for count in telling for name in event.around)
    return keys


def _list_cells(event: Event) -> Iterator[Key]:
    """List the cells in which an event is found: a fine one, a coarse one, that of provinces."""
    place = event.place
    if place is None or place.latitude is None or place.longitude is None:
        return
    sizes = [("fine", FINE_DEGREES), ("coarse", COARSE_DEGREES)]
    if place.precision in WIDE:
        sizes.append(("wide", COARSE_DEGREES))
    for week in _list_weeks(event):
        for kind, size in sizes:
            yield (kind, place.latitude // size, place.longitude // size, week)


def _list_around(event: Event) -> Iterator[Key]:
    """List the cells in which to look for events near one: provinces are near from farther."""
    place = event.place
    if place is None or place.latitude is None or place.longitude is None:
        return
    sizes = [("fine", FINE_DEGREES), ("wide", COARSE_DEGREES)]
    if place.precision in WIDE:
        sizes = [("coarse", COARSE_DEGREES)]
    for week in _list_weeks(event):
        for kind, size in sizes:
            row, column = place.latitude // size, place.longitude // size
            for north in (-1, 0, 1):
                for east in (-1, 0, 1):
                    yield (kind, row + north, column + east, week)


def _list_weeks(event: Event) -> range:
    """List the weeks in which an event may have happened; a report is at most days behind."""
    if event.time is not None:
        return _weeks_of(event.time)
    if event.published is None:
        return range(0)
    published = _week(event.published)
    return range(published - FRESH_DAYS // 7 - 1, published + 1)


def _weeks_of(time: TimeSpan) -> range:
    start, end = time.start or time.end, time.end or time.start
    if start is None or end is None:
        return range(0)
    first, last = _week(start), _week(end)
    return range(first, min(last, first + MOST_WEEKS) + 1)


def _week(date: str) -> int:
    return datetime.date.fromisoformat(date[:10]).toordinal() // 7
