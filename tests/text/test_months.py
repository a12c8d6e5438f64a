"""Tests of months: how English spells those of the Hijri and the Jalali calendar."""

import pytest

from firsthand.text.dates import find_expressions


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("3 Moharram 1440", 1, 3),
        ("1 Rabi II 1440", 4, 1),
        ("2 Rabi al-Thani 1440", 4, 2),
        ("3 Jumada al-Ula 1441", 5, 3),
        ("3 Jumada II 1441", 6, 3),
        ("14 Sha’ban 1445", 8, 14),
        ("9 Dhul-Hijjah 1444", 12, 9),
        ("9 Zilhaj 1444", 12, 9),
        ("22 Ordibehesht 1399", 2, 22),
        ("Tir 4, 1399", 4, 4),
    ],
)
def test_spellings_of_a_month_are_one(text: str, month: int, day: int) -> None:
    (found,) = find_expressions(text)
    assert (found.month, found.day) == (month, day)


@pytest.mark.parametrize("text", ["Ramadan Sello was shot.", "Mehr News said so.", "A dey passed."])
def test_names_of_people_and_agencies_are_no_months(text: str) -> None:
    assert find_expressions(text) == ()
