"""The kind of an actor is judged by its own words, then the words beside it, then a label."""

import pytest

from firsthand.read.kinds import (
    find_naming_type,
    is_acronym,
    is_company,
    is_outlet_word,
    is_ship,
    judge_type,
    load_regions,
    load_types,
)


@pytest.mark.parametrize(
    ("words", "label", "before", "kind"),
    [
        ("Fars News Agency", "ORG", "", "outlet"),
        ("AFP", "ORG", "", "outlet"),
        ("Marenian Army", "ORG", "", "security force"),
        ("Ministry of Health", "ORG", "", "organisation"),
        ("Fourth Convention", "EVENT", "", "document"),
        ("Camp Lydda", "PERSON", "", "place"),
        ("Iraq", "GPE", "", "state"),
        ("Belmuro", "GPE", "", "place"),
        ("Vesk", "", "General", "person"),
        ("Vesk", "", "", "unknown"),
        ("Tavarra Barrage", "PERSON", "", "place"),
        ("Gulf of Tavarra", "PERSON", "", "place"),
        ("HMS Tavarra", "PERSON", "", "unknown"),
        ("Zellin", "PERSON", "company", "organisation"),
        ("Tavarra Mail", "PERSON", "newspaper", "outlet"),
        ("Taleban", "PERSON", "", "organisation"),
    ],
)
def test_the_words_of_a_name_come_before_the_models_label(
    words: str, label: str, before: str, kind: str
) -> None:
    assert judge_type(words, label, before) == kind


def test_a_common_noun_introduces_a_body() -> None:
    assert find_naming_type("militia") == "armed organisation"
    assert find_naming_type("newspaper") == "outlet"
    assert find_naming_type("table") is None


def test_words_of_names_are_known() -> None:
    assert is_outlet_word("herald")
    assert load_types()["ministry"] == "organisation"
    assert "horn of africa" in load_regions()


def test_initials_and_ships_are_told_by_their_look() -> None:
    assert is_acronym("FLM")
    assert not is_acronym("Flm")
    assert is_ship("USS Tavarra")
    assert not is_ship("USS")
    assert is_company("Tavarra Ltd.")
    assert not is_company("Ltd")
