"""Frames tell which words may be cues, and what they do to what is said."""

from typing import get_args

import pytest
from spacy.tokens import Token

from firsthand.lexicon.tables import load_table
from firsthand.model.attributions import Stance
from firsthand.read.frames import find_frames, is_negated, is_passive_cue
from firsthand.text.parses import parse_text


def find_token(text: str, word: str) -> Token:
    return next(token for token in parse_text(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "kind", "stance"),
    [
        ("She said that he left.", "said", "say", "asserted"),
        ("She denied the claim.", "denied", "deny", "denied"),
        ("She denied the claim.", "claim", "claim", "alleged"),
        ("She is aware of the raid.", "aware", "know", "asserted"),
        ("She is worried about the raid.", "worried", "expect", "predicted"),
        ("She reportedly left.", "reportedly", "claim", "alleged"),
    ],
)
def test_a_cue_has_its_frame(text: str, word: str, kind: str, stance: str) -> None:
    (frame,) = find_frames(find_token(text, word))
    assert (frame.kind, frame.stance) == (kind, stance)


def test_other_words_have_none() -> None:
    assert find_frames(find_token("The bridge fell.", "fell")) == ()


def test_a_noun_is_not_taken_for_its_verb() -> None:
    (frame,) = find_frames(find_token("The report was long.", "report"))
    assert frame.pos == "noun"


def test_a_word_of_two_meanings_has_two_frames() -> None:
    frames = find_frames(find_token("She called for help.", "called"))
    assert [frame.kind for frame in frames] == ["say", "demand"]


def test_a_lemma_cut_too_short_is_mended() -> None:
    (frame,) = find_frames(find_token("Elders hoped to leave the town.", "hoped"))
    assert frame.word == "hope"


def test_not_and_never_negate_a_cue() -> None:
    assert is_negated(find_token("She did not say so.", "say"))
    assert is_negated(find_token("She is not sure about that.", "sure"))
    assert not is_negated(find_token("She said that he did not leave.", "said"))


def test_a_passive_cue_is_told_by_its_auxiliary_or_agent() -> None:
    assert is_passive_cue(find_token("She was quoted yesterday.", "quoted"))
    assert is_passive_cue(find_token("A letter quoted by the agency came.", "quoted"))
    assert not is_passive_cue(find_token("She quoted the letter.", "quoted"))


def test_the_table_is_sound() -> None:
    rows = load_table("frames")
    keys = [(row["word"], row["pos"], row["takes"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert {row["pos"] for row in rows} <= {"verb", "noun", "adj", "adv"}
    assert {row["stance"] for row in rows} <= set(get_args(Stance))
    assert all(row["takes"] or row["pos"] == "adv" for row in rows)


@pytest.mark.parametrize(
    "text",
    ["She was unable to say it.", "She was not able to say it.", "She refused to say it."],
)
def test_what_somebody_cannot_say_is_negated(text: str) -> None:
    assert is_negated(next(token for token in parse_text(text) if token.text == "say"))


def test_a_particle_belongs_to_its_verb() -> None:
    ruled = next(token for token in parse_text("She ruled out that it rained.") if token.i == 1)
    assert [frame.kind for frame in find_frames(ruled)] == ["deny"]
