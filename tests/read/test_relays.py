"""Relays are outlets and agencies through which words reach a report."""

import pytest
from spacy.tokens import Token

from firsthand.read.relays import find_relay, find_relays, is_outlet
from firsthand.text.parses import parse_text


def find_token(text: str, word: str) -> Token:
    return next(token for token in parse_text(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("She told the Tavarra Daily that it rained.", "Daily", True),
        ("She told a newspaper that it rained.", "newspaper", True),
        ("She told her brother that it rained.", "brother", False),
        ("She told Mira Sollen that it rained.", "Sollen", False),
    ],
)
def test_an_outlet_is_told_by_its_name(text: str, word: str, expected: bool) -> None:
    assert is_outlet(find_token(text, word)) is expected


def test_the_outlet_that_was_told_is_a_relay() -> None:
    found = find_relay(find_token("She told the Tavarra Daily that it rained.", "told"))
    assert found is not None
    assert found.text == "Daily"
    assert find_relay(find_token("She told her brother that it rained.", "told")) is None


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "relay"),
    [
        ("A cable obtained by Belmuro Radio said it rained.", "said", "cable", "Radio"),
        ("Officials quoted by Belmuro Radio said it rained.", "said", "Officials", "Radio"),
    ],
)
def test_who_hands_on_a_document_is_a_relay(text: str, cue: str, speaker: str, relay: str) -> None:
    doc = parse_text(text)
    tokens = {token.text: token for token in doc}
    (found,) = find_relays(tokens[cue], tokens[speaker])
    assert (found.head.text, found.pattern) == (relay, "handed on by")


def test_who_releases_people_hands_nothing_on() -> None:
    tokens = {token.text: token for token in parse_text("Prisoners released by the army spoke.")}
    assert list(find_relays(tokens["spoke"], tokens["Prisoners"])) == []
