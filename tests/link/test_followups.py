"""A report of a hearing follows the older event that it tells beside it."""

from msgspec import structs
from tests.values import make_act, make_claim, make_count, make_reading, make_report, make_time

from firsthand.link.events import Event, find_events
from firsthand.link.followups import find_followups
from firsthand.link.likenesses import Likeness
from firsthand.link.matches import Match

MARCH = make_time("2019-03-02")


def make_events(low: int = 5) -> dict[str, Event]:
    """Make an attack in March told by one report, and in passing by one of May."""
    first = make_claim(
        "c-1", act=make_act("shooting"), counts=(make_count(5, 5),), time=MARCH, report="r-1"
    )
    old = make_claim("c-2", start=400, report="r-2", act=make_act("shooting"), time=MARCH)
    fresh = make_claim("c-3", report="r-2", act=make_act("killing"), counts=(make_count(low, low),))
    early = make_reading(make_report("r-1", published="2019-03-03"), first)
    late = make_reading(make_report("r-2"), old, fresh)
    told = [*find_events(early), *find_events(late)]
    return {event.claims[0]: event for event in told}


SAME_DAY = Match(one="c-1", other="c-2", reason="same day", rank=2)


def follow(events: dict[str, Event], share: float, *matches: Match) -> list[str]:
    alike = {("r-1", "r-2"): Likeness(share, ("adreva", "lunde", "moraz"))}
    return [f"{m.one} {m.other}" for m in find_followups(events, [SAME_DAY, *matches], alike)]


def test_a_report_alike_to_that_of_the_event_it_recalls_follows_it() -> None:
    events = make_events()
    assert events["c-3"].main
    assert follow(events, 0.15) == ["c-3 c-1"]
    assert follow(events, 0.05) == []


def test_another_count_is_another_event() -> None:
    assert follow(make_events(low=2), 0.15) == []


def test_a_report_with_a_day_of_its_own_must_be_more_alike() -> None:
    events = make_events()
    dated = structs.replace(events["c-3"], time=make_time("2019-05-14"))
    assert follow({**events, "c-3": dated}, 0.15) == []
    assert follow({**events, "c-3": dated}, 0.25) == ["c-3 c-1"]


def test_an_event_known_elsewhere_follows_nothing() -> None:
    events = make_events()
    elsewhere = Match(one="c-3", other="c-9", reason="same place and time", rank=2)
    assert follow({**events, "c-9": events["c-1"]}, 0.15, elsewhere) == []
