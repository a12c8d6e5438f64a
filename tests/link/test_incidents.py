"""Events of many reports are one incident when time, place, act or text say so."""

from tests.values import (
    make_act,
    make_claim,
    make_count,
    make_place,
    make_reading,
    make_report,
    make_time,
)

from firsthand.link.events import Event, find_events
from firsthand.link.incidents import explain_match, find_incidents
from firsthand.model.accounts import Copies
from firsthand.model.claims import Claim

TUESDAY = make_time("2019-05-14")
BELMURO = make_place("Belmuro")
TAVARRA = make_place("Tavarra", 45.0, -20.0)


def tell(report: str, *claims: Claim, published: str | None = "2019-05-15") -> Event:
    (event,) = find_events(make_reading(make_report(report, published=published), *claims))
    return event


def tell_near(report: str, claim: Claim) -> Event:
    """Tell of an event in a report that names Belmuro and Tavarra without saying where it was."""
    places = (BELMURO, TAVARRA)
    (event,) = find_events(make_reading(make_report(report), claim, places=places))
    return event


def attack(report: str, **given: object) -> Claim:
    return make_claim(f"c-{report}", report=report, act=make_act("shelling"), **given)  # type: ignore[arg-type]  # as each test gives


def test_one_place_on_one_day_is_one_incident() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO))
    other = tell("r-2", attack("r-2", time=TUESDAY, place=BELMURO))
    assert explain_match(one, other, copied=False) == "same place and time"


def test_one_day_in_far_towns_is_two() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO))
    other = tell("r-2", attack("r-2", time=TUESDAY, place=TAVARRA))
    assert explain_match(one, other, copied=True) is None


def test_one_town_on_two_days_is_two() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO))
    other = tell("r-2", attack("r-2", time=make_time("2019-05-12"), place=BELMURO))
    assert explain_match(one, other, copied=False) is None


def test_a_day_and_an_act_alone_do_not_join() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY))
    other = tell("r-2", attack("r-2", time=TUESDAY))
    assert explain_match(one, other, copied=False) is None
    assert explain_match(one, other, copied=True) == "same time and text"


def test_a_day_an_act_a_count_and_a_place_named_do() -> None:
    one = tell_near("r-1", attack("r-1", time=TUESDAY, counts=(make_count(9, 9),)))
    other = tell_near("r-2", attack("r-2", time=TUESDAY, counts=(make_count(9, None),)))
    assert explain_match(one, other, copied=False) == (
        "same time, act and count, and a place that both name"
    )
    few = tell_near("r-3", attack("r-3", time=TUESDAY, counts=(make_count(1, 1),)))
    fewer = tell_near("r-4", attack("r-4", time=TUESDAY, counts=(make_count(1, 1),)))
    assert explain_match(few, fewer, copied=False) is None


def test_an_undated_report_joins_what_happened_there_days_before() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO))
    late = tell("r-2", attack("r-2", place=BELMURO), published="2019-05-16")
    assert explain_match(one, late, copied=False) is not None
    later = tell("r-2", attack("r-2", place=BELMURO), published="2019-08-16")
    assert explain_match(one, later, copied=False) is None


def test_copies_without_times_tell_of_one_event() -> None:
    one = tell("r-1", attack("r-1"), published=None)
    other = tell("r-2", attack("r-2"), published=None)
    assert explain_match(one, other, copied=True) == "same text"
    assert explain_match(one, other, copied=False) is None


def test_an_incident_is_named_by_place_date_and_act_never_by_a_side() -> None:
    readings = [
        make_reading(make_report(name), attack(name, time=TUESDAY, place=BELMURO))
        for name in ("r-1", "r-2")
    ]
    (incident,) = find_incidents(readings, ())
    assert incident.title == "Belmuro, 2019-05-14: shelling"
    assert incident.claims == ("c-r-1", "c-r-2")
    assert incident.reason == "told by 2 reports: same place and time"


def test_copies_are_joined_and_say_so() -> None:
    readings = [
        make_reading(make_report(name, published=None), attack(name, counts=(make_count(9, 9),)))
        for name in ("r-1", "r-2")
    ]
    copies = Copies(id="k-1", origin=None, reports=("r-1", "r-2"), reason="")
    (incident,) = find_incidents(readings, (copies,))
    assert incident.reports == ("r-1", "r-2")
    assert incident.title == "place unknown, date unknown: shelling"


def test_an_act_without_time_and_count_makes_no_incident() -> None:
    assert find_incidents([make_reading(make_report(), attack("r-1"))], ()) == ()
