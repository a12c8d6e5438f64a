"""Follow-ups: reports of a hearing or a funeral whose fresh date is not that of what they tell."""

from collections.abc import Iterator, Mapping, Sequence

from firsthand.link.events import Event
from firsthand.link.likenesses import Likeness, Pair
from firsthand.link.matches import FOLLOW_UP, PLACE_TIME, Match

# How alike two reports must be, by whether the follow-up has a date of its own: measured on pairs
# of shooting reports, 19 in 20 of those joined so are one event.
UNDATED = 0.1
DATED = 0.2


def find_followups(
    events: Mapping[str, Event], matches: Sequence[Match], alike: Mapping[Pair, Likeness]
) -> Iterator[Match]:
    """Yield matches of a report's main event with the older one that the report tells beside it.

    A report that matches another by an event told in passing, is alike to it in its words and
    states no other count, is a report of that event, unless its main event is known elsewhere.
    """
    mains = {event.report: name for name, event in events.items() if event.main}
    settled = {
        name for match in matches if match.rank <= PLACE_TIME for name in (match.one, match.other)
    }
    for match in matches:
        if match.rank > PLACE_TIME:
            continue
        for told, other in ((match.one, match.other), (match.other, match.one)):
            main = mains.get(events[told].report)
            if main is None or main in settled or not events[other].main:
                continue
            first, second = sorted((events[told].report, events[other].report))
            like = alike.get((first, second))
            if like is not None and _follows(events[main], events[other], like):
                yield Match(
                    one=main,
                    other=other,
                    rank=FOLLOW_UP,
                    reason=f"a follow-up that recalls it, both tell of {', '.join(like.words)}",
                )


def _follows(main: Event, other: Event, like: Likeness) -> bool:
    if main.time is None:
        speaks_against = main.counts and other.counts and not main.counts & other.counts
        return like.share >= UNDATED and not speaks_against
    return like.share >= DATED and bool(main.counts & other.counts)
