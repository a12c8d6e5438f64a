"""A timeline tells before, during and after, in the order of its times."""

from msgspec import structs
from tests.publish.samples import CLAIM, INCIDENT, TIME

from firsthand.model.acts import Act
from firsthand.model.claims import Claim, Kind
from firsthand.model.incidents import Incident, Related
from firsthand.publish.timelines import ACCESS, AFTER, BEFORE, DURING, tell_timeline


def make_claim(name: str, kind: Kind = "act", day: str | None = None) -> Claim:
    time = None if day is None else structs.replace(TIME, start=day, end=f"{day}T24")
    return structs.replace(CLAIM, id=name, kind=kind, quote=name, time=time, act=None)


def make_incident(*claims: Claim, related: tuple[Related, ...] = ()) -> Incident:
    return structs.replace(INCIDENT, claims=tuple(claim.id for claim in claims), related=related)


def test_phases_come_in_order_and_times_within_them() -> None:
    claims = [
        make_claim("late", day="2019-05-15"),
        make_claim("undated"),
        make_claim("early", day="2019-05-14"),
        make_claim("warned", "warning"),
        make_claim("answered", "response"),
    ]
    phases = tell_timeline(make_incident(*claims), {claim.id: claim for claim in claims}, {})
    assert [phase.name for phase in phases] == [BEFORE, DURING, AFTER]
    assert [entry.sayings for entry in phases[1].entries] == [
        (("early",),),
        (("late",),),
        (("undated",),),
    ]


def test_whether_help_came_through_is_a_phase_of_its_own() -> None:
    act = Act(type="blocking_of_aid", form="active", start=0, end=1, pattern="test")
    claim = structs.replace(make_claim("blocked"), act=act)
    (phase,) = tell_timeline(make_incident(claim), {"blocked": claim}, {})
    assert phase.name == ACCESS


def test_warnings_and_earlier_incidents_that_are_related_come_before() -> None:
    warning = make_claim("warned", "warning")
    earlier = structs.replace(INCIDENT, id="i-2", time=None)
    related = (
        Related(incident=None, claim="warned", relation="prior warning", reason="a warning"),
        Related(incident="i-2", claim=None, relation="precedent", reason="recalled"),
    )
    (phase,) = tell_timeline(make_incident(related=related), {"warned": warning}, {"i-2": earlier})
    assert phase.name == BEFORE
    assert {entry.incident for entry in phase.entries} == {"i-2", None}


def test_an_opinion_is_no_part_of_it() -> None:
    claim = structs.replace(make_claim("judged"), stance="opinion")
    assert tell_timeline(make_incident(claim), {"judged": claim}, {}) == ()
