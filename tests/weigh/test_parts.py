"""A hospital counts who came to it: a part of the whole, which others may complete."""

from msgspec import structs
from tests.values import make_claim
from tests.weigh.test_tolls import state

from firsthand.model.claims import Claim
from firsthand.weigh.parts import choose_largest_part, combine_parts, find_holder, is_same_ward
from firsthand.weigh.transfers import Move

DISTRICT = "Belmuro District Hospital"


def say(claim: str, quote: str) -> Claim:
    return structs.replace(make_claim(claim), quote=quote)


CLAIMS = {
    "c-1": say("c-1", "21 people killed in the shelling"),
    "c-2": say("c-2", "The St Ilma Clinic has six bodies in its chapel"),
    "c-3": say("c-3", "24 people were killed"),
}
HOSPITAL = state("c-1", 21, 21, by=DISTRICT)
CLINIC = state("c-2", 6, 6, by="The Lantern")
MISSION = state("c-3", 24, 24, by="the mission")


def test_a_hospital_that_speaks_counts_who_came_to_it() -> None:
    assert find_holder(HOSPITAL, CLAIMS["c-1"]) == DISTRICT
    assert find_holder(MISSION, CLAIMS["c-3"]) is None
    assert find_holder(MISSION, None) is None


def test_an_outlet_tells_what_a_hospital_counts() -> None:
    assert find_holder(CLINIC, CLAIMS["c-2"]) == "St Ilma Clinic"


def test_the_largest_part_is_chosen_with_all_hospitals() -> None:
    found = choose_largest_part([HOSPITAL, CLINIC, MISSION], CLAIMS)
    assert found is not None
    assert found[0] == {"c-1": DISTRICT, "c-2": "St Ilma Clinic"}
    assert found[1] == HOSPITAL
    assert choose_largest_part([MISSION], CLAIMS) is None


def test_parts_add_up_less_those_who_were_moved() -> None:
    move = Move(outcome="killed", number=4, claim="c-9")
    combined = combine_parts([HOSPITAL, CLINIC, MISSION], CLAIMS, [move])
    assert combined is not None
    assert (combined.low, combined.high, combined.moved) == (21, 23, 4)
    assert combined.claims == ("c-2", "c-1", "c-9")
    assert "4 of them are said to have been moved" in combined.reason


def test_where_nobody_was_moved_the_sum_is_the_highest() -> None:
    combined = combine_parts([HOSPITAL, CLINIC], CLAIMS, [])
    assert combined is not None
    assert (combined.low, combined.high) == (21, 27)
    assert combined.reason.endswith("whether anybody stands in both counts is not said")


def test_one_hospital_alone_gives_no_sum() -> None:
    earlier = state("c-4", 17, 17, by=DISTRICT, day="2019-05-14")
    assert combine_parts([HOSPITAL, earlier, MISSION], CLAIMS, []) is None


def test_a_hospital_is_known_by_a_part_of_its_name() -> None:
    assert is_same_ward("the clinic", "The St Ilma Clinic")
    assert not is_same_ward("St Ilma Clinic", DISTRICT)
