"""Names of one actor come together with a reason; names of two stay apart."""

import pytest

from firsthand.read.aliases import group_names
from firsthand.read.kinds import Named
from firsthand.read.mentions import find_names
from firsthand.text.parses import parse_text


def group(text: str) -> list[set[str]]:
    doc = parse_text(text)
    groups: dict[int, set[str]] = {}
    for alias in group_names(doc, find_names(doc)):
        groups.setdefault(alias.group, set()).add(alias.named.text)
    return list(groups.values())


@pytest.mark.parametrize(
    ("text", "together"),
    [
        (
            "Tarik al-Samiri spoke on Monday. Mr Sameri did not say who fired.",
            {"Tarik al-Samiri", "Sameri"},
        ),
        ("Martin Weller was in Lima. Weller asked for patience.", {"Martin Weller", "Weller"}),
        (
            "The Free Lantern Movement (FLM) denied it. The FLM said soldiers fired.",
            {"Free Lantern Movement", "FLM"},
        ),
        ("The US said nothing. The United States had known.", {"US", "United States"}),
        ("The US said nothing. The USG had known.", {"US", "USG"}),
        (
            "Peru denied it. The Peruvian government had sent troops.",
            {"Peru", "Peruvian government"},
        ),
        (
            "The Halveth Council denied it. The Council said soldiers fired.",
            {"Halveth Council", "Council"},
        ),
        ("The United Nations left. The UN had two guards.", {"United Nations", "UN"}),
        ("The Taliban denied it. The Taleban fled.", {"Taliban", "Taleban"}),
        (
            "The Free Lantern Movement (Spanish acronym: MLL) met. The MLL denied it.",
            {"Free Lantern Movement", "MLL"},
        ),
        (
            "The Free Lantern Movement, known by its Spanish initials MLL, met. The MLL left.",
            {"Free Lantern Movement", "MLL"},
        ),
        (
            "Tavarra Mining said nothing. Tavarra Mining Corporation owns the road.",
            {"Tavarra Mining", "Tavarra Mining Corporation"},
        ),
        (
            "The Peruvian National Guard fired. The National Guard denied it.",
            {"Peruvian National Guard", "National Guard"},
        ),
        (
            "The Ministry of Fisheries met. The Fisheries Ministry gave no date.",
            {"Ministry of Fisheries", "Fisheries Ministry"},
        ),
        ("Tavarra Ltd said so. Tavarra denied the rest.", {"Tavarra Ltd", "Tavarra"}),
        ('Orlan "Tavi" Vesk fled. Tavi Vesk was shot.', {'Orlan "Tavi" Vesk', "Tavi Vesk"}),
        (
            "Soldiers stormed Camp Lydda. Lydda has no clinic. Camp Lydda is closed.",
            {"Camp Lydda", "Lydda"},
        ),
    ],
)
def test_names_of_one_actor_come_together(text: str, together: set[str]) -> None:
    assert any(together <= names for names in group(text)), group(text)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ali Hosseini was killed. Ali Hassani was injured.", "Ali Hosseini", "Ali Hassani"),
        (
            "Peruvian forces fired. The Peruvian government denied it.",
            "Peruvian forces",
            "Peruvian government",
        ),
        ("US forces left. Peruvian forces came.", "US forces", "Peruvian forces"),
        ("Reuters/AFP reported it.", "Reuters", "AFP"),
        ("Mrs Vesk wept. Colonel Orlan Vesk left.", "Vesk", "Orlan Vesk"),
        ("Belmuro was shelled. Belmuro United played.", "Belmuro", "Belmuro United"),
        (
            "The Justice Party left. The Social Justice Party stayed.",
            "Justice Party",
            "Social Justice Party",
        ),
        ("OSTER (Tavarra Wire) - Shells fell in Oster.", "OSTER", "Tavarra Wire"),
        ("Lena Moraz fled. Moraz wept. Jon Moraz was killed.", "Lena Moraz", "Jon Moraz"),
    ],
)
def test_names_of_two_actors_stay_apart(text: str, one: str, other: str) -> None:
    assert not any({one, other} <= names for names in group(text)), group(text)


def test_a_last_name_that_two_people_share_is_given_to_neither() -> None:
    found = group("Orlan Vesk was killed. Tavi Vesk was injured. Mr Vesk was buried.")
    assert {"Vesk"} in found


def test_every_name_says_why_it_belongs() -> None:
    doc = parse_text("Martin Weller was in Lima. Weller asked for patience.")
    reasons = {alias.named.text: alias.reason for alias in group_names(doc, find_names(doc))}
    assert reasons["Weller"] == "part of “Martin Weller”"


def test_a_place_has_its_spellings() -> None:
    text = "Shells fell on Gharvilah and on Garvilah."
    names = [
        Named(text=word, start=text.index(word), end=text.index(word) + len(word), type="place")
        for word in ("Gharvilah", "Garvilah")
    ]
    one, other = group_names(parse_text(text), names)
    assert one.group == other.group
    assert other.reason == "spelling of “Gharvilah”"
