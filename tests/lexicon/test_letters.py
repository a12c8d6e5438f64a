"""Names without short vowels are read into the spellings that they allow, and no others."""

import pytest

from firsthand.lexicon.letters import read_letters


@pytest.mark.parametrize(
    ("name", "spelling", "fits"),
    [
        ("علي حسيني", "ali hosseini", True),
        ("علي حسني", "ali hassani", True),
        ("علي حسيني", "ali hassani", False),
        ("علي حسني", "ali hosseini", False),
        ("عبد الله صالح", "abdullah saleh", True),
        ("عبد الرحمن خالد", "abdul rahman khaled", True),
        ("محمد صالح", "muhammad salih", True),
        ("محمد صالح", "mahmud saleh", False),
        ("كريم صالح", "karima saleh", False),
        ("דוד כהן", "david kohen", True),
    ],
)
def test_a_name_allows_its_spellings(name: str, spelling: str, fits: bool) -> None:
    pattern = read_letters(name)
    assert pattern is not None
    assert (pattern.fullmatch(spelling) is not None) is fits


def test_a_name_in_other_letters_has_no_pattern() -> None:
    assert read_letters("Ali") is None
