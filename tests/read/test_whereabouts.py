"""A report says right beside a name in which province or country it lies."""

from pathlib import Path

import pytest
from tests.lexicon.atlas import make_atlas

from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.read.whereabouts import find_stated
from firsthand.text.parses import parse_text


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return make_atlas(Path(tmp_path_factory.mktemp("atlas")))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Oster, Luskaria", "XL"),
        ("Oster in the western Velda province", "XL.02"),
        ("Oster in northern Luskaria", "XL"),
        ("Oster", None),
        ("Oster, Tavarra", None),
    ],
)
def test_the_words_behind_a_name_state_its_place(
    atlas: Gazetteer, text: str, code: str | None
) -> None:
    found = {code for _, code in find_stated(parse_text(text), atlas, [(0, 5)])}
    assert found == ({code} - {None})
