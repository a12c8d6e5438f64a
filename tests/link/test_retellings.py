"""What one report tells twice of one event is brought together; what it tells apart is not."""

from collections.abc import Sequence

from msgspec import structs
from tests.values import make_act, make_claim, make_count, make_place, make_time

from firsthand.link.rarities import FullName
from firsthand.link.retellings import is_proceeding, join_retellings
from firsthand.model.claims import Claim
from firsthand.model.times import TimeSpan

TUESDAY = make_time("2019-05-14")
WEDNESDAY = make_time("2019-05-15")
MARCH = make_time("2019-03-02")


def shoot(name: str, low: int = 1, time: TimeSpan | None = None) -> Claim:
    return make_claim(name, act=make_act("shooting"), counts=(make_count(low, low),), time=time)


def join(*groups: Claim, victims: dict[str, FullName] | None = None) -> list[list[str]]:
    named = victims or {}

    def name_victims(claims: Sequence[Claim]) -> frozenset[FullName]:
        return frozenset(named[claim.id] for claim in claims if claim.id in named)

    told = [[claim] for claim in groups]
    return [[c.id for c in group] for group in join_retellings(told, told[0], name_victims)]


def test_a_person_dies_once() -> None:
    one, other = shoot("c-1", time=WEDNESDAY), shoot("c-2", time=MARCH)
    assert join(one, other) == [["c-1"], ["c-2"]]
    victims = {"c-1": ("katrin", "solle"), "c-2": ("katrin", "ana", "solle")}
    assert join(one, other, victims=victims) == [["c-1", "c-2"]]


def test_one_count_of_two_days_beside_each_other_is_one_night() -> None:
    one, other = shoot("c-1", time=TUESDAY), shoot("c-2", time=WEDNESDAY)
    assert join(one, other) == [["c-1", "c-2"]]
    assert join(one, shoot("c-2", low=4, time=WEDNESDAY)) == [["c-1"], ["c-2"]]


def test_two_strikes_on_one_town_on_one_day_stay_two() -> None:
    morning = make_time("2019-05-14T08:00", "2019-05-14T09:00", "hour")
    evening = make_time("2019-05-14T18:00", "2019-05-14T19:00", "hour")
    assert join(shoot("c-1", 3, morning), shoot("c-2", 3, evening)) == [["c-1"], ["c-2"]]
    later = make_time("2019-05-14T09:30", "2019-05-14T10:00", "hour")
    assert join(shoot("c-1", 3, morning), shoot("c-2", 3, later)) == [["c-1", "c-2"]]


def test_another_attack_is_another_event() -> None:
    second = structs.replace(shoot("c-2", time=WEDNESDAY), quote="Another strike killed one.")
    assert join(shoot("c-1", time=TUESDAY), second) == [["c-1"], ["c-2"]]


def test_two_towns_are_two_events() -> None:
    one = structs.replace(shoot("c-1", time=TUESDAY), place=make_place("Belmuro"))
    other = structs.replace(shoot("c-2", time=WEDNESDAY), place=make_place("Tavarra", 45.0, -20.0))
    assert join(one, other) == [["c-1"], ["c-2"]]


def test_a_count_without_a_time_is_told_again_with_one() -> None:
    assert join(shoot("c-1", low=5), shoot("c-2", low=5, time=MARCH)) == [["c-1", "c-2"]]
    assert join(shoot("c-1"), shoot("c-2", time=MARCH)) == [["c-1"], ["c-2"]]


def test_arrests_follow_what_they_are_for() -> None:
    arrest = make_claim("c-1", act=make_act("arrest"), time=TUESDAY)
    assert is_proceeding([arrest])
    assert not is_proceeding([arrest, shoot("c-2")])
    assert join(arrest, shoot("c-2", time=TUESDAY)) == [["c-1"], ["c-2"]]
