"""Years, ages, distances, dates and labels count nobody."""

import pytest

from firsthand.text.measures import is_measure


@pytest.mark.parametrize(
    ("before", "digits", "after"),
    [
        ("The village lies ", "12", " kilometres from Oster."),
        ("They fired ", "30", " rounds."),
        ("It happened on April ", "8", ", near the mill."),
        ("The ", "31", " March raid"),
        ("In ", "2009", ", soldiers came."),
        ("in ", "2009", " people were killed"),
        ("Jana Orel, ", "34", ", was killed."),
        ("Jana Orel (", "34", ") was killed."),
        ("Jana Orel, ", "34", " and her son were killed."),
        ("children aged ", "3", " to 10"),
        ("children aged 3 to ", "10", " were killed"),
        ("girls, ages 3, 5 and ", "7", ", were hurt"),
        ("on Highway ", "61", " killed two people"),
        ("the ", "400", " block of Mill Street"),
        ("Article ", "3", " was quoted"),
        ("by ", "6", " p.m. the raid was over"),
    ],
)
def test_what_measures_or_labels_is_no_count(before: str, digits: str, after: str) -> None:
    assert is_measure(digits, int(digits), before, after)


@pytest.mark.parametrize(
    ("before", "digits", "after"),
    [
        ("They killed ", "12", " villagers."),
        ("The shelling killed ", "2009", " people"),
        ("In Oster, ", "14", ", including a nurse, were killed"),
        ("On Friday, ", "14", " were killed."),
        ("By 6 p.m. ", "17", " bodies lay in the yard."),
        ("near Camp Five ", "31", " people were killed"),
    ],
)
def test_what_counts_people_is_kept(before: str, digits: str, after: str) -> None:
    assert not is_measure(digits, int(digits), before, after)


def test_an_age_in_words_is_no_count() -> None:
    assert is_measure("five", 5, "a boy aged ", " was hurt")
