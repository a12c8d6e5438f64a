"""Labels name who speaks in a headline or a transcript."""

import pytest

from firsthand.read.labels import find_labelled_lines, make_speech
from firsthand.text.parses import parse_text


def find(text: str) -> list[tuple[str | None, str]]:
    found = find_labelled_lines(parse_text(text))
    return [
        (item.links[0].speaker, " … ".join(text[start:end] for start, end in item.content))
        for item in found
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Oster mayor: soldiers burned a mill", "Oster mayor"),
        ("President Ilmar Dovan: soldiers burned a mill", "President Ilmar Dovan"),
        ("Witnesses: 12 dead in Oster", "Witnesses"),
        ("Soldiers burned a mill - army spokesman", "army spokesman"),
    ],
)
def test_a_headline_names_its_speaker(text: str, speaker: str) -> None:
    ((named, told),) = find(text)
    assert named == speaker
    assert told in text


@pytest.mark.parametrize(
    "text",
    [
        "Oster: soldiers burned a mill",
        "Correction: soldiers did not burn a mill",
        "OSTER, May 3 (Coast Wire) - Soldiers burned a mill.",
        "Spokesman: Ilmar Dovan",
    ],
)
def test_a_topic_or_a_place_is_no_speaker(text: str) -> None:
    assert find(text) == []


def test_questions_and_answers_have_their_speakers() -> None:
    text = "Question: Who burned it?\n\nGeneral Dovan: Soldiers did."
    assert find(text) == [(None, "Who burned it?"), ("General Dovan", "Soldiers did.")]


def test_an_unnamed_answer_is_somebody_s() -> None:
    assert find("Q: Who burned it?\nA: Soldiers did.")[1] == (None, "Soldiers did.")


def test_a_speech_keeps_its_words() -> None:
    speech = make_speech(parse_text("Mayor: it rained"), (0, 5), (7, 16), "label")
    assert (speech.links[0].speaker, speech.links[0].manner) == ("Mayor", "direct")
