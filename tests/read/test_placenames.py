"""A name is looked up without its kind, which the words beside it tell."""

from pathlib import Path

import pytest
from tests.lexicon.atlas import list_rows, make_atlas

from firsthand.lexicon.entries import name_rows
from firsthand.lexicon.gazetteers import Gazetteer, build_gazetteer
from firsthand.read.placenames import Named, name_place, strip_kinds
from firsthand.text.parses import parse_text


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return make_atlas(Path(tmp_path_factory.mktemp("atlas")))


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The small gazetteer with more provinces, one of them named like a town."""
    path = Path(tmp_path_factory.mktemp("land")) / "land.sqlite"
    more = (("Oster", "XM.06"), ("Upland", "XM.07"), ("Lowland", "XM.08"))
    rows = [
        row
        for number, (name, code) in enumerate(more, start=20)
        for row in name_rows((name,), (number, 12.0, 22.0, "XM", code, "province", 900_000))
    ]
    build_gazetteer(path, [*list_rows(), *rows])
    return Gazetteer(path=str(path))


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


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("It rained in the state of Oster.", "Oster", "province"),
        ("It rained in Oster, Hill and Lydda counties.", "Oster", "district"),
        ("It rained in Oster, Hill and Lydda counties.", "Hill", "district"),
        ("It rained in Oster, Hill and Lydda counties.", "Lydda", "district"),
        ("It rained in the villages of Hill and Lydda.", "Lydda", "town"),
        ("It rained in the metro Oster counties.", "Oster", None),
        ("It rained in Oster and Lydda.", "Oster", None),
    ],
)
def test_the_kind_is_read_beside_the_name_or_its_enumeration(
    atlas: Gazetteer, text: str, words: str, kind: str | None
) -> None:
    start = text.index(words)
    named = name_place(parse_text(text), (start, start + len(words)), atlas)
    assert named == Named(words=words, kind=kind)


def test_a_name_among_provinces_is_a_province(land: Gazetteer) -> None:
    text = "It rained in Sorn, Oster, Upland and Lowland."
    named = name_place(parse_text(text), (19, 24), land)
    assert named == Named(words="Oster", kind="province")


def test_a_name_behind_a_town_is_no_member_of_an_enumeration(land: Gazetteer) -> None:
    text = "It rained in Lydda, Oster, Upland and Lowland."
    assert name_place(parse_text(text), (20, 25), land).kind is None


@pytest.mark.parametrize(
    ("words", "name"),
    [("W. Oster", "West Oster"), ("Hill Co.", "Hill County"), ("Lydda Twp.", "Lydda Township")],
)
def test_abbreviations_are_spelled_out_where_nobody_has_the_name(
    land: Gazetteer, words: str, name: str
) -> None:
    text = f"He died in {words} on Friday."
    named = name_place(parse_text(text), (11, 11 + len(words)), land)
    assert named.words in (name, name.removeprefix("West "))


def test_an_island_is_not_named_by_its_direction_alone(land: Gazetteer) -> None:
    text = "He died on North Island."
    assert name_place(parse_text(text), (11, 23), land).words == "North Island"


def test_names_are_compared_without_their_kinds() -> None:
    assert strip_kinds("hill county") == {"hill"}
