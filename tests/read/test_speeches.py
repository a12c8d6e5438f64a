"""Speeches give quotations without a cue to the speaker beside them."""

import pytest

from firsthand.model.attributions import Attribution, Link, Manner
from firsthand.read.attributions import find_attributions
from firsthand.read.speeches import join_speeches
from firsthand.text.parses import parse_text
from firsthand.text.quotations import find_quotations


def find(text: str) -> list[tuple[str | None, str, str]]:
    """Return speaker, words and pattern of each saying."""
    return [
        (one.links[-1].speaker, text[slice(*one.content[0])], one.pattern)
        for one in find_attributions(parse_text(text))
    ]


def test_a_label_speaks_the_quotation_after_it() -> None:
    text = "Minister: “We shall not leave this valley to them.”"
    assert find(text) == [
        ("Minister", "We shall not leave this valley to them.", "label before a quotation")
    ]


def test_a_name_after_a_dash_speaks_the_quotation_before_it() -> None:
    text = "“We shall not leave this valley to them.” — Mira Sollen"
    assert find(text) == [
        ("Mira Sollen", "We shall not leave this valley to them.", "name after a quotation")
    ]


def test_a_speaker_goes_on_right_after_the_cue() -> None:
    text = "“We saw the soldiers,” said Ilmar Dovan. “They burned the house of my brother.”"
    (one,) = find_attributions(parse_text(text))
    assert [text[start:end] for start, end in one.content] == [
        "We saw the soldiers",
        "They burned the house of my brother.",
    ]


def test_a_speaker_goes_on_after_other_words_in_a_paragraph() -> None:
    text = (
        "“We saw the soldiers,” said Ilmar Dovan. He lives in Oster. "
        "“They burned the house of my brother.”"
    )
    assert [(speaker, pattern) for speaker, _, pattern in find(text)] == [
        ("Ilmar Dovan", "say verb"),
        ("Ilmar Dovan", "goes on speaking"),
    ]


def test_a_saying_inside_a_quotation_does_not_own_what_follows() -> None:
    text = "“The nurse said no,” said Ilmar Dovan. “She hid in the house of my brother.”"
    speakers = {one.links[-1].speaker: one.content for one in find_attributions(parse_text(text))}
    assert len(speakers["Ilmar Dovan"]) == 2


def test_the_lines_of_a_transcript_have_their_speakers() -> None:
    text = "SOLLEN: Who burned the market?\n\nDOVAN: Soldiers.\n\nSOLLEN: When was that?"
    assert [(speaker, words) for speaker, words, _ in find(text)] == [
        ("SOLLEN", "Who burned the market?"),
        ("DOVAN", "Soldiers."),
        ("SOLLEN", "When was that?"),
    ]


def test_headings_in_capitals_are_no_transcript() -> None:
    assert find("SUBJECT: The road\n\nREF: The market") == []


def test_a_speaker_does_not_go_on_over_a_paragraph_of_others() -> None:
    text = (
        "“We saw the soldiers,” said Ilmar Dovan.\n\nThe road was long.\n\n"
        "“Nobody came to help the people of this town.”"
    )
    assert len(find(text)) == 1


def test_a_quotation_of_several_paragraphs_has_one_speaker() -> None:
    text = "Ilmar Dovan said: “We saw the soldiers.\n\n“They burned the house.”\n\nIt rained."
    (one,) = find_attributions(parse_text(text))
    assert [text[start:end] for start, end in one.content] == [
        "We saw the soldiers.",
        "They burned the house.",
    ]


def test_words_in_scare_quotes_are_no_speech() -> None:
    text = "“We saw the soldiers,” said Ilmar Dovan. The “line” was crossed."
    assert len(find(text)) == 1


def test_a_quotation_after_a_first_half_is_the_second() -> None:
    text = "“We saw,” Ilmar Dovan whispered, “their faces.”"
    doc = parse_text(text)
    first = Attribution(
        links=(make_link(manner="direct"),),
        content=((1, 8),),
        stance="asserted",
        kind="say",
        pattern="own",
    )
    (whole,) = join_speeches(doc, find_quotations(text), [first])
    assert [text[start:end] for start, end in whole.content] == ["We saw,", "their faces."]


def make_link(manner: Manner) -> Link:
    return Link(
        role="speaker",
        speaker=None,
        manner=manner,
        cue=None,
        speaker_span=None,
        cue_span=None,
        pattern="own",
    )


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ilmar Dovan hid. “Nobody came to help us that night.” He wept.", ["Ilmar Dovan"]),
        ("The film opened. “Nobody came to help us that night.” It was long.", []),
        ("Ilmar Dovan hid.\n\n“Nobody came to help us that night.”", []),
    ],
)
def test_a_quotation_without_a_cue_is_of_whom_the_sentence_before_is(
    text: str, speakers: list[str]
) -> None:
    assert [speaker for speaker, _, _ in find(text)] == speakers
