"""Sentences judge or plead by the sum of their signs; a testimony reports."""

import pytest

from firsthand.lexicon.tables import load_table
from firsthand.read.opinions import OPINION, is_opinion, look_up, measure_opinion
from firsthand.text.parses import parse_text


def measure(text: str) -> int:
    return measure_opinion(parse_text(text)[:])


@pytest.mark.parametrize(
    "text",
    [
        "This shameful silence must end!",
        "Nothing is ever really done about such deaths.",
        "But it is a hollow promise.",
        "The best that can be said of the plan is that it may be short.",
        "Perhaps the council is too timid to ask.",
        "This is not a plan but a wish.",
        "I doubt that the council is able to protect anyone.",
        "Imagine a river without a bridge.",
        "The so-called “peace column” is a farce.",
        "We should not look away.",
    ],
)
def test_a_sentence_that_judges_pleads_or_muses_is_an_opinion(text: str) -> None:
    assert is_opinion(parse_text(text)[:])


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in the town of Oster on Monday.",
        "The mayor said that it was a shameful silence.",
        "“It is a shameful silence,” he said in May.",
        "According to the Oster clinic, the wounds were terrible.",
        "Two of the nine dead were brothers from Belmuro.",
    ],
)
def test_a_report_is_no_opinion_whatever_it_quotes(text: str) -> None:
    assert not is_opinion(parse_text(text)[:])


@pytest.mark.parametrize(
    "text",
    [
        "I saw my brother on the ground and I ran to him.",
        "They beat us for three days and we could not sleep.",
        "My mother wept and I was afraid that they would kill her too.",
        "We were tortured in the cellar of the mill.",
        "I had never seen so much blood.",
        "The soldiers laughed at us and we walked home.",
        "I still hear my son when I pass the mill.",
        "It was terrible, my children screamed.",
    ],
)
def test_a_testimony_is_no_opinion(text: str) -> None:
    assert not is_opinion(parse_text(text)[:])


def test_signs_of_opinion_add_up() -> None:
    plain, judging, pleading = (
        measure(text)
        for text in (
            "Nine people died.",
            "It is a shameful silence.",
            "We must end this shameful silence!",
        )
    )
    assert plain == 0
    assert OPINION <= judging < pleading


def test_a_judgement_that_somebody_is_quoted_with_weighs_less_than_the_writers_own() -> None:
    assert measure("“It is a shameful silence,” he said.") < measure("It is a shameful silence.")


def test_words_are_found_by_form_or_lemma() -> None:
    doc = parse_text("The lies of the council seem shameful.")
    assert [look_up(token) for token in doc if look_up(token)] == ["opinion", "tone", "opinion"]


def test_every_word_of_opinion_is_listed_once_with_its_kind() -> None:
    rows = load_table("opinions")
    words = [row["word"] for row in rows]
    assert len(words) == len(set(words))
    assert {row["kind"] for row in rows} == {"opinion", "loaded", "slant", "tone"}
