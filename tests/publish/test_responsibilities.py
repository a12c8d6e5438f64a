"""Who is said to have done it stands beside what they say of it, and how exactly."""

from msgspec import structs
from tests.publish.samples import ACCOUNT, CLAIM, INCIDENT, PLACE, TIME

from firsthand.model.incidents import Responsibility
from firsthand.publish.responsibilities import describe_denial, gather_parties

ACTORS = {actor.id: actor for actor in ACCOUNT.actors}


def test_an_allegation_and_its_denial_stand_at_one_party() -> None:
    incident = structs.replace(
        INCIDENT,
        responsibility=(
            Responsibility(actor="a-1", stance="alleged", claims=("c-1", "c-2")),
            Responsibility(actor="a-1", stance="denied", claims=("c-3",)),
            Responsibility(actor="soldiers", stance="alleged", claims=("c-4",)),
            Responsibility(actor="Soldiers", stance="alleged", claims=("c-5",)),
        ),
    )
    police, soldiers = gather_parties(incident, ACTORS)
    assert (police.name, police.resolved) == ("Harbour Police", True)
    assert (police.alleged, police.accepted, police.denied) == (("c-1", "c-2"), (), ("c-3",))
    assert (soldiers.resolved, soldiers.alleged) == (False, ("c-4", "c-5"))


def test_a_denial_names_only_what_its_own_words_name() -> None:
    denial = describe_denial(CLAIM)
    assert denial.names == (
        "the act: killing",
        "to whom or what: nine people",
        "when: on Tuesday",
        "where: Belmuro",
        "how many: nine people",
    )
    assert denial.silent == ("who", "with what")


def test_a_time_or_place_from_elsewhere_is_not_denied() -> None:
    start, _ = CLAIM.parts[0]
    elsewhere = structs.replace(
        CLAIM,
        time=structs.replace(TIME, span=(start - 5, start)),
        place=structs.replace(PLACE, start=0, end=7),
    )
    assert {"when", "where"} <= set(describe_denial(elsewhere).silent)


def test_a_bare_denial_names_nothing() -> None:
    bare = structs.replace(CLAIM, act=None, casualties=(), time=None, place=None)
    assert describe_denial(bare).names == ()
