"""Names are found with the kind of actor that their own words show."""

from firsthand.read.mentions import find_names
from firsthand.text.parses import parse_text


def find(text: str) -> dict[str, str]:
    return {named.text: named.type for named in find_names(parse_text(text))}


def test_a_force_is_named_by_the_adjective_of_its_state() -> None:
    found = find("Hundreds of Peruvian forces entered the valley. The US military left.")
    assert found["Peruvian forces"] == "security force"
    assert found["US military"] == "security force"


def test_a_government_is_named_by_its_state() -> None:
    found = find("The Peruvian government and the government of Chile said nothing.")
    assert found["Peruvian government"] == "state"
    assert found["government of Chile"] == "state"


def test_a_capital_that_acts_stands_for_its_state() -> None:
    assert find("Tehran denied the report.")["Tehran"] == "state"
    assert find("Two people died in Tehran.")["Tehran"] == "place"


def test_people_without_a_name_are_nobody_named() -> None:
    assert find("The residents and two dissidents fled. The secretary left.") == {}


def test_an_adjective_alone_names_nobody() -> None:
    assert "Bolivian" not in find("At least nine Bolivian miners were killed.")


def test_capitals_without_points_are_initials_of_a_body() -> None:
    text = "Soldiers fought FLM units near the FLM camp. The FLM denied it."
    assert find(text)["FLM"] == "organisation"


def test_nobody_is_in_a_person() -> None:
    assert find("Shells fell in Ayn Qarnesh on Monday.").get("Ayn Qarnesh") in ("place", None)


def test_a_place_that_is_known_is_no_person() -> None:
    text = "Belmuro mourned on Friday. Belmuro buried nine people."
    doc = parse_text(text)
    found = {named.type for named in find_names(doc, [(0, 7)]) if named.text == "Belmuro"}
    assert found <= {"place"}


def test_a_word_after_a_name_may_say_what_it_is() -> None:
    assert find("Members of the Al Bu Tavar tribe fled.")["Al Bu Tavar"] == "group of people"


def test_what_is_shelled_or_fled_is_a_place_throughout_the_report() -> None:
    found = find("Rebels fled Karavilah. Vesk said that Karavilah had fallen.")
    assert found["Karavilah"] == "place"


def test_a_region_before_a_name_is_no_part_of_it() -> None:
    assert "Orlan Vesk" in find("The minister for the Middle East Orlan Vesk said nothing.")


def test_the_government_of_a_country_is_named_so_though_no_gazetteer_has_it() -> None:
    found = find("The Government of Tavarra closed the camp.")
    assert found["Government of Tavarra"] == "state"


def test_a_name_of_several_words_is_found_wherever_it_stands() -> None:
    text = "The Free Lantern Movement, also called the Grey Lanterns, met. The Grey Lanterns left."
    assert len([n for n in find_names(parse_text(text)) if n.text == "Grey Lanterns"]) == 2


def test_a_rule_a_thing_and_a_language_are_nobody() -> None:
    text = "An IED exploded. R2P (Arabic: himaya) is a norm. The Law of Armed Conflict holds."
    assert {"IED", "R2P", "Arabic"}.isdisjoint(find(text))


def test_a_title_of_several_words_is_nobody() -> None:
    assert "Special Presidential Envoy" not in find("Special Presidential Envoy Orlan Vesk left.")


def test_a_town_that_a_site_is_named_after_is_a_place() -> None:
    found = find("The Samovar Barrage was built in 1972. Samovar has no clinic.")
    assert found["Samovar"] == "place"


def test_what_is_listed_after_a_place_is_one() -> None:
    assert find("They shelled Aleppo and Karavilah for a week.")["Karavilah"] == "place"


def test_a_ship_is_nobody_under_its_bare_name() -> None:
    found = find("HMS Tavarra left the port. Tavarra is committed to the task.")
    assert found["Tavarra"] == "unknown"
