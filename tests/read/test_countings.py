"""Who gives a figure of their own is its first speaker, wherever the sentence has them."""

import pytest

from firsthand.read.attributions import find_attributions
from firsthand.read.countings import drop_own_countings, find_counted, find_figure, find_tally
from firsthand.text.parses import parse_text

JOINED = (
    "The Norvane Monitor says that 24 people were killed, all of them porters, "
    "and the District Hospital has registered 22 deaths."
)


def list_sayings(text: str) -> list[tuple[str | None, str]]:
    return [
        (item.links[-1].speaker, " … ".join(text[start:end] for start, end in item.content))
        for item in find_attributions(parse_text(text))
    ]


def test_a_toll_is_put_at_a_number() -> None:
    doc = parse_text("Doctors put the toll at 41.")
    assert [token.text for token in find_figure(doc[1])] == ["toll", "at"]
    assert list(find_counted(doc[1], frozenset({"clause", "tally"}))) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The clinic has registered 22 deaths.", ("The clinic", "22 deaths")),
        ("A nurse counted nine bodies.", ("A nurse", "nine bodies")),
        (
            "The Monitor documented the deaths of 19 porters.",
            ("The Monitor", "the deaths of 19 porters"),
        ),
    ],
)
def test_who_counts_the_dead_is_the_first_speaker(text: str, said: tuple[str, str]) -> None:
    assert list_sayings(text) == [said]


@pytest.mark.parametrize("text", ["The clinic registered 22 patients.", "He recorded a song."])
def test_other_counts_are_no_tally(text: str) -> None:
    assert not any(list(find_tally(token)) for token in parse_text(text))


def test_a_hospital_joined_by_and_speaks_for_itself() -> None:
    assert ("the District Hospital", "22 deaths") in list_sayings(JOINED)
    told = drop_own_countings(list(parse_text(JOINED))[5:])
    assert [token.text for token in told][-3:] == ["them", "porters", ","]


def test_what_somebody_says_had_been_counted_is_theirs() -> None:
    text = "The mayor said that 12 people were killed, and the clinic had counted nine bodies."
    words = list(parse_text(text))
    assert drop_own_countings(words) == words
