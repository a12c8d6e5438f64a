"""The strongest matches join first; nothing joins what one report tells apart."""

from tests.values import make_time

from firsthand.link.clusters import join_matches
from firsthand.link.events import Event
from firsthand.link.matches import FOLLOW_UP, Match
from firsthand.link.rulings import Rulings
from firsthand.model.times import TimeSpan


def make_event(report: str, day: str | None = None) -> Event:
    time: TimeSpan | None = None if day is None else make_time(day)
    return Event(
        report=report,
        published=None,
        claims=("c-1",),
        acts=(),
        counts=frozenset(),
        around=frozenset(),
        time=time,
        place=None,
        main=True,
        time_reason="",
        place_reason="",
    )


def match(one: str, other: str, rank: int = 2) -> Match:
    return Match(one=one, other=other, reason=f"rank {rank}", rank=rank)


def test_events_are_joined_with_the_reasons_that_joined_them() -> None:
    events = {"a": make_event("r-1"), "b": make_event("r-2"), "c": make_event("r-3")}
    groups = join_matches(events, [match("b", "a", 3), match("a", "b", 1)])
    assert groups == ((("a", "b"), ("rank 1", "rank 3")), (("c",), ()))


def test_two_days_that_one_report_tells_apart_stay_apart() -> None:
    events = {
        "a": make_event("r-1", "2019-05-12"),
        "b": make_event("r-1", "2019-05-14"),
        "c": make_event("r-2"),
    }
    groups = join_matches(events, [match("a", "c", 2), match("b", "c", 4)])
    assert [names for names, _ in groups] == [("a", "c"), ("b",)]


def test_a_victim_who_dies_days_later_is_in_one_incident() -> None:
    events = {
        "a": make_event("r-1", "2019-05-12"),
        "b": make_event("r-1", "2019-05-14"),
        "c": make_event("r-2"),
    }
    groups = join_matches(events, [match("a", "c", 0), match("b", "c", 0)])
    assert [names for names, _ in groups] == [("a", "b", "c")]


def test_groups_of_far_days_stay_apart() -> None:
    events = {
        name: make_event(f"r-{name}", day)
        for name, day in zip("abcd", ["2019-05-14"] * 2 + ["2016-11-19"] * 2, strict=True)
    }
    groups = join_matches(events, [match("a", "b"), match("c", "d"), match("a", "c", 5)])
    assert [names for names, _ in groups] == [("a", "b"), ("c", "d")]


def test_what_people_decided_comes_before_any_score() -> None:
    events = {"a": make_event("r-1"), "b": make_event("r-2"), "c": make_event("r-3")}
    rulings = Rulings(
        joined=(("a", "b", "people say so"),),
        barred={"a": frozenset({"c"}), "c": frozenset({"a"})},
    )
    groups = join_matches(events, [match("a", "c", 0), match("b", "c", 0)], rulings)
    assert groups == ((("a", "b"), ("people say so",)), (("c",), ()))


def test_nothing_joins_what_people_keep_apart() -> None:
    events = {"a": make_event("r-1"), "b": make_event("r-2")}
    barred = {"a": frozenset({"b"}), "b": frozenset({"a"})}
    rulings = Rulings(joined=(("a", "b", "people say so"),), barred=barred)
    assert len(join_matches(events, [match("a", "b", 0)], rulings)) == 2


def test_a_follow_up_joins_what_its_own_report_dates_otherwise() -> None:
    events = {
        "a": make_event("r-1", "2019-03-02"),
        "b": make_event("r-2", "2019-03-02"),
        "c": make_event("r-2", "2019-05-14"),
    }
    matches = [match("a", "b", 2), match("c", "a", FOLLOW_UP)]
    assert [names for names, _ in join_matches(events, matches)] == [("a", "b", "c")]
    other = [match("a", "b", 2), match("c", "a", 5)]
    assert [names for names, _ in join_matches(events, other)] == [("a", "b"), ("c",)]
