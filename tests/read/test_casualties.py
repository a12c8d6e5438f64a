"""Counts are found with the bounds, outcome, status and group that their words state."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model.casualties import Casualties
from firsthand.read.casualties import find_casualties
from firsthand.text.parses import parse_text

Told = tuple[str, int | None, int | None, str]


def read(text: str) -> tuple[Casualties, ...]:
    counts = find_casualties(parse_text(text), "r")
    assert all(text[count.start : count.end] == count.text for count in counts)
    return counts


def tell(text: str) -> list[Told]:
    return [(count.outcome, count.low, count.high, count.text) for count in read(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "At least 31 porters have been shot dead.",
            ("killed", 31, None, "At least 31 porters"),
        ),
        ("Up to 40 miners were killed.", ("killed", None, 40, "Up to 40 miners")),
        ("More than 30 people were injured.", ("injured", 31, None, "More than 30 people")),
        (
            "Between 10 and 12 people were killed in the shelling.",
            ("killed", 10, 12, "Between 10 and 12 people"),
        ),
        ("Some 200 people were arrested.", ("detained", 200, 200, "Some 200 people")),
        ("Gunmen kidnapped seven students.", ("abducted", 7, 7, "seven students")),
        (
            "Around 5,000 families were displaced.",
            ("displaced", 5000, None, "Around 5,000 families"),
        ),
        ("Eleven fishermen are missing.", ("missing", 11, 11, "Eleven fishermen")),
        ("Two men lost their lives.", ("killed", 2, 2, "Two men")),
        ("The blast claimed 22 lives.", ("killed", 22, 22, "22 lives")),
    ],
)
def test_a_count_has_its_bounds_and_outcome(text: str, told: Told) -> None:
    assert tell(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The fire led to the death of 11 sailors.", ("killed", 11, 11, "11 sailors")),
        ("Villagers found 34 bodies in a ravine.", ("killed", 34, 34, "34 bodies")),
        ("The clashes caused 16 deaths.", ("killed", 16, 16, "16 deaths")),
        ("The bomb went off in a market, killing dozens.", ("killed", 12, None, "dozens")),
        ("The arrest of nine strikers ended the talks.", ("detained", 9, 9, "nine strikers")),
        ("Injuries to four firefighters were reported.", ("injured", 4, 4, "four firefighters")),
        ("The body of a man was found.", ("killed", 1, 1, "a man")),
    ],
)
def test_nouns_and_participles_tell_of_harm_too(text: str, told: Told) -> None:
    assert tell(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A journalist was killed in Belmuro.", ("killed", 1, 1, "A journalist")),
        ("A man was fatally shot outside a bar.", ("killed", 1, 1, "A man")),
        ("Anna Velde, 25, was shot and killed.", ("killed", 1, 1, "Anna Velde")),
        ("A man, 25, was shot and wounded.", ("injured", 1, 1, "A man")),
        ("A 16-year-old was shot in the arm.", ("injured", 1, 1, "A 16-year-old")),
        ("The gunman killed himself.", ("killed", 1, 1, "The gunman")),
        ("He was pronounced dead at the scene.", ("killed", 1, 1, "He")),
        ("She was taken to a clinic in critical condition.", ("injured", 1, 1, "She")),
        ("A woman was found shot to death in her car.", ("killed", 1, 1, "A woman")),
        ("A man was shot and later died.", ("killed", 1, 1, "A man")),
        ("A boy was hit by shrapnel.", ("injured", 1, 1, "A boy")),
        ("Marek Dovin (Abu Emil) was killed.", ("killed", 1, 1, "Marek Dovin")),
        ("A family of five was killed.", ("killed", 5, 5, "A family of five")),
        ("The couple were found dead.", ("killed", 2, 2, "The couple")),
        ("Both guards were killed.", ("killed", 2, 2, "Both guards")),
    ],
)
def test_people_are_counted_without_a_number(text: str, told: Told) -> None:
    assert tell(text) == [told]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The shelling killed Marek Dovin and his two sons.", [1, 2]),
        ("The airstrike killed a woman, her husband and their four children.", [1, 1, 4]),
        ("A mother and her two children died.", [1, 2]),
        ("Killed were Jana Orel, 34, Petr Orel, 36, and their daughter.", [1, 1, 1]),
        ("The dead were identified as Jana Orel, Petr Orel and Mila Orel.", [1, 1, 1]),
        ("Omar Haddad was killed along with his wife and two of their sons.", [1, 1, 2]),
        ("Three soldiers, two police officers and a child were killed.", [3, 2, 1]),
    ],
)
def test_a_list_is_counted_whole(text: str, numbers: list[int]) -> None:
    counts = read(text)
    assert [count.low for count in counts] == numbers
    assert {count.outcome for count in counts} == {"killed"}
    assert all(count.part_of is None for count in counts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The raid killed 31 people, including 8 women and a nurse.", ["8 women", "a nurse"]),
        ("Ten people, four of them children, were killed.", ["four of them"]),
        (
            "The strike killed 12 people: 5 men, 4 women and 3 children.",
            ["5 men", "4 women", "3 children"],
        ),
        ("Two brothers, Adam and Emil Dorra, were killed.", ["Adam", "Emil Dorra"]),
    ],
)
def test_a_part_is_told_from_its_whole(text: str, parts: list[str]) -> None:
    whole, *rest = read(text)
    assert whole.part_of is None
    assert [part.text for part in rest] == parts
    assert {part.part_of for part in rest} == {whole.id}


def test_nobody_is_a_claim_of_zero() -> None:
    assert tell("No one was killed in the blast.") == [("killed", 0, 0, "No one")]
    assert tell("The blast did not kill anyone.") == [("killed", 0, 0, "anyone")]
    assert tell("There were no casualties.") == [
        ("injured", 0, 0, "no casualties"),
        ("killed", 0, 0, "no casualties"),
    ]


def test_no_civilians_is_zero_civilians() -> None:
    (count,) = read("No civilians were killed.")
    assert (count.low, count.high, count.status, count.group) == (0, 0, "civilian", "civilians")


@pytest.mark.parametrize(
    "text",
    [
        "There were no reports of deaths.",
        "No injuries were reported.",
        "It was not clear how many people were killed.",
        "No one was seriously hurt.",
        "The man was not hurt.",
        "He tried to kill a policeman.",
        "Soldiers attacked 3,400 residents of the camp.",
        "Who ordered a raid on 2700 sleeping campers?",
        "Twenty sheep were killed.",
        "The village lies 12 kilometres from Oster.",
        "About 300 people marched to the palace.",
        "The suspects fled the scene in a car.",
    ],
)
def test_what_tells_of_no_harm_is_no_count(text: str) -> None:
    assert tell(text) == []


def test_counting_is_total_additional_or_cumulative() -> None:
    died, toll = read("Two more bodies were found, bringing the death toll to 34.")
    assert (died.counting, toll.counting) == ("additional", "cumulative")
    assert (toll.low, toll.text) == (34, "34")
    (three,) = read("Another three people died.")
    assert three.counting == "additional"
    (total,) = read("Four or more people were killed.")
    assert total.counting == "total"


def test_status_is_taken_from_the_words_only() -> None:
    text = "Two soldiers, four civilians and a farmer were killed."
    assert [count.status for count in read(text)] == ["combatant", "civilian", "unknown"]


def test_a_wider_scope_keeps_its_words() -> None:
    (count,) = read("At least 50 people have been killed across the district since Monday.")
    assert count.scope == "across the district since Monday"


def test_a_count_over_several_events_is_not_the_toll_of_one() -> None:
    (count,) = read("Two separate attacks left more than 20 people dead.")
    assert count.scope == "Two separate attacks"
    (count,) = read("Nine porters were killed in a separate attack.")
    assert count.scope is None


def test_killing_and_wounding_many_tells_of_both() -> None:
    counts = read("Troops entered the port, killing and wounding many.")
    assert {(count.outcome, count.low, count.high, count.vague) for count in counts} == {
        ("killed", 2, None, True),
        ("injured", 2, None, True),
    }


def test_a_number_killed_and_wounded_together_is_neither_alone() -> None:
    assert tell("The raid killed and injured 30 people.") == [("other", 30, 30, "30 people")]


def test_the_wounded_who_died_are_counted_apart() -> None:
    assert tell("Two men were wounded; one of them later died.") == [
        ("injured", 2, 2, "Two men"),
        ("killed", 1, 1, "one of them"),
    ]
    assert tell("Three people were shot, one fatally.") == [
        ("injured", 3, 3, "Three people"),
        ("killed", 1, 1, "one"),
    ]


def test_headlines_are_read() -> None:
    assert tell("Eight dead, 20 hurt in Gorvan blast") == [
        ("killed", 8, 8, "Eight"),
        ("injured", 20, 20, "20"),
    ]


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 400))
def test_a_plain_number_is_read_as_it_stands(value: int) -> None:
    assert tell(f"The raid killed {value} villagers.") == [
        ("killed", value, value, f"{value} villagers")
    ]


@pytest.mark.parametrize(
    "text", ["She called 911 after he had been shot.", "Image 23 of 33 Seven people were shot."]
)
def test_numbers_of_telephones_and_pictures_count_nobody(text: str) -> None:
    found = find_casualties(parse_text(text), "r-1")
    assert not {911, 23, 33} & {count.low for count in found}


def test_the_dead_before_the_injured_are_others() -> None:
    found = find_casualties(parse_text("2 dead, 5 injured in shooting at club"), "r-1")
    assert [(count.outcome, count.low) for count in found] == [("killed", 2), ("injured", 5)]


def test_a_number_of_families_is_no_number_of_people() -> None:
    (count,) = find_casualties(parse_text("Two families were killed in the strike."), "r-1")
    assert (count.low, count.high, count.vague) == (2, None, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "On Tuesday, between 15 and 40 miners were killed in Oster.",
            [("killed", 15, 40, "between 15 and 40 miners")],
        ),
        (
            "Nine people – including four children – were killed in the raid on Oster.",
            [("killed", 9, 9, "Nine people"), ("killed", 4, 4, "four children")],
        ),
        (
            "At dawn, between six and ten miners including four women and one boy were killed.",
            [
                ("killed", 6, 10, "between six and ten miners"),
                ("killed", 4, 4, "four women"),
                ("killed", 1, 1, "one boy"),
            ],
        ),
        (
            "On Monday, at least 61, and up to 140, miners from Oster, including 16 women, "
            "were killed.",
            [
                ("killed", 61, 140, "at least 61, and up to 140, miners"),
                ("killed", 16, 16, "16 women"),
            ],
        ),
        ("Two 10-year-old girls were killed.", [("killed", 2, 2, "Two 10-year-old girls")]),
    ],
)
def test_a_number_is_read_over_what_stands_before_its_verb(text: str, told: list[Told]) -> None:
    assert tell(text) == told


def test_the_injured_beside_the_dead_are_not_dead() -> None:
    assert tell("Crews recovered five bodies and ten injured passengers.") == [
        ("killed", 5, 5, "five bodies"),
        ("injured", 10, 10, "ten"),
    ]


def test_others_who_follow_a_list_of_the_dead_are_no_part_of_it() -> None:
    told = tell(
        "Seven miners were killed, including a nurse of the Oster ward Ana Brok, two women and "
        "four boys, and several others, including a nun, were injured."
    )
    assert ("killed", 7, 7, "Seven miners") in told
    assert ("injured", 2, None, "several others") in told


def test_since_names_a_wider_scope() -> None:
    (count,) = read("More than 15 nurses were killed since the war began.")
    assert count.scope == "since the war began"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Man Killed, 4 Others Injured In Oster Shooting",
            [("killed", 1, 1, "Man"), ("injured", 4, 4, "4 Others")],
        ),
        (
            "1 killed, 4 others wounded in Oster shooting",
            [("killed", 1, 1, "1"), ("injured", 4, 4, "4 others")],
        ),
        (
            "Man, woman found dead in Oster",
            [("killed", 1, 1, "Man"), ("killed", 1, 1, "woman")],
        ),
        ("Man, 24, killed in Oster", [("killed", 1, 1, "Man")]),
        (
            "Two guards charged after young porter accidentally shot, killed",
            [("killed", 1, 1, "young porter")],
        ),
        (
            "A nurse died, and two sheriff's deputies were wounded.",
            [("killed", 1, 1, "A nurse"), ("injured", 2, 2, "two sheriff's deputies")],
        ),
    ],
)
def test_headlines_and_deputies_are_counted_by_what_befell_them(
    text: str, told: list[Told]
) -> None:
    assert tell(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The bullets nearly killed his father.",
        "She told them that he should be dead.",
        "They were not sure whether Jan was dead.",
    ],
)
def test_what_nearly_came_or_might_be_is_no_count(text: str) -> None:
    assert tell(text) == []


def test_a_title_does_not_count_the_first_number_of_its_text() -> None:
    told = tell("Club Shooting Leaves One Dead, Three Injured\n\nFour men were in a club.")
    assert told == [("killed", 1, 1, "One"), ("injured", 3, 3, "Three")]


def test_a_shot_that_was_heard_is_nobody() -> None:
    assert tell("There was one shot and everyone ran.") == []
    assert tell("One shot, two stabbed in Oster") == [
        ("injured", 1, 1, "One"),
        ("injured", 2, 2, "two"),
    ]


def test_the_ages_of_two_are_no_counts() -> None:
    assert tell("Two boys, 12 and 16, were wounded.") == [("injured", 2, 2, "Two boys")]


def test_a_group_is_more_than_one() -> None:
    assert tell("A group of miners were killed.") == [("killed", 2, None, "A group")]
