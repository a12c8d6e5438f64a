"""What was prevented did not happen; what somebody failed to prevent did."""

import pytest

from firsthand.read.preventions import judge_prevention
from firsthand.text.parses import parse_text


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("The army averted an attack on the dam.", "attack", "denied"),
        ("The attack on the dam was thwarted.", "attack", "denied"),
        ("The truce prevented the army from shelling the town.", "shelling", "denied"),
        ("Police foiled a plot to bomb the market.", "bomb", "denied"),
        ("Guards came to prevent attacks on the camp.", "attacks", "predicted"),
        ("The wall would prevent attacks on the camp.", "attacks", "predicted"),
        ("The army must prevent attacks on the camp.", "attacks", "demanded"),
        ("The police failed to prevent the massacre.", "massacre", None),
        ("The police did not prevent the massacre.", "massacre", None),
        ("The police could have prevented the massacre.", "massacre", None),
        ("The police stopped the shelling.", "shelling", None),
    ],
)
def test_what_was_prevented_did_not_happen(text: str, word: str, stance: str | None) -> None:
    doc = parse_text(text)
    assert judge_prevention(next(token for token in doc if token.text == word)) == stance
