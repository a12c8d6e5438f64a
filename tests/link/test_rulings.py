"""What people said of two claims is done with the events that tell them."""

from typing import Literal

from firsthand.link.rulings import find_split, rule_events
from firsthand.model.decisions import Verdict

HOMES = {"c-1": "a", "c-2": "a", "c-3": "b", "c-4": "c"}


def say(one: str, other: str, answer: Literal["same", "different", "unsure"]) -> Verdict:
    return Verdict(one=one, other=other, answer=answer, reason="both name the mill")


def test_same_joins_the_events_with_its_reason() -> None:
    rulings = rule_events([say("c-1", "c-3", "same"), say("c-1", "c-9", "same")], HOMES)
    assert rulings.joined == (("a", "b", "people decided that they are one: both name the mill"),)
    assert rulings.barred == {}


def test_different_and_unsure_keep_events_apart() -> None:
    rulings = rule_events([say("c-1", "c-3", "different"), say("c-4", "c-1", "unsure")], HOMES)
    assert rulings.joined == ()
    assert rulings.barred == {"a": {"b", "c"}, "b": {"a"}, "c": {"a"}}


def test_a_claim_leaves_the_event_it_is_told_in_only_if_people_say_so() -> None:
    assert find_split([say("c-1", "c-2", "different")], HOMES) == {"c-2"}
    assert find_split([say("c-1", "c-2", "same"), say("c-1", "c-3", "different")], HOMES) == set()
