"""Victims of many reports are one by full name and outcome; nobody is dropped or guessed."""

from tests.values import make_report

from firsthand.link.victims import merge_victims
from firsthand.model.actors import Name
from firsthand.model.readings import Reading
from firsthand.model.victims import Victim


def make_victim(name: str, report: str, *, age: int | None = None, named: bool = True) -> Victim:
    reason = "named as harmed" if named else "described as harmed"
    spelled = Name(text=name, report=report, start=0, end=len(name), reason=reason)
    return Victim(
        id=f"v-{report}-{name}", names=(spelled,), age=age, outcome="killed", claims=(report,)
    )


def merge(*victims: Victim) -> tuple[Victim, ...]:
    readings = [
        Reading(
            report=make_report(victim.names[0].report),
            claims=(),
            actors=(),
            victims=(victim,),
            places=(),
        )
        for victim in victims
    ]
    return merge_victims(readings)[0]


def test_one_name_in_two_reports_is_one_victim() -> None:
    (victim,) = merge(make_victim("Katrin Solle", "r-1"), make_victim("Katrín Solle", "r-2"))
    assert [name.report for name in victim.names] == ["r-1", "r-2"]
    assert victim.claims == ("r-1", "r-2")


def test_different_ages_keep_two_people_of_one_name_apart() -> None:
    assert (
        len(merge(make_victim("A Solle", "r-1", age=9), make_victim("A Solle", "r-2", age=54))) == 2
    )


def test_descriptions_and_single_names_are_never_merged() -> None:
    assert len(merge(make_victim("Katrin", "r-1"), make_victim("Katrin", "r-2"))) == 2
    girls = (make_victim("a girl", "r-1", named=False), make_victim("a girl", "r-2", named=False))
    assert len(merge(*girls)) == 2


def test_an_age_that_one_report_gives_makes_no_second_person() -> None:
    (victim,) = merge(
        make_victim("Katrin Solle", "r-1", age=31), make_victim("Katrin Solle", "r-2")
    )
    assert victim.age == 31


def test_who_might_be_either_of_two_stays_open() -> None:
    victims = [
        make_victim("Katrin Solle", report, age=age)
        for report, age in (("r-1", 9), ("r-2", 54), ("r-3", None))
    ]
    assert len(merge(*victims)) == 3


def test_spellings_of_one_name_are_one_victim_with_the_reason() -> None:
    (victim,) = merge(make_victim("Hassan Jabouri", "r-1"), make_victim("حسن الجبوري", "r-2"))
    assert victim.names[1].reason == (
        "named as harmed; other script, same name as “Hassan Jabouri”"
    )


def test_brother_and_sister_of_like_names_are_two() -> None:
    assert len(merge(make_victim("Karim Dorel", "r-1"), make_victim("Karima Dorel", "r-2"))) == 2


def test_brothers_whom_one_report_tells_apart_stay_two() -> None:
    victims = [
        make_victim(name, report)
        for name, report in (("Salim Dorel", "r-1"), ("Salem Dorel", "r-1"), ("Salim Dorel", "r-2"))
    ]
    assert [len(victim.names) for victim in merge(*victims)] == [1, 2]
