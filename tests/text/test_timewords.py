"""Tests of time words: the rules stand as a linguist would expect them."""

import re

from firsthand.text.timewords import PIECES, RULES


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_every_piece_named_in_a_rule_exists() -> None:
    for rule in RULES:
        for word in re.findall(r"@([a-z]+)", rule.pattern):
            assert any(word.startswith(piece) for piece in PIECES), (rule.name, word)
