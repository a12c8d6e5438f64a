"""Retellings: what one report tells of one event under several times, brought together again."""

import datetime
import re
from collections.abc import Callable, Sequence, Set

from firsthand.link.distances import are_apart
from firsthand.link.faces import (
    HARMED,
    PROCEEDINGS,
    count_days,
    find_place,
    find_time,
    is_day,
    list_counts,
)
from firsthand.link.rarities import FullName, find_shared
from firsthand.model.claims import Claim
from firsthand.model.times import TimeSpan

# Words that tell of one more event, however near in time: "another strike", "a second blast".
_ONE_MORE = re.compile(
    r"\b(?:another|second|third|fourth|separate(?:ly)?|other|unrelated|earlier|previous(?:ly)?"
    r"|also|again|elsewhere)\b",
    re.IGNORECASE,
)
# A count that says an old event without a time is the same; on "one was killed" hangs nothing.
_TELLING = 2
# An attack told by its hour twice is told at most so much apart.
MOST_HOURS = datetime.timedelta(hours=6)

NameVictims = Callable[[Sequence[Claim]], Set[FullName]]


def join_retellings(
    groups: Sequence[list[Claim]], main: list[Claim], name_victims: NameVictims
) -> list[list[Claim]]:
    """Join the groups of claims that tell one event again, into the main one before any other.

    A person dies once: whoever is named as a victim of two times was one of one event. The day
    before and the day of a report are often one night. A count told without a time and with one
    is told twice.
    """
    kept: list[list[Claim]] = []
    for group in sorted(groups, key=lambda item: item is not main):
        home = next((one for one in kept if _is_retold(one, group, name_victims)), None)
        if home is None:
            kept.append(group)
        else:
            home.extend(group)
    return [group for group in groups if any(group is one for one in kept)]


def is_proceeding(claims: Sequence[Claim]) -> bool:
    """Tell whether claims speak of arrests only: they follow a crime, or are a wave of arrests."""
    acts = {claim.act.type for claim in claims if claim.act is not None}
    counts = {count.outcome for claim in claims for count in claim.casualties}
    return acts <= PROCEEDINGS and counts <= {"detained"}


def _is_retold(one: Sequence[Claim], other: Sequence[Claim], name_victims: NameVictims) -> bool:
    if is_proceeding(one) or is_proceeding(other) or _are_apart(one, other):
        return False
    if find_shared(name_victims(one), name_victims(other)) is not None:
        return True
    return _repeat_counts(one, other) and not _tell_of_more(one, other)


def _tell_of_more(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Tell whether the shorter group speaks of one more event; the longer one speaks of many."""
    least = min(len(one), len(other))
    shorter = [claim for group in (one, other) if len(group) == least for claim in group]
    return any(_ONE_MORE.search(claim.quote) for claim in shorter)


def _are_apart(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    places = find_place(one), find_place(other)
    return places[0] is not None and places[1] is not None and are_apart(places[0], places[1])


def _repeat_counts(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Tell whether two groups state one count on neighbouring days, or without a time."""
    shared = {low for outcome, low in list_counts(one) & list_counts(other) if outcome in HARMED}
    times = find_time(one), find_time(other)
    if times[0] is None or times[1] is None:
        return max(shared, default=0) >= _TELLING
    return max(shared, default=0) >= 1 and _are_neighbours(times[0], times[1])


def _are_neighbours(one: TimeSpan, other: TimeSpan) -> bool:
    """Tell whether two times may be of one night; hours told far apart are of two attacks."""
    if not (is_day(one) and is_day(other) and one.start and other.start):
        return False
    if one.precision != "day" and other.precision != "day":
        starts = (datetime.datetime.fromisoformat(time[:16]) for time in (one.start, other.start))
        first, last = sorted(starts)
        return last - first < MOST_HOURS
    return abs(count_days(one.start, other.start)) <= 1
