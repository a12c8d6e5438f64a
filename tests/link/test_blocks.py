"""Only events that share a place and a week, a text or a count in a week are compared."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from tests.values import make_place, make_time

from firsthand.link.blocks import find_candidates
from firsthand.link.events import Event
from firsthand.link.matches import Case, explain_match
from firsthand.model.accounts import Copies
from firsthand.model.places import Place
from firsthand.model.times import TimeSpan


def make_event(
    report: str,
    *,
    time: TimeSpan | None = None,
    place: Place | None = None,
    published: str | None = "2019-05-15",
) -> Event:
    return Event(
        report=report,
        published=published,
        claims=(f"c-{report}",),
        acts=("killing",),
        counts=frozenset({("killed", 9)}),
        around=frozenset(),
        time=time,
        place=place,
        main=True,
        time_reason="",
        place_reason="",
    )


CASE = Case(rare={"adreva": 3.0}, alike={}, places=frozenset({"quarry lane"}))


def pair_up(
    *events: Event, copies: tuple[Copies, ...] = (), alike: tuple[tuple[str, str], ...] = ()
) -> list[tuple[str, str]]:
    told = {event.report: event for event in events}
    return list(find_candidates(told, copies, alike, CASE.places))


TUESDAY = make_time("2019-05-14")
BELMURO = make_place("Belmuro")


def test_one_place_in_one_week_is_compared() -> None:
    near = make_place("Harbour Market", 41.9, -28.9)
    one, other = make_event("r-1", time=TUESDAY, place=BELMURO), make_event("r-2", place=near)
    assert pair_up(one, other) == [("r-1", "r-2")]


def test_another_year_or_another_coast_is_not() -> None:
    one = make_event("r-1", time=TUESDAY, place=BELMURO)
    old = make_event("r-2", time=make_time("2016-05-14"), place=BELMURO)
    assert pair_up(one, old) == []


def test_copies_are_compared_even_without_time_and_place() -> None:
    copies = Copies(id="k-1", origin=None, reports=("r-1", "r-2"), reason="")
    events = (make_event("r-1", published=None), make_event("r-2", published=None))
    assert pair_up(*events) == []
    assert pair_up(*events, copies=(copies,)) == [("r-1", "r-2")]


def test_a_rare_place_a_person_or_alike_words_are_compared() -> None:
    one, other = make_event("r-1", published=None), make_event("r-2", published=None)
    lane = frozenset({"quarry lane"})
    assert pair_up(structs.replace(one, around=lane), structs.replace(other, around=lane))
    people = frozenset({("katrin", "solle")})
    assert pair_up(structs.replace(one, victims=people), structs.replace(other, people=people))
    common = frozenset({"oster"})
    assert not pair_up(structs.replace(one, around=common), structs.replace(other, around=common))
    assert pair_up(one, other, alike=(("r-1", "r-2"),)) == [("r-1", "r-2")]


DAYS = st.sampled_from(["2019-05-01", "2019-05-10", "2019-05-14", "2019-06-01"])
TIMES = st.one_of(
    st.none(), DAYS.map(make_time), st.just(make_time("2019-05-01", "2019-06-01", "month"))
)
PLACES = st.one_of(
    st.none(),
    st.tuples(st.floats(40, 43), st.floats(-30, -27)).map(lambda p: make_place("x y", *p)),
    st.just(make_place("Camp Adreva", None, None, precision="unknown")),
)


@given(TIMES, TIMES, PLACES, PLACES, DAYS, DAYS)
def test_no_two_events_that_match_are_missed(
    first: TimeSpan | None,
    second: TimeSpan | None,
    here: Place | None,
    there: Place | None,
    early: str,
    late: str,
) -> None:
    one = make_event("r-1", time=first, place=here, published=early)
    other = make_event("r-2", time=second, place=there, published=late)
    if explain_match(one, other, CASE, copied=False) is not None:
        assert pair_up(one, other) == [("r-1", "r-2")]
