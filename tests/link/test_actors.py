"""Actors of many reports are one by full name and type; groups and surnames never."""

from tests.values import make_actor, make_report

from firsthand.link.actors import merge_actors
from firsthand.model.actors import Actor, ActorType
from firsthand.model.readings import Reading


def name_all(*actors: tuple[str, ActorType]) -> tuple[list[str], dict[str, str]]:
    readings = []
    for index, (name, kind) in enumerate(actors):
        actor = make_actor(name, kind, f"r-{index}")
        own = Actor(id=f"a-{index}", name=actor.name, type=actor.type, names=actor.names)
        readings.append(
            Reading(
                report=make_report(f"r-{index}"), claims=(), actors=(own,), victims=(), places=()
            )
        )
    merged, renamed = merge_actors(readings)
    return [actor.name for actor in merged], renamed


def test_one_full_name_is_one_actor_with_all_its_mentions() -> None:
    names, renamed = name_all(("Sera Lunde", "person"), ("Séra Lunde", "person"))
    assert len(names) == 1
    assert renamed["a-0"] == renamed["a-1"]


def test_a_bare_surname_joins_nobody() -> None:
    names, _ = name_all(("Lunde", "person"), ("Lunde", "person"))
    assert len(names) == 2


def test_groups_and_documents_of_two_reports_stay_two() -> None:
    names, _ = name_all(("residents", "group of people"), ("residents", "group of people"))
    assert len(names) == 2


def test_a_name_of_unknown_type_takes_the_only_type_that_others_show() -> None:
    names, _ = name_all(
        ("Lantern Rights Trust", "unknown"), ("Lantern Rights Trust", "organisation")
    )
    assert names == ["Lantern Rights Trust"]
    assert len(name_all(("Drennick", "unknown"), ("Drennick", "organisation"))[0]) == 2
    names, _ = name_all(
        ("Old Mill", "unknown"), ("Old Mill", "place"), ("Old Mill", "organisation")
    )
    assert len(names) == 3


def test_one_name_of_two_types_stays_two() -> None:
    names, _ = name_all(("Halveth Council", "organisation"), ("Halveth Council", "outlet"))
    assert len(names) == 2


def test_an_article_makes_no_other_actor() -> None:
    names, _ = name_all(("The Lantern", "outlet"), ("Lantern", "outlet"))
    assert names == ["The Lantern"]


def test_spellings_and_scripts_of_one_full_name_meet_with_the_reason() -> None:
    readings = []
    for index, name in enumerate(("Hassan Jabouri", "Hasan Jaburi", "حسن الجبوري")):
        actor = make_actor(name, "person", f"r-{index}")
        report = make_report(f"r-{index}")
        readings.append(Reading(report=report, claims=(), actors=(actor,), victims=(), places=()))
    (merged,), _ = merge_actors(readings)
    assert merged.name == "Hassan Jabouri"
    assert {name.text: name.reason for name in merged.names}["حسن الجبوري"] == (
        "other script, same name as “Hassan Jabouri”"
    )


def test_names_that_are_merely_alike_stay_two() -> None:
    assert len(name_all(("Ali Hosseini", "person"), ("Ali Hassani", "person"))[0]) == 2
    assert len(name_all(("Karim Dorel", "person"), ("Karima Dorel", "person"))[0]) == 2


def test_father_and_son_of_one_report_stay_two() -> None:
    one, other = make_actor("Orlan Dorel", "person", "r-1"), make_actor("Orlan Dorel", "person")
    son = Actor(id="a-son", name=other.name, type="person", names=one.names)
    reading = Reading(
        report=make_report("r-1"), claims=(), actors=(one, son), victims=(), places=()
    )
    assert len(merge_actors([reading])[0]) == 2
