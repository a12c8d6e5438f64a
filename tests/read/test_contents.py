"""Contents are the words a cue governs, without speaker and cue."""

import pytest
from spacy.tokens import Token

from firsthand.read.contents import (
    cut_out,
    find_content,
    find_head_content,
    find_passive_content,
    sentence_content,
)
from firsthand.read.frames import find_frames
from firsthand.text.parses import parse_text


def find_token(text: str, word: str) -> Token:
    return next(token for token in parse_text(text) if token.text == word)


def quote(text: str, parts: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in parts)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("She said the road was closed.", "said", "the road was closed"),
        ("She denied ordering the raid.", "denied", "ordering the raid"),
        ("She urged them to leave the town.", "urged", "to leave the town"),
        ("She described the raid as a mistake.", "described", "the raid as a mistake"),
        ("She condemned the raid on Oster.", "condemned", "the raid on Oster"),
        ("She called for a ceasefire.", "called", "a ceasefire"),
        ("She called the raid a mistake.", "called", "the raid a mistake"),
        ("Footage shows soldiers in the market.", "shows", "soldiers in the market"),
        ("She did not say when they would leave.", "say", "when they would leave"),
        ("She accused the army of lying.", "accused", "lying"),
        ("They heard reports of shelling.", "reports", "shelling"),
        ("She rejected the claim.", "rejected", "the claim"),
        ("They read the plan, which the council rejected.", "rejected", "the plan"),
    ],
)
def test_a_content_stands_where_its_frame_says(text: str, cue: str, content: str) -> None:
    token = find_token(text, cue)
    found = [find_content(token, frame) for frame in find_frames(token)]
    assert [quote(text, parts) for parts in found if parts] == [content]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("It was announced that the road was closed.", "announced", "the road was closed"),
        ("The raid was condemned by elders.", "condemned", "The raid"),
        ("The colonel was accused of lying.", "accused", "lying"),
        ("The colonel was believed to be abroad.", "believed", "The colonel … to be abroad"),
    ],
)
def test_a_passive_turns_its_frame_around(text: str, cue: str, content: str) -> None:
    token = find_token(text, cue)
    (frame,) = find_frames(token)
    assert quote(text, find_passive_content(token, frame)) == content


def test_who_asks_not_to_be_named_tells_nothing() -> None:
    token = find_token("She asked not to be named.", "asked")
    (frame,) = find_frames(token)
    assert find_content(token, frame) == ()


def test_a_cue_put_into_a_clause_says_the_clause() -> None:
    text = "The road, she said, was closed."
    assert quote(text, find_head_content(find_token(text, "said"))) == "The road … was closed"


@pytest.mark.parametrize(
    ("text", "word", "content"),
    [
        ("As elders noted, the road was closed.", "noted", "the road was closed"),
        ("Roads closed, elders said.", "said", "Roads closed"),
    ],
)
def test_a_cue_beside_a_clause_says_the_clause(text: str, word: str, content: str) -> None:
    assert quote(text, find_head_content(find_token(text, word))) == content


def test_speaker_and_cue_are_cut_out() -> None:
    text = "The road, she said, was closed"
    assert quote(text, cut_out([(0, len(text))], [(10, 18)], text)) == "The road … was closed"


def test_mere_marks_are_no_content() -> None:
    assert cut_out([(0, 3)], [], " ,”") == ()


def test_a_sentence_is_given_without_its_source() -> None:
    text = "According to her, the road was closed. She left."
    sentence = next(iter(parse_text(text).sents))
    assert quote(text, sentence_content(sentence, [(0, 16)])) == "the road was closed."


@pytest.mark.parametrize(
    ("text", "word", "content"),
    [
        ("He accused the guards of burning it.", "accused", "burning it"),
        (
            "A claim by the army that rebels had burned the mill is false.",
            "claim",
            "rebels had burned the mill",
        ),
        ("Doctors put the toll at 41.", "put", "the toll at 41"),
        ("Doctors put the lives of many at risk.", "put", ""),
        ("He insists that it rained.", "insists", "it rained"),
    ],
)
def test_what_hangs_on_another_word_is_found(text: str, word: str, content: str) -> None:
    cue = find_token(text, word)
    found = (find_content(cue, frame) for frame in find_frames(cue))
    assert quote(text, next((parts for parts in found if parts), ())) == content


def test_the_first_of_two_sayings_is_not_said_by_the_second() -> None:
    text = "The army says it hit a depot; villagers insist the bomb hit a school."
    cue = find_token(text, "insist")
    assert quote(text, find_content(cue, find_frames(cue)[0])) == "the bomb hit a school"


def test_who_is_posted_somewhere_says_nothing() -> None:
    doc = parse_text("Guards were posted to prevent an attack.")
    (frame,) = find_frames(doc[2])
    assert find_passive_content(doc[2], frame) == ()
