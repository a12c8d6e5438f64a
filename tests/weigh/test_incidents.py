"""An incident is weighed by its own claims only."""

from msgspec import structs
from tests.values import make_act, make_claim, make_count, make_link, make_report, make_time

from firsthand.model.incidents import Incident
from firsthand.weigh.incidents import Choices, gather_evidence, weigh_incident

INCIDENT = Incident(
    id="i-1", title="t", time=None, place=None, acts=(), claims=("c-1", "c-2"), reports=("r-1",)
)


def test_tolls_responsibility_sources_and_cautions_are_put_together() -> None:
    claims = (
        make_claim(
            "c-1",
            incident="i-1",
            act=make_act(agents=("soldiers",), targets=("nine people",)),
            counts=(make_count(9, 9),),
            speakers=(make_link("a nurse"),),
        ),
        make_claim("c-3", incident="i-2", counts=(make_count(77, 77),)),
    )
    evidence = gather_evidence(claims, (make_report(publisher="The Lantern"),))
    weighed = weigh_incident(INCIDENT, evidence)
    assert [(toll.low, toll.high) for toll in weighed.tolls] == [(9, 9)]
    assert [item.actor for item in weighed.responsibility] == ["soldiers"]
    assert [item.text for item in weighed.affected] == ["people"]
    assert weighed.sources is not None
    assert (weighed.sources.reports, weighed.sources.publishers) == (1, 1)
    assert [item.code for item in weighed.cautions] == ["single origin", "no date", "no place"]


def test_what_has_gone_on_since_before_makes_nobody_responsible() -> None:
    since = structs.replace(make_time("2018-09-01"), end=None)
    war = make_claim("c-1", incident="i-1", act=make_act(agents=("rebel fighters",)), time=since)
    shelling = make_claim("c-2", incident="i-1", act=make_act(agents=("soldiers",)))
    evidence = gather_evidence((war, shelling), (make_report(publisher="The Lantern"),))
    dated = structs.replace(INCIDENT, time=make_time("2019-05-14"))
    weighed = weigh_incident(dated, evidence)
    assert [item.actor for item in weighed.responsibility] == ["soldiers"]


def test_a_case_chooses_the_scheme_it_grades_by() -> None:
    evidence = gather_evidence((), (make_report(),))
    usual = weigh_incident(INCIDENT, evidence).grading
    assert usual is not None
    assert usual.scheme == "Airwars"
    own = weigh_incident(INCIDENT, evidence, Choices(scheme="Ours")).grading
    assert own is not None
    assert (own.scheme, own.criteria) == ("Ours", ())
