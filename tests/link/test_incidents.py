"""Events of many reports are one incident when time, place, act or text say so."""

from msgspec import structs
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
from firsthand.model.decisions import Verdict

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


def test_people_join_and_part_what_reports_tell() -> None:
    readings = [
        make_reading(make_report(name), attack(name, time=TUESDAY, place=place))
        for name, place in (
            ("r-1", BELMURO),
            ("r-2", BELMURO),
            ("r-3", make_place("Oster", 10, 10)),
        )
    ]
    verdicts = (
        Verdict(one="c-r-1", other="c-r-2", answer="different", reason="morning and evening"),
        Verdict(one="c-r-1", other="c-r-3", answer="same", reason="an error of the agency"),
    )
    found = find_incidents(readings, (), verdicts)
    assert {incident.reports for incident in found} == {("r-1", "r-3"), ("r-2",)}


def test_people_part_what_one_report_tells_as_one() -> None:
    claims = [attack("r-1", time=TUESDAY, place=BELMURO)]
    claims.append(structs.replace(claims[0], id="c-second"))
    reading = make_reading(make_report("r-1"), *claims)
    assert len(find_incidents([reading], ())) == 1
    verdict = Verdict(one="c-r-1", other="c-second", answer="different", reason="two strikes")
    assert len(find_incidents([reading], (), (verdict,))) == 2


def test_a_title_names_what_was_done_rather_than_what_came_of_it() -> None:
    claims = [
        make_claim(
            f"c-{number}", start=number * 50, act=make_act(kind), time=make_time("2019-05-14")
        )
        for number, kind in enumerate(("killing", "killing", "air_strike"))
    ]
    (incident,) = find_incidents([make_reading(make_report(), *claims)], ())
    assert incident.title == "place unknown, 2019-05-14: air strike"
