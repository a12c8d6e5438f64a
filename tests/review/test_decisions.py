"""Decisions of people change claims before linking and incidents after it."""

from tests.values import make_claim, make_count, make_reading, make_report

from firsthand.model.accounts import Account, Software
from firsthand.model.decisions import Decision, DecisionKind, Figure
from firsthand.model.incidents import Incident, Toll
from firsthand.review.decisions import (
    decide_claims,
    decide_incidents,
    list_homeless,
    list_standing,
    list_unplaced,
    list_verdicts,
)

CLAIM = make_claim("c-1")
READING = make_reading(make_report(), CLAIM)


def make_decision(
    number: int, kind: DecisionKind, target: str = "c-1", who: str = "Ana", **fields: object
) -> Decision:
    return Decision(
        id=f"d-{number}",
        when=f"2019-06-0{number}T10:00:00Z",
        who=who,
        kind=kind,
        target=target,
        why="read again",
        **fields,  # type: ignore[arg-type]
    )


def test_an_undone_decision_does_not_stand_and_an_undoing_can_be_undone() -> None:
    first = make_decision(1, "confirm")
    undo = make_decision(2, "undo", "d-1")
    assert list_standing([first, undo]) == ()
    assert list_standing([first, undo, make_decision(3, "undo", "d-2")]) == (first,)


def test_two_people_make_a_second_review_one_person_twice_does_not() -> None:
    once = [make_decision(1, "confirm"), make_decision(2, "confirm")]
    (reading,) = decide_claims([READING], once)
    assert reading.claims[0].review == "reviewed"
    (reading,) = decide_claims([READING], [*once, make_decision(3, "confirm", who="Ben")])
    assert reading.claims[0].review == "second_reviewed"


def test_an_edit_starts_the_review_anew() -> None:
    edited = make_claim("c-1", stance="denied")
    decisions = [
        make_decision(1, "confirm"),
        make_decision(2, "edit", who="Ben", claim=edited),
    ]
    (reading,) = decide_claims([READING], decisions)
    assert (reading.claims[0].stance, reading.claims[0].review) == ("denied", "reviewed")


def test_a_rejected_claim_stays_and_says_so_until_it_is_confirmed() -> None:
    (reading,) = decide_claims([READING], [make_decision(1, "reject")])
    assert reading.claims[0].rejected
    again = [make_decision(1, "reject"), make_decision(2, "confirm")]
    assert not decide_claims([READING], again)[0].claims[0].rejected


def test_a_claim_added_by_hand_stands_beside_those_of_the_machine() -> None:
    added = make_claim("c-2", start=10)
    (reading,) = decide_claims([READING], [make_decision(1, "add", "c-2", claim=added)])
    assert [claim.id for claim in reading.claims] == ["c-2", "c-1"]
    assert reading.claims[0].review == "reviewed"


def test_a_decision_on_a_claim_that_is_gone_needs_another_look() -> None:
    gone = make_decision(1, "confirm", "c-9")
    assert list_unplaced([READING], [gone, make_decision(2, "confirm")]) == (gone,)


def test_merging_and_splitting_say_which_claims_are_of_one_incident() -> None:
    merge = make_decision(1, "merge", "i-1", other="i-2", claims=("c-1", "c-2"))
    split = make_decision(2, "split", "i-1", other="c-3", claims=("c-4", "c-5"))
    found = [(item.one, item.other, item.answer) for item in list_verdicts([merge, split])]
    assert found == [
        ("c-1", "c-2", "same"),
        ("c-3", "c-4", "different"),
        ("c-3", "c-5", "different"),
        ("c-4", "c-5", "same"),
    ]


def make_account() -> Account:
    toll = Toll(
        outcome="killed",
        status="all",
        side=None,
        scope=None,
        low=9,
        high=14,
        open=False,
        rule="range of latest",
        reason="two figures",
        claims=("c-1",),
    )
    claim = make_claim("c-1", counts=(make_count(9, 14),), incident="i-1")
    return Account(
        software=Software(firsthand="", model="", gazetteer=""),
        reports=(make_report(),),
        refused=(),
        claims=(claim,),
        actors=(),
        victims=(),
        copies=(),
        incidents=(
            Incident(
                id="i-1",
                title="",
                time=None,
                place=None,
                acts=(),
                claims=("c-1",),
                reports=("r-1",),
                tolls=(toll,),
            ),
        ),
    )


def test_an_incident_is_pending_until_somebody_decides() -> None:
    (incident,) = decide_incidents(make_account(), [], {}).incidents
    assert incident.inclusion is not None
    assert incident.inclusion.state == "pending"
    (incident,) = decide_incidents(
        make_account(), [make_decision(1, "exclude", "i-1")], {}
    ).incidents
    assert incident.inclusion is not None
    assert (incident.inclusion.state, incident.inclusion.who) == ("excluded", "Ana")


def test_a_settled_figure_and_a_grade_reach_the_incident_that_theirs_is_part_of() -> None:
    decisions = [
        make_decision(1, "settle", "i-0", figure=Figure(outcome="killed", status="all", value=12)),
        make_decision(2, "grade", "i-0", grade="fair"),
    ]
    (incident,) = decide_incidents(make_account(), decisions, {"i-0": "i-1"}).incidents
    assert incident.tolls[0].best == 12
    assert incident.grading is not None
    assert incident.grading.grade == "fair"


def test_decisions_on_incidents_and_tolls_that_are_gone_need_another_look() -> None:
    figure = Figure(outcome="injured", status="all", value=12)
    gone = make_decision(1, "include", "i-9")
    other = make_decision(2, "settle", "i-1", figure=figure)
    there = make_decision(3, "include", "i-0")
    assert list_homeless(make_account(), [gone, other, there], {"i-0": "i-1"}) == (gone, other)


def test_a_split_of_claims_that_are_gone_needs_another_look() -> None:
    split = make_decision(1, "split", "i-1", other="c-1", claims=("c-9",))
    assert list_unplaced([READING], [split]) == (split,)
