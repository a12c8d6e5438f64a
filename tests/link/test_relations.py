"""Incidents stand beside what they recall, what warned of them and what answered them."""

from tests.values import make_claim, make_time

from firsthand.link.relations import relate_incidents
from firsthand.model.incidents import Incident
from firsthand.model.times import TimeSpan


def make_incident(name: str, time: TimeSpan, *claims: str) -> Incident:
    return Incident(
        id=name, title=name, time=time, place=None, acts=(), claims=claims, reports=("r-1",)
    )


OLD = make_incident("i-old", make_time("2016-11-19"), "c-old")
NEW = make_incident("i-new", make_time("2019-05-14"), "c-1", "c-2")
CLAIMS = (
    make_claim("c-1", start=100, incident="i-new"),
    make_claim("c-2", start=200, incident="i-new"),
    make_claim("c-old", start=300, incident="i-old"),
)


def test_an_earlier_incident_told_in_the_same_report_is_a_precedent() -> None:
    related = relate_incidents((OLD, NEW), CLAIMS)
    assert [(item.incident, item.relation) for item in related["i-new"]] == [("i-old", "precedent")]
    assert related["i-old"] == ()


def test_a_warning_goes_to_the_incident_the_report_is_about() -> None:
    warning = make_claim("c-w", start=330, kind="warning")
    related = relate_incidents((OLD, NEW), (*CLAIMS, warning))
    assert [item.claim for item in related["i-new"] if item.claim] == ["c-w"]
    assert related["i-new"][-1].relation == "prior warning"


def test_a_response_goes_to_the_incident_told_just_before() -> None:
    response = make_claim("c-r", start=330, kind="response")
    related = relate_incidents((OLD, NEW), (*CLAIMS, response))
    assert [item.claim for item in related["i-old"]] == ["c-r"]
    far = make_claim("c-r", start=900, kind="response")
    related = relate_incidents((OLD, NEW), (*CLAIMS, far))
    assert [item.claim for item in related["i-new"] if item.claim] == ["c-r"]


def test_an_opinion_is_related_to_nothing() -> None:
    opinion = make_claim("c-o", start=330, kind="response", stance="opinion")
    assert relate_incidents((OLD,), (*CLAIMS, opinion)) == {"i-old": ()}


def test_a_response_that_is_only_foreseen_answers_nothing_yet() -> None:
    for stance in ("predicted", "conditional", "demanded"):
        foreseen = make_claim("c-r", start=330, kind="response", stance=stance)
        assert relate_incidents((NEW,), (*CLAIMS, foreseen)).get(NEW.id, ()) == ()
