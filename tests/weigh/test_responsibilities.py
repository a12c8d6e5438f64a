"""Responsibility is alleged, accepted or denied by somebody; it is never ours to state."""

import pytest
from tests.values import make_act, make_actor, make_claim, make_report

from firsthand.model.attributions import Stance
from firsthand.model.claims import Claim
from firsthand.weigh.origins import Origin
from firsthand.weigh.responsibilities import (
    find_affected,
    find_day,
    find_moment,
    find_responsibilities,
    list_accused,
)

ACTORS = {
    "a-army": make_actor("army", "security force"),
    "a-ministry": make_actor("ministry"),
    "a-paper": make_actor("The Lantern", "outlet"),
    "a-town": make_actor("Belmuro", "place"),
}


def judge(claim: Claim, speaker: str | None = "a-union") -> list[tuple[str, str]]:
    origin = Origin(key="o", name="somebody", actor=speaker, resolved=True, reason="by hand")
    return [
        (item.actor, item.stance)
        for item in find_responsibilities([claim], {claim.id: origin}, ACTORS)
    ]


def test_an_agent_is_alleged_to_have_done_it() -> None:
    act = make_act(agents=("the army",), actor="a-army")
    assert judge(make_claim("c-1", act=act)) == [("a-army", "alleged")]


def test_who_says_it_of_themselves_accepts_it() -> None:
    act = make_act(agents=("the army",), actor="a-army")
    assert judge(make_claim("c-1", act=act), "a-army") == [("a-army", "accepted")]


def test_a_denial_denies_it() -> None:
    act = make_act(agents=("the army",), actor="a-army")
    assert judge(make_claim("c-1", act=act, stance="denied")) == [("a-army", "denied")]
    negated = make_act(agents=("the army",), actor="a-army", negated=True)
    assert judge(make_claim("c-1", act=negated)) == [("a-army", "denied")]


def test_the_speakers_own_forces_answer_as_the_speaker() -> None:
    act = make_act(agents=("Our forces",), negated=True)
    assert judge(make_claim("c-1", act=act), "a-ministry") == [("a-ministry", "denied")]


def test_a_speaker_who_is_no_known_actor_accepts_it_in_their_words() -> None:
    act = make_act(agents=("one of its batteries",))
    origin = Origin(key="o", name="The army", actor=None, resolved=False, reason="by hand")
    found = find_responsibilities([make_claim("c-1", act=act)], {"c-1": origin}, {})
    assert [(item.actor, item.stance) for item in found] == [("army", "accepted")]


def test_an_agent_without_an_actor_keeps_its_words_without_their_number() -> None:
    act = make_act(agents=("thousands of Marenian soldiers",))
    assert judge(make_claim("c-1", act=act)) == [("Marenian soldiers", "alleged")]


@pytest.mark.parametrize("stance", ["opinion", "predicted", "conditional", "demanded"])
def test_what_is_not_said_to_have_happened_makes_nobody_responsible(stance: Stance) -> None:
    act = make_act(agents=("the army",), actor="a-army")
    assert judge(make_claim("c-1", act=act, stance=stance)) == []


@pytest.mark.parametrize(
    ("words", "actor"),
    [("Belmuro", "a-town"), ("The Lantern", "a-paper"), ("the shells", None), ("5", None)],
)
def test_places_outlets_and_things_answer_for_nothing(words: str, actor: str | None) -> None:
    assert judge(make_claim("c-1", act=make_act(agents=(words,), actor=actor))) == []


def test_who_was_harmed_is_not_listed_as_having_done_it() -> None:
    act = make_act(agents=("three people",), targets=("three people",))
    assert judge(make_claim("c-1", act=act)) == []


def test_pronouns_name_nobody() -> None:
    assert judge(make_claim("c-1", act=make_act(agents=("who",)))) == []


def test_people_said_to_be_harmed_are_listed_in_the_words_of_the_reports() -> None:
    claims = (
        make_claim("c-1", act=make_act(targets=("nine fishermen", "the market"))),
        make_claim("c-2", act=make_act(targets=("fishermen",))),
        make_claim("c-3", stance="denied", act=make_act(targets=("civilians",))),
    )
    assert [(item.text, item.claims) for item in find_affected(claims, {})] == [
        ("fishermen", ("c-1", "c-2"))
    ]


def test_everybody_named_is_accused_whatever_they_say() -> None:
    origin = Origin(key="o", name="the army", actor="a-army", resolved=True, reason="by hand")
    act = make_act(agents=("the army",), actor="a-army")
    claim = make_claim("c-1", act=act, stance="denied")
    assert list_accused(find_responsibilities([claim], {"c-1": origin}, ACTORS)) == {"a-army"}


def test_what_is_denied_first_and_accepted_later_keeps_both_with_their_days() -> None:
    reports = {
        "r-1": make_report("r-1", published="2019-05-15"),
        "r-2": make_report("r-2", published="2019-05-28T09:00:00+00:00"),
    }
    own = make_act(agents=("one of its batteries",))
    claims = [
        make_claim("c-1", act=own, stance="denied"),
        make_claim("c-2", report="r-2", act=own),
    ]
    army = Origin(key="o", name="the army", actor="a-army", resolved=True, reason="by hand")
    found = find_responsibilities(claims, {"c-1": army, "c-2": army}, ACTORS, reports)
    assert [(item.stance, item.first, item.last) for item in found] == [
        ("accepted", "2019-05-28", "2019-05-28"),
        ("denied", "2019-05-15", "2019-05-15"),
    ]
    assert find_day(claims[1], reports) == "2019-05-28"
    assert find_day(claims[1], {}) is None
    assert find_moment(claims[1], reports) == ("2019-05-28", "r-2")
    assert find_moment(claims[1], {}) == ("9999", "r-2")


def test_no_group_that_claimed_it_is_nobody() -> None:
    act = make_act(agents=("group",))
    origin = Origin(key="o", name="No group", actor=None, resolved=False, reason="by hand")
    assert find_responsibilities([make_claim("c-1", act=act)], {"c-1": origin}, {}) == ()


def test_what_belongs_to_an_army_can_answer() -> None:
    act = make_act(agents=("the army's own battery",))
    assert judge(make_claim("c-1", act=act)) == [("army's own battery", "alleged")]
