"""Of several places of one name the report's own words choose, or nobody does."""

from pathlib import Path

import pytest
from tests.lexicon.atlas import list_rows, make_atlas

from firsthand.lexicon.entries import name_rows
from firsthand.lexicon.gazetteers import Gazetteer, build_gazetteer, look_up
from firsthand.read.homonyms import choose_entry, is_told, read_setting
from firsthand.read.placenames import name_place
from firsthand.text.parses import parse_text


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return make_atlas(Path(tmp_path_factory.mktemp("atlas")))


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The small gazetteer with a town named like a country, and the county that it lies in."""
    path = Path(tmp_path_factory.mktemp("land")) / "land.sqlite"
    more = (
        (("Luskaria",), (20, 11.5, 21.5, "XM", "XM.01", "town", 4_000)),
        (("Dale County", "Dale"), (21, 11.4, 21.5, "XM", "XM.01", "district", 9_000)),
    )
    rows = [row for names, place in more for row in name_rows(names, place)]
    build_gazetteer(path, [*list_rows(), *rows])
    return Gazetteer(path=str(path))


def choose(atlas: Gazetteer, text: str, words: str, *others: str) -> tuple[str | None, str]:
    parts = [(text.index(name), text.index(name) + len(name)) for name in (words, *others)]
    doc = parse_text(text)
    named = name_place(doc, parts[0], atlas)
    setting = read_setting(doc, atlas, parts)
    entry, reason = choose_entry(look_up(atlas, named.words), named, setting)
    return entry.country if entry else None, reason


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("He died in Oster, Luskaria.", "XL"),
        ("He died in Oster in the western Velda province.", "XL"),
        ("He died in Marenia's Oster.", "XM"),
        ("He died in Oster in northern Luskaria.", "XL"),
    ],
)
def test_what_the_report_says_right_there_decides(
    atlas: Gazetteer, text: str, country: str
) -> None:
    assert choose(atlas, text, "Oster")[0] == country


def test_the_country_that_the_report_speaks_of_decides(atlas: Gazetteer) -> None:
    text = "He died in Oster. The ministry in Luskaria said nothing."
    found = choose(atlas, text, "Oster", "Luskaria")
    assert found == ("XL", "the report speaks of its country")


def test_towns_of_one_province_speak_for_each_other(atlas: Gazetteer) -> None:
    text = "He died in Oster. Shells hit Belmuro."
    assert choose(atlas, text, "Oster", "Belmuro")[0] == "XM"


def test_a_name_does_not_speak_for_itself(atlas: Gazetteer) -> None:
    assert choose(atlas, "He died in Oster. He lived in Oster.", "Oster")[0] is None


def test_a_district_is_found_under_its_bare_name_with_its_kind(atlas: Gazetteer) -> None:
    text = "He died in Hill county, in Luskaria."
    assert choose(atlas, text, "Hill", "Luskaria")[0] == "XL"


def test_a_list_of_countries_states_nothing(atlas: Gazetteer) -> None:
    text = "He was in Marenia, Luskaria and elsewhere."
    assert choose(atlas, text, "Marenia", "Luskaria") == ("XM", "the name of a country")


def test_a_large_place_is_taken_without_context(atlas: Gazetteer) -> None:
    found = choose(atlas, "He died in Grandport.", "Grandport")
    assert found == ("XL", "the one large place of this name")


def test_an_old_name_is_not_enough(atlas: Gazetteer) -> None:
    found = choose(atlas, "He died in Old Haven.", "Old Haven")
    assert found == (None, "only another name of a place")


def test_a_town_named_like_a_country_is_meant_where_its_surroundings_are_named(
    land: Gazetteer,
) -> None:
    text = "He lives in Luskaria. The Dale County fair drew a crowd."
    assert choose(land, text, "Luskaria", "Dale County")[0] == "XM"


def test_the_country_is_meant_where_the_report_speaks_of_it(land: Gazetteer) -> None:
    text = "He lives in Luskaria. The Dale County fair drew a crowd to Grandport."
    found = choose(land, text, "Luskaria", "Dale County", "Grandport")
    assert found == ("XL", "the name of a country")


def test_a_place_is_told_where_others_around_it_are_named(land: Gazetteer) -> None:
    text = "Belmuro lies by Dale County."
    setting = read_setting(parse_text(text), land, [(0, 7), (16, 27)])
    town, country = look_up(land, "Belmuro")[0], look_up(land, "Marenia")[0]
    assert is_told(town, setting)
    assert is_told(country, setting)
    assert not is_told(look_up(land, "Grandport")[0], setting)


def test_an_old_name_is_enough_in_the_country_that_a_report_speaks_of(atlas: Gazetteer) -> None:
    text = "He died in Old Haven. The ministry in Luskaria said nothing."
    assert choose(atlas, text, "Old Haven", "Luskaria")[0] == "XL"
