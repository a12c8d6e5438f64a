"""Known bodies are found by each of their names; initials in capitals only."""

from firsthand.lexicon.bodies import find_body_name, find_body_type


def test_a_body_is_found_by_each_of_its_names() -> None:
    assert find_body_name("U.N.") == find_body_name("the United Nations") == "United Nations"
    assert find_body_name("Da’esh") == "Islamic State"
    assert find_body_name("Grey Lanterns") is None


def test_initials_count_in_capitals_only() -> None:
    assert find_body_name("eta") is None
    assert find_body_name("ETA") == "ETA"


def test_a_known_body_has_a_neutral_type() -> None:
    assert find_body_type("Daesh") == "organisation"
    assert find_body_type("Grey Lanterns") is None
