"""A report's claims are parted into events by the times and places they state."""

import pytest
from tests.values import (
    make_act,
    make_claim,
    make_count,
    make_place,
    make_reading,
    make_report,
    make_time,
)

from firsthand.link.events import find_events, is_harm
from firsthand.model.attributions import Stance
from firsthand.model.claims import Claim

TUESDAY = make_time("2019-05-14")
MONTH_2016 = make_time("2016-11-01", "2016-12-01", "month")
YEAR_2003 = make_time("2003-01-01", "2004-01-01", "year")
BELMURO = make_place("Belmuro")


def group(*claims: Claim, published: str | None = "2019-05-15") -> list[tuple[str, ...]]:
    reading = make_reading(make_report(published=published), *claims)
    return [event.claims for event in find_events(reading)]


def test_a_precedent_is_an_event_of_its_own() -> None:
    claims = (
        make_claim("c-1", start=100, act=make_act("shelling"), time=TUESDAY),
        make_claim("c-2", start=200, counts=(make_count(7, 7),), time=MONTH_2016),
    )
    assert group(*claims) == [("c-1",), ("c-2",)]


def test_a_count_without_time_belongs_to_the_fresh_event() -> None:
    claims = (
        make_claim("c-1", start=0, counts=(make_count(31, None),)),
        make_claim("c-2", start=100, act=make_act("assault"), time=TUESDAY),
        make_claim("c-3", start=200, counts=(make_count(7, 7),), time=MONTH_2016),
    )
    assert group(*claims) == [("c-1", "c-2"), ("c-3",)]


def test_a_claim_told_inside_a_precedent_belongs_to_it() -> None:
    claims = (
        make_claim("c-1", start=100, act=make_act("assault"), time=TUESDAY),
        make_claim("c-2", start=200, act=make_act("assault"), time=MONTH_2016),
        make_claim("c-3", start=205, counts=(make_count(7, 7),)),
    )
    assert group(*claims) == [("c-1",), ("c-2", "c-3")]


def test_an_undated_opening_is_the_event_below_that_has_its_count() -> None:
    claims = (
        make_claim("c-1", start=0, counts=(make_count(19, 19),)),
        make_claim("c-2", start=100, counts=(make_count(19, 19),), time=TUESDAY),
    )
    assert group(*claims, published="2019-08-28") == [("c-1", "c-2")]


def test_an_undated_opening_is_not_an_old_event_told_below() -> None:
    claims = (
        make_claim("c-1", start=0, counts=(make_count(19, 19),)),
        make_claim("c-2", start=100, counts=(make_count(7, 7),), time=MONTH_2016),
    )
    assert group(*claims) == [("c-2",), ("c-1",)]


def test_a_bare_year_without_a_count_founds_no_event() -> None:
    war = make_claim("c-1", act=make_act("assault"), time=YEAR_2003)
    dated = make_claim("c-2", start=200, act=make_act("assault"), time=TUESDAY)
    assert ("c-1",) not in group(war, dated)
    counted = make_claim("c-1", counts=(make_count(50, 50),), time=YEAR_2003)
    assert group(counted, dated) == [("c-1",), ("c-2",)]


def test_two_days_in_one_town_are_two_events() -> None:
    claims = (
        make_claim("c-1", start=100, act=make_act(), time=TUESDAY, place=BELMURO),
        make_claim("c-2", start=200, act=make_act(), time=make_time("2019-05-12"), place=BELMURO),
    )
    assert group(*claims) == [("c-1",), ("c-2",)]


def test_an_act_in_another_place_without_time_is_not_drawn_in() -> None:
    claims = (
        make_claim("c-1", start=100, act=make_act("assault"), time=TUESDAY, place=BELMURO),
        make_claim("c-2", start=200, act=make_act("assault"), place=make_place("Oster", 10, 10)),
    )
    assert group(*claims) == [("c-1",)]


def test_lesser_acts_without_time_belong_to_no_event() -> None:
    claims = (
        make_claim("c-1", start=100, act=make_act("assault"), time=TUESDAY),
        make_claim("c-2", start=200, act=make_act("crackdown")),
    )
    assert group(*claims) == [("c-1",)]


@pytest.mark.parametrize("stance", ["opinion", "demanded", "conditional", "predicted"])
def test_what_is_not_said_to_have_happened_is_no_harm(stance: Stance) -> None:
    assert not is_harm(make_claim("c-1", stance=stance, act=make_act()))


def test_counts_and_harmful_acts_are_harm() -> None:
    assert is_harm(make_claim("c-1", kind="casualties"))
    assert is_harm(make_claim("c-1", act=make_act("shelling")))
    assert not is_harm(make_claim("c-1", act=make_act("protest")))
    assert not is_harm(make_claim("c-1", kind="statement"))


def test_an_arrest_of_today_is_not_what_a_report_of_an_old_attack_is_about() -> None:
    claims = (
        make_claim("c-1", start=100, act=make_act("arrest"), time=TUESDAY),
        make_claim("c-2", start=200, act=make_act("shooting"), time=MONTH_2016),
        make_claim("c-3", start=300, act=make_act("shooting"), place=BELMURO),
    )
    assert group(*claims) == [("c-1",), ("c-2", "c-3")]


def test_a_claim_that_people_split_off_is_an_event_of_its_own() -> None:
    claims = (
        make_claim("c-1", start=100, act=make_act("shelling"), time=TUESDAY),
        make_claim("c-2", start=200, act=make_act("shelling"), time=TUESDAY),
    )
    reading = make_reading(make_report(), *claims)
    assert [event.claims for event in find_events(reading)] == [("c-1", "c-2")]
    assert [event.claims for event in find_events(reading, {"c-2"})] == [("c-1",), ("c-2",)]


def test_where_the_wounded_are_brought_is_no_place_where_another_is_named() -> None:
    hospital = make_place("St Ilma's Hospital", 41.207, -28.398, precision="site")
    claim = make_claim("c-1", counts=(make_count(9, 9),), time=TUESDAY, place=hospital)
    reading = make_reading(
        make_report(published="2019-05-15"), claim, places=(hospital, BELMURO, BELMURO)
    )
    (event,) = find_events(reading)
    assert event.place == BELMURO
    assert event.place_reason == "the place the report names most"
    (alone,) = find_events(make_reading(make_report(), claim, places=(hospital,)))
    assert alone.place == hospital
