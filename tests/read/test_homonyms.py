"""Of several places of one name the report's own words choose, or nobody does."""

from pathlib import Path

import pytest
from tests.lexicon.atlas import make_atlas

from firsthand.lexicon.gazetteers import Gazetteer, look_up
from firsthand.read.homonyms import Named, choose_entry, name_place, read_setting
from firsthand.text.parses import parse_text


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return make_atlas(Path(tmp_path_factory.mktemp("atlas")))


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


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Sorn province", Named(words="Sorn", kind="province")),
        ("the city of Oster", Named(words="Oster", kind="town")),
        ("northern Marenia", Named(words="Marenia")),
        ("Belmuro", Named(words="Belmuro")),
    ],
)
def test_the_kind_is_kept_apart_from_the_name(atlas: Gazetteer, words: str, named: Named) -> None:
    text = f"He died in {words}."
    start = text.index(words)
    assert name_place(parse_text(text), (start, start + len(words)), atlas) == named
