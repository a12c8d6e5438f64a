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

from firsthand.link.incidents import find_incidents
from firsthand.model.accounts import Copies
from firsthand.model.claims import Claim

TUESDAY = make_time("2019-05-14")
BELMURO = make_place("Belmuro")


def attack(report: str, **given: object) -> Claim:
    return make_claim(f"c-{report}", report=report, act=make_act("shelling"), **given)  # type: ignore[arg-type]  # as each test gives


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
    copies = Copies(
        id="k-1",
        origin=None,
        reports=("r-1", "r-2"),
        reason="",
        passages=(("r-1", 0, 500), ("r-2", 0, 500)),
    )
    (incident,) = find_incidents(readings, (copies,))
    assert incident.reports == ("r-1", "r-2")
    assert incident.title == "place unknown, date unknown: shelling"


def test_an_act_without_time_and_count_makes_no_incident() -> None:
    assert find_incidents([make_reading(make_report(), attack("r-1"))], ()) == ()


def test_reports_that_share_other_words_are_not_joined_by_them() -> None:
    readings = [
        make_reading(make_report(name, published=None), attack(name, counts=(make_count(9, 9),)))
        for name in ("r-1", "r-2")
    ]
    passages = (("r-1", 900, 999), ("r-2", 900, 999))
    copies = Copies(id="k-1", origin=None, reports=("r-1", "r-2"), reason="", passages=passages)
    assert len(find_incidents(readings, (copies,))) == 2
