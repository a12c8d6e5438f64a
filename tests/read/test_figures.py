"""A number's neighbours tell what happened to as many people, without a tree."""

import pytest

from firsthand.read.figures import find_figures
from firsthand.text.numbers import find_quantities
from firsthand.text.parses import parse_text


def read(text: str) -> list[tuple[str, int | None, str]]:
    figures = find_figures(parse_text(text), find_quantities(text))
    return [(item.outcome, item.quantity.low, text[item.start : item.end]) for item in figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Casualties: 12 killed, 30 injured.", [("killed", 12, "12"), ("injured", 30, "30")]),
        ("5 shot dead in Oster", [("killed", 5, "5")]),
        ("18 shot in Oster", [("injured", 18, "18")]),
        ("30 killed and wounded in Oster.", [("other", 30, "30")]),
        ("“Dozens” of wounded lay there.", [("injured", 12, "Dozens")]),
        ("The death toll rose to 34.", [("killed", 34, "34")]),
        ("The number of wounded rose to 61.", [("injured", 61, "61")]),
        ("Officials raised the toll from 30 to 34.", [("killed", 34, "34")]),
        ("That brings to 12 the number of journalists killed.", [("killed", 12, "12")]),
        (
            "The number of people killed in the shelling of the market in Belmuro rose to 31.",
            [("killed", 31, "31")],
        ),
        (
            "It brings the number of people who have died since the shelling began to 22.",
            [("killed", 22, "22")],
        ),
        ("A clerk put the number killed at 12.", [("killed", 12, "12")]),
        (
            "The ministry put the number of those killed at 14 and the number wounded at 30.",
            [("killed", 14, "14"), ("injured", 30, "30")],
        ),
        ("The count of the dead is now 16.", [("killed", 16, "16")]),
        ("The number of people killed was not known; shops had reopened to 31 customers.", []),
        (
            "On Monday 12 women, all of them nurses, were killed.",
            [("killed", 12, "12 women")],
        ),
        ("31 soldiers killed a farmer.", []),
        ("No deaths were reported.", []),
        ("The town of 40,000 people lies near the border.", []),
    ],
)
def test_a_number_is_read_with_its_neighbours(
    text: str, figures: list[tuple[str, int | None, str]]
) -> None:
    assert read(text) == figures
