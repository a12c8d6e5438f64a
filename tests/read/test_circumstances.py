"""A claim gets the time and place of its own words, or none."""

import pytest

from firsthand.model.places import Place
from firsthand.model.times import TimeSpan
from firsthand.read.circumstances import choose_place, choose_time, is_where
from firsthand.read.times import find_times
from firsthand.text.parses import parse_text


def span_of(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def make_place(text: str, words: str) -> Place:
    start, end = span_of(text, words)
    return Place(
        name=words,
        text=words,
        start=start,
        end=end,
        latitude=None,
        longitude=None,
        precision="unknown",
        country=None,
        geonames=None,
        site=None,
        reason="made for this test",
    )


def choose_when(text: str, trigger: str, told: str | None = None) -> str | None:
    times = find_times(parse_text(text), "2011-04-08")
    part = span_of(text, told or text)
    time: TimeSpan | None = choose_time(parse_text(text), times, span_of(text, trigger), [part])
    return time.text if time else None


def choose_where(text: str, trigger: str, *names: str) -> str | None:
    places = [make_place(text, name) for name in names]
    part = (0, len(text))
    place = choose_place(parse_text(text), places, span_of(text, trigger), [part])
    return place.name if place else None


def test_the_time_that_hangs_on_the_act_is_its_own() -> None:
    text = "Shells fell on Monday before the mayor fled on Tuesday."
    assert choose_when(text, "fell") == "Monday"
    assert choose_when(text, "fled") == "Tuesday"


def test_a_lone_time_of_the_sentence_is_taken() -> None:
    text = "In July 2009, the mayor recalled, soldiers fired at the crowd."
    assert choose_when(text, "fired") == "July 2009"


def test_a_time_of_another_sentence_is_not_taken() -> None:
    assert choose_when("It rained on Monday. Soldiers fired.", "fired") is None


def test_the_time_of_a_saying_is_the_speakers() -> None:
    text = "The mayor said on Monday that soldiers had fired."
    assert choose_when(text, "fired", "that soldiers had fired") is None


def test_the_place_that_hangs_on_the_act_is_its_own() -> None:
    text = "Shells fell in Oster while the council met in Belmuro."
    assert choose_where(text, "fell", "Oster", "Belmuro") == "Oster"
    assert choose_where(text, "met", "Oster", "Belmuro") == "Belmuro"


def test_of_two_places_that_hang_on_nothing_none_is_taken() -> None:
    text = "The mayor of Oster and the mayor of Belmuro say that soldiers fired."
    assert choose_where(text, "fired", "Oster", "Belmuro") is None


def test_a_name_that_says_whose_is_not_where() -> None:
    text = "Oster police fired in Belmuro."
    doc = parse_text(text)
    assert not is_where(doc, span_of(text, "Oster"))
    assert is_where(doc, span_of(text, "Belmuro"))


def test_words_outside_the_text_have_no_circumstances() -> None:
    with pytest.raises(ValueError, match="outside"):
        is_where(parse_text("Soldiers fired."), (40, 44))


def test_when_tells_the_same_event() -> None:
    text = "Nine people were killed and dozens wounded when shells struck the market in Oster."
    assert choose_where(text, "killed", "Oster") == "Oster"
    text = "Soldiers entered Oster on Monday, killing two people, while others fled to Belmuro."
    assert choose_when(text, "killing") == "Monday"
    assert choose_where(text, "killing", "Oster", "Belmuro") == "Oster"


def test_how_long_is_not_when() -> None:
    assert choose_when("The army has surrounded the town for three weeks.", "surrounded") is None


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Shells were fired from Oster.", False),
        ("The shells came from the direction of Oster.", False),
        ("Soldiers abducted two men from Oster.", True),
        ("The sanctions against Oster were lifted.", False),
        ("The shelling of Oster went on.", True),
    ],
)
def test_where_it_came_from_is_not_where_it_happened(text: str, is_there: bool) -> None:
    assert is_where(parse_text(text), span_of(text, "Oster")) is is_there


def test_the_narrower_of_two_times_is_when() -> None:
    text = "The rebels today carried out their sixth attack this year on the town."
    assert choose_when(text, "attack") == "today"


def test_a_clause_after_as_shares_the_place_of_its_main_clause() -> None:
    text = "The rule was applied in Oster as a cruel governor attacked the villages."
    assert choose_where(text, "attacked", "Oster") == "Oster"


def test_what_was_days_before_something_does_not_date_it() -> None:
    text = "The list came on 26 February, five days before shells hit the market."
    assert choose_when(text, "hit") is None
    assert choose_when("He died on Monday, two days after he was shot.", "shot") is None
    assert choose_when("He died on Monday, two days after he was shot.", "died") == "Monday"
