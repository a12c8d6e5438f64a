"""Full names meet across spellings and scripts; names merely alike do not."""

import pytest

from firsthand.link.spellings import find_likeness, find_spellings, is_latin


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Sera Lunde", "Séra Lunde", "same name"),
        ("Hassan Jaburi", "Hasan Jabouri", "other spelling, same name"),
        ("Олексій Горвенко", "Oleksii Horvenko", "other script, same name"),
        ("محمد الجبوري", "Dr Mohammed al-Jabouri", "other script, same name"),
        ("Γιώργος Ιωάννου", "Giorgos Ioannou", "other script, same name"),
        ("محمد الجبوري", "Mahmud Jabouri", None),
        ("Ali Hosseini", "Ali Hassani", None),
        ("Lunde", "Lunde", None),
        ("حسن", "Hassan", None),
    ],
)
def test_a_likeness_has_its_reason(one: str, other: str, likeness: str | None) -> None:
    assert find_likeness(one, other) == likeness
    assert find_likeness(other, one) == likeness


def test_a_name_that_fits_two_people_fits_neither() -> None:
    # The letters do not tell Jabri from Jabari.
    assert list(find_spellings(["علي جبري", "Ali Jabri", "Ali Jubari"])) == []
    assert list(find_spellings(["علي جبري", "Ali Jabri"])) == [("علي جبري", "Ali Jabri")]


def test_latin_letters_with_marks_are_latin() -> None:
    assert is_latin("sera lunde")
    assert not is_latin("حسن")
