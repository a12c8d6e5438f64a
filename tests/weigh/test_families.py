"""Who belongs to one party is no second origin; what is not known to belong stays apart."""

import pytest
from tests.values import make_claim, make_link

from firsthand.weigh.families import find_families, is_organ, list_involved
from firsthand.weigh.origins import Origin


def tie(*names: str) -> list[tuple[tuple[str, ...], str]]:
    claims = [make_claim(f"c-{name}", speakers=(make_link(name),)) for name in names]
    origins = {
        f"c-{name}": Origin(key=name, name=name, actor=None, resolved=True, reason="by hand")
        for name in names
    }
    return [(family.keys, family.reason) for family in find_families(claims, origins)]


def test_army_ministry_and_general_staff_are_organs_of_one_state() -> None:
    found = tie("The army", "General Staff", "Ministry of Defence of Marenia", "a nurse")
    assert found == [
        (("General Staff", "Ministry of Defence of Marenia", "The army"), "organs of one state")
    ]


def test_an_adjective_means_the_country_of_its_name() -> None:
    assert tie("the Marenian army", "the government of Marenia")[0][1] == "organs of one state"


def test_armies_of_two_states_stay_two_and_a_bare_army_belongs_to_neither() -> None:
    assert tie("the Marenian army", "the Kestrian army", "the army") == []


def test_a_lawyer_and_the_client_are_one_party() -> None:
    found = tie("A lawyer for the Dockers' Union, Tolia Brandt", "the Dockers' Union")
    assert [reason for _, reason in found] == ["a lawyer and the client"]


def test_a_body_within_a_body_is_one_party_with_it() -> None:
    found = tie("the military council of the Coastal Front", "Coastal Front")
    assert [reason for _, reason in found] == ["a body and a part of it"]


def test_hospitals_witnesses_and_monitors_stay_apart() -> None:
    assert tie("a doctor", "St Ilma's Hospital", "Meridian Monitoring Mission", "residents") == []


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("the army", True),
        ("General Staff of Marenia", True),
        ("aircraft of the regime", True),
        ("the army's own battery", True),
        ("soldiers", False),
        ("an army officer", False),
        ("the Dockers' Union", False),
    ],
)
def test_words_for_organs_of_a_state_are_known(name: str, organ: bool) -> None:
    assert is_organ(name) is organ


def test_a_ministry_answers_for_soldiers_where_one_state_speaks() -> None:
    ministry = Origin(key="m", name="Ministry of Defence", actor="a-m", resolved=True, reason="r")
    nurse = Origin(key="n", name="a nurse", actor=None, resolved=False, reason="r")
    named = {"soldiers": "soldiers"}
    assert list_involved({"soldiers"}, named, [ministry, nurse], ()) == {"soldiers", "m"}
    rebels = {"rebels": "rebels"}
    assert list_involved({"rebels"}, rebels, [ministry, nurse], ()) == {"rebels"}
