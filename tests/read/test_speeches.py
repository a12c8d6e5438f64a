"""Speeches give quotations without a cue to the speaker beside them."""

from firsthand.model.attributions import Attribution
from firsthand.read.attributions import find_attributions
from firsthand.read.speeches import find_speeches
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


def test_a_speaker_goes_on_in_the_same_paragraph() -> None:
    text = "“We saw the soldiers,” said Ilmar Dovan. “They burned the house of my brother.”"
    assert [(speaker, words) for speaker, words, _ in find(text)] == [
        ("Ilmar Dovan", "We saw the soldiers"),
        ("Ilmar Dovan", "They burned the house of my brother."),
    ]


def test_a_speaker_does_not_go_on_over_a_paragraph_of_others() -> None:
    text = (
        "“We saw the soldiers,” said Ilmar Dovan.\n\nThe road was long.\n\n"
        "“Nobody came to help the people of this town.”"
    )
    assert len(find(text)) == 1


def test_words_in_scare_quotes_are_no_speech() -> None:
    text = "“We saw the soldiers,” said Ilmar Dovan. The “line” was crossed."
    assert len(find(text)) == 1


def test_a_quotation_after_a_first_half_is_the_second() -> None:
    text = "“We saw,” Ilmar Dovan whispered, “their faces.”"
    doc = parse_text(text)
    quotations = find_quotations(text)
    first = Attribution(links=(), content=((1, 8),), stance="asserted", kind="say", pattern="own")
    (second,) = find_speeches(doc, quotations, [first])
    assert text[slice(*second.content[0])] == "their faces."
