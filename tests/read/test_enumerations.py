"""The neighbours of a name in its enumeration are found on both sides, the nearest first."""

from firsthand.read.enumerations import list_neighbours


def test_two_names_are_found_on_either_side() -> None:
    text = "It rained in Sorn, Velda, Oster, New Upland and Lowland."
    start = text.index("Oster")
    found = list_neighbours(text, (start, start + 5))
    assert found == (("Velda", "Sorn"), ("New Upland", "Lowland"))


def test_a_name_alone_has_no_neighbours() -> None:
    assert list_neighbours("It rained in Oster.", (13, 18)) == ((), ())


def test_an_enumeration_ends_with_its_sentence() -> None:
    text = "It rained in Oster and Velda. Sorn was dry."
    assert list_neighbours(text, (13, 18)) == ((), ("Velda",))
