"""A facility may bear the name of its town; a river or another township does not."""

from pathlib import Path

import pytest
from tests.lexicon.atlas import make_atlas

from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.read.namesakes import find_namesake


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return make_atlas(Path(tmp_path_factory.mktemp("atlas")))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Oster Fire Station", "Oster"),
        ("Hill County Road 4", "Hill County"),
        ("Oster River", None),
        ("Oster Township", None),
        ("Oster", None),
        ("Fort Oster", None),
        ("Oster town square", None),
    ],
)
def test_the_first_words_of_a_facility_may_be_a_place(
    atlas: Gazetteer, words: str, name: str | None
) -> None:
    assert find_namesake(words, atlas) == name
