"""Cues tell what they do to what is said, and where they say nothing."""

import pytest
from spacy.tokens import Token

from firsthand.read.cues import find_role, is_no_saying, judge_cue, may_end_before
from firsthand.read.frames import find_frames
from firsthand.read.speakers import find_speaker
from firsthand.text.parses import parse_text


def find_token(text: str, word: str) -> Token:
    return next(token for token in parse_text(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("She said that it rained.", "said", "asserted"),
        ("She wrongly said that it rained.", "said", "denied"),
        ("She did not say that it rained.", "say", "alleged"),
        ("She denied allegations that soldiers burned it.", "allegations", "denied"),
        ("She repeated allegations that soldiers burned it.", "allegations", "alleged"),
        ("She ruled out that soldiers burned it.", "ruled", "denied"),
        ("There is no evidence that soldiers burned it.", "evidence", "alleged"),
        ("The court acquitted the guard of burning it.", "acquitted", "denied"),
    ],
)
def test_a_cue_does_something_to_what_is_said(text: str, word: str, stance: str) -> None:
    cue = find_token(text, word)
    assert judge_cue(cue, find_frames(cue)[0]) == stance


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The attack recalls the raid on Oster.", "recalls", True),
        ("The widow recalls the raid on Oster.", "recalls", False),
        ("The boat reported missing in May was found.", "reported", True),
        ("Anyone says that it rained.", "says", True),
        ("It rained, she said, citing residents.", "citing", True),
        ("She urged the mayor to admit that it rained.", "admit", True),
        ("She wants to admit that it rained.", "admit", False),
        ("An anti-Oster super PAC called Our Rivers is ramping up its work.", "called", True),
        ("Asked about the raid, the mayor said no.", "Asked", True),
        ("Asked to describe the raid, the mayor said no.", "describe", True),
        ("It is too early to tell whether it rained.", "tell", True),
        ("It was not able to confirm that it rained.", "confirm", False),
    ],
)
def test_some_words_say_nothing(text: str, word: str, expected: bool) -> None:
    cue = find_token(text, word)
    assert is_no_saying(cue, find_speaker(cue)) is expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Oster Daily quoted the mayor as saying that it rained.", "relay"),
        ("The minister quoted the mayor as saying that it rained.", "speaker"),
    ],
)
def test_an_outlet_that_quotes_passes_on(text: str, role: str) -> None:
    cue = find_token(text, "quoted")
    assert find_role(cue, find_speaker(cue)) == role


def test_a_quotation_before_belongs_to_the_outer_cue_or_to_somebody_before() -> None:
    text = "“The road is shut,” the mayor said, adding that it rained."
    quoted = (1, text.index(",”") + 1)
    assert may_end_before(find_token(text, "said"), quoted)
    assert not may_end_before(find_token(text, "adding"), quoted)
    ended = "It was “pure terror.” Dovan said that it rained."
    assert not may_end_before(find_token(ended, "said"), (8, ended.index("”")))


def test_names_confirmed_say_nothing_themselves() -> None:
    verb = find_token("There were 19 dead, names of eleven confirmed.", "confirmed")
    assert is_no_saying(verb, find_speaker(verb))
