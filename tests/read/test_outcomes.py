"""Words of harm are found with the heads of those whom they befell."""

import pytest

from firsthand.read.outcomes import find_harms
from firsthand.text.parses import parse_text


def read(text: str) -> set[tuple[str, str]]:
    return {
        (harm.outcome, head.text) for harm in find_harms(parse_text(text)) for head in harm.harmed
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Police shot and killed a man and wounded his wife.",
            {("killed", "man"), ("injured", "wife")},
        ),
        ("A man was fatally stabbed.", {("killed", "man")}),
        ("A man was stabbed.", {("injured", "man")}),
        ("Three men were beaten to death.", {("killed", "men")}),
        ("Three men were beaten.", set()),
        (
            "One killed and three medics injured in Oster.",
            {("killed", "One"), ("injured", "medics")},
        ),
        ("Omar was captured in a video.", set()),
        ("Soldiers shot at two men.", set()),
    ],
)
def test_a_harm_has_its_outcome_and_those_it_befell(text: str, found: set[tuple[str, str]]) -> None:
    assert read(text) == found


def test_what_is_only_tried_is_not_real() -> None:
    (harm,) = find_harms(parse_text("They tried to kidnap a judge."))
    assert not harm.real


def test_a_denied_harm_is_negated() -> None:
    (harm,) = find_harms(parse_text("The man was not hurt."))
    assert harm.negated


def test_nobody_dies_of_an_attempt() -> None:
    assert list(find_harms(parse_text("Gunmen tried to kill two judges."))) == []
