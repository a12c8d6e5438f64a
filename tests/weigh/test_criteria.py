"""Criteria say what is met and why; the grade itself stays a person's."""

import pytest
from msgspec import structs

from firsthand.errors import BrokenTable
from firsthand.model.incidents import (
    Contradiction,
    Incident,
    OriginCount,
    Responsibility,
    Sources,
    Toll,
    TollStatus,
)
from firsthand.weigh.criteria import TESTS, judge_criteria

INCIDENT = Incident(
    id="i-1", title="t", time=None, place=None, acts=(), claims=(), reports=("r-1",)
)


def judge(incident: Incident) -> dict[str, bool | None]:
    graded = judge_criteria(incident)
    assert (graded.scheme, graded.grade) == ("Airwars", None)
    assert all(item.reason for item in graded.criteria)
    return {item.name.partition(":")[0] + item.name[-7:]: item.met for item in graded.criteria}


def count(low: int, high: int) -> Sources:
    origins = OriginCount(low=low, high=high, unresolved=high - low)
    return Sources(reports=1, publishers=1, origins=origins)


def find(incident: Incident, test: str) -> bool | None:
    return TESTS[test](incident)[0]


def make_toll(status: TollStatus, high: int) -> Toll:
    return Toll(
        outcome="killed",
        status=status,
        side=None,
        scope=None,
        low=high,
        high=high,
        open=False,
        rule="by hand",
        reason="by hand",
        claims=(),
    )


def test_every_grade_of_the_scheme_is_asked_for() -> None:
    names = [item.name for item in judge_criteria(INCIDENT).criteria]
    assert [name.partition(":")[0] for name in names] == [
        "Confirmed",
        "Fair",
        "Fair",
        "Weak",
        "Contested",
        "Discounted",
    ]
    assert all(met is not True for met in judge(INCIDENT).values())


def test_accepted_responsibility_is_told_with_its_day() -> None:
    accepted = Responsibility(
        actor="army", stance="accepted", claims=("c-1",), first="2019-05-28", last="2019-05-28"
    )
    met, reason = TESTS["responsibility accepted"](
        structs.replace(INCIDENT, responsibility=(accepted,))
    )
    assert met
    assert reason == "one party of these claims in its own words, first on 2019-05-28"
    assert find(INCIDENT, "responsibility accepted") is False


@pytest.mark.parametrize(
    ("low", "high", "two", "single"),
    [(2, 5, True, False), (1, 1, False, True), (1, 4, None, None)],
)
def test_origins_that_may_be_one_leave_it_open(
    low: int, high: int, two: bool | None, single: bool | None
) -> None:
    incident = structs.replace(INCIDENT, sources=count(low, high))
    assert find(incident, "two origins") is two
    assert find(incident, "single origin") is single


def test_competing_claims_need_a_contradiction_about_who_did_it() -> None:
    contested = Contradiction(about="whether the army did it", sides=(), reason="by hand")
    assert find(structs.replace(INCIDENT, contradictions=(contested,)), "competing claims") is True
    two = tuple(
        Responsibility(actor=name, stance="alleged", claims=("c-1",)) for name in ("army", "rebels")
    )
    assert find(structs.replace(INCIDENT, responsibility=two), "competing claims") is None
    assert find(INCIDENT, "competing claims") is False


def test_only_combatants_is_never_met_by_machine() -> None:
    combatants = structs.replace(INCIDENT, tolls=(make_toll("combatant", 4),))
    assert find(combatants, "only combatants") is None
    both = structs.replace(INCIDENT, tolls=(make_toll("combatant", 4), make_toll("civilian", 2)))
    assert find(both, "only combatants") is False
    assert find(INCIDENT, "only combatants") is False
    assert find(INCIDENT, "actions near") is None


def test_a_case_brings_its_own_scheme_as_data() -> None:
    row = {"scheme": "Ours", "grade": "A", "asks": "two origins", "test": "two origins"}
    graded = judge_criteria(structs.replace(INCIDENT, sources=count(3, 3)), "Ours", [row])
    assert [(item.name, item.met) for item in graded.criteria] == [("A: two origins", True)]
    assert judge_criteria(INCIDENT, "airwars").scheme == "Airwars"
    assert judge_criteria(INCIDENT, "none known").criteria == ()
    with pytest.raises(BrokenTable, match="there is no test “luck”"):
        judge_criteria(INCIDENT, "Ours", [{**row, "test": "luck"}])
