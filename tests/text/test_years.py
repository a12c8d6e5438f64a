"""A date without a year means the one its words, its weekday or the tense point to."""

from datetime import date

import pytest

from firsthand.text.dates import find_expressions
from firsthand.text.intervals import Tense
from firsthand.text.years import infer_year

# A Friday.
PUBLISHED = date(2011, 4, 8)


def infer(words: str, tense: Tense | None = "past") -> int:
    (expression,) = find_expressions(words)
    return infer_year(expression, PUBLISHED, tense)[0]


@pytest.mark.parametrize(
    ("words", "tense", "year"),
    [
        ("on July 4", "past", 2010),
        ("on July 4", "future", 2011),
        ("on July 4", None, 2011),
        ("on March 3", "past", 2011),
        ("on March 3", "future", 2012),
        ("in December", "past", 2010),
        ("last April", "past", 2010),
        ("next May", "past", 2011),
        ("June last year", "past", 2010),
    ],
)
def test_the_tense_and_the_words_decide(words: str, tense: Tense | None, year: int) -> None:
    assert infer(words, tense) == year


def test_the_weekday_decides_before_the_tense() -> None:
    assert infer("Saturday, April 9") == 2011
    assert infer("Friday, April 9") == 2010


def test_what_has_happened_is_never_ahead() -> None:
    assert infer("on April 20") == 2010
