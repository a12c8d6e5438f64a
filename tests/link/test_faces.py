"""The time, the place and the counts of an event are those that most of its claims state."""

from msgspec import structs
from tests.values import make_act, make_claim, make_count, make_place, make_time

from firsthand.link.faces import (
    count_days,
    find_place,
    find_time,
    is_closed,
    is_dated,
    is_day,
    list_counts,
)

TUESDAY = make_time("2019-05-14")
BELMURO = make_place("Belmuro")


def test_the_day_that_most_claims_state_is_the_time() -> None:
    claims = [
        make_claim("c-1", time=make_time("2019-05-13")),
        make_claim("c-2", time=TUESDAY),
        make_claim("c-3", time=TUESDAY),
    ]
    found = find_time(claims)
    assert found is not None
    assert found.start == "2019-05-14"
    assert find_time([make_claim("c-1")]) is None


def test_the_finer_of_the_places_told_often_is_the_place() -> None:
    market = make_place("Harbour Market", 41.201, -28.403, precision="site")
    claims = [make_claim("c-1", place=BELMURO), make_claim("c-2", place=market)]
    assert find_place(claims) == market
    country = make_place("Marenia", precision="country")
    assert find_place([make_claim("c-1", place=country)]) is None


def test_only_times_with_a_date_are_dated() -> None:
    assert is_dated(TUESDAY)
    assert not is_dated(make_time("2010-01-01", "2020-01-01", "decade"))


def test_days_are_counted_between_dates_and_times() -> None:
    assert count_days("2019-05-14T08:00", "2019-05-15") == 1


def test_the_day_of_an_arrest_is_that_of_an_event_only_if_nothing_else_has_one() -> None:
    arrests = [
        make_claim(name, act=make_act("arrest"), time=make_time("2019-05-20"))
        for name in ("c-1", "c-2")
    ]
    shelling = make_claim("c-3", act=make_act("shelling"), time=TUESDAY)
    assert find_time([*arrests, shelling]) == TUESDAY
    assert find_time(arrests) == make_time("2019-05-20")


def test_only_what_begins_and_ends_is_a_day() -> None:
    assert is_day(TUESDAY)
    assert is_closed(TUESDAY)
    assert not is_day(structs.replace(TUESDAY, end=None))


def test_counts_of_a_wider_scope_are_not_of_the_event() -> None:
    wider = structs.replace(make_count(90, 90), scope="across the district")
    claim = make_claim("c-1", counts=(make_count(9, None), wider))
    assert list_counts([claim]) == {("killed", 9)}


def test_the_day_of_a_later_death_is_that_of_an_event_only_if_nothing_else_is() -> None:
    death = structs.replace(
        make_claim("c-1", act=make_act("death"), time=make_time("2019-05-17")),
        quote="Dario Vens died of his wounds on Friday",
    )
    shelling = make_claim("c-2", act=make_act("shelling"), time=TUESDAY)
    assert find_time([death, structs.replace(death, id="c-3"), shelling]) == TUESDAY
    assert find_time([death]) == death.time


def test_a_hospital_is_the_place_only_if_no_other_is_told() -> None:
    hospital = make_place("St Ilma's Hospital", 41.207, -28.398, precision="site")
    brought = make_claim("c-1", place=hospital)
    assert find_place([brought, make_claim("c-2", place=BELMURO)]) == BELMURO
    assert find_place([brought]) == hospital
