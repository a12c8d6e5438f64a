"""Territories have a point, and one name each."""

from firsthand.lexicon.tables import load_table
from firsthand.lexicon.territories import load_territories


def test_a_short_name_means_the_same_sea() -> None:
    territories = load_territories()
    assert territories["caspian"] == territories["caspian sea"]


def test_every_point_lies_on_the_earth() -> None:
    assert all(
        -90 <= place.latitude <= 90 and -180 <= place.longitude <= 180
        for place in load_territories().values()
    )


def test_no_name_is_given_twice() -> None:
    names = [name for row in load_table("territories") for name in row["names"].split("|")]
    assert len(names) == len(set(names))
