"""Relays are outlets and agencies through which words reach a report."""

import pytest
from spacy.tokens import Token

from firsthand.read.relays import find_cited, find_relays, is_outlet
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


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "relay", "pattern"),
    [
        ("She told the Tavarra Daily that it rained.", "told", "She", "Daily", "told to"),
        ("She told the station Al-Nasim that it rained.", "told", "She", "Nasim", "told to"),
        ("Speaking to Belmuro Radio, she said it rained.", "said", "she", "Radio", "speaking to"),
        (
            "She said in an interview with Belmuro Radio that it rained.",
            "said",
            "She",
            "Radio",
            "interview with",
        ),
        (
            "She said in a letter seen by the Oster Globe that it rained.",
            "said",
            "She",
            "Globe",
            "handed on by",
        ),
        (
            "Farmers interviewed by the Oster Globe said it rained.",
            "said",
            "Farmers",
            "Globe",
            "handed on by",
        ),
        (
            "Belmuro Radio aired a recording in which she said it rained.",
            "said",
            "she",
            "Radio",
            "published",
        ),
    ],
)
def test_through_whom_words_came_is_a_relay(
    text: str, cue: str, speaker: str, relay: str, pattern: str
) -> None:
    tokens = {token.text: token for token in parse_text(text)}
    (found,) = find_relays(tokens[cue], tokens[speaker])
    assert (found.head.text, found.pattern) == (relay, pattern)


def test_whoever_else_is_told_is_no_relay() -> None:
    tokens = {token.text: token for token in parse_text("She told her brother that it rained.")}
    assert list(find_relays(tokens["told"], tokens["She"])) == []


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "cited"),
    [
        ("It rained, the mayor said, citing farmers.", "said", "mayor", "farmers"),
        ("The mayor, quoting farmers, said it rained.", "said", "mayor", "farmers"),
        ("Citing farmers, the mayor said it rained.", "said", "mayor", "farmers"),
        ("The mayor said that it rained, citing farmers.", "said", "mayor", "farmers"),
    ],
)
def test_whom_a_speaker_cites_is_found(text: str, cue: str, speaker: str, cited: str) -> None:
    tokens = {token.text: token for token in parse_text(text)}
    found = find_cited(tokens[cue], tokens[speaker])
    assert found is not None
    assert found.head.text == cited


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
