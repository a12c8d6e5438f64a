"""What the author or others set beside somebody's words is not said by them."""

from firsthand.model.attributions import Attribution
from firsthand.read.attributions import find_attributions
from firsthand.read.glosses import drop_glosses
from firsthand.text.parses import parse_text

GLOSSED = (
    "The minister mentioned that the army would only give medical help, essentially remaining "
    "passive while the town was shelled."
)


def find(text: str) -> tuple[Attribution, ...]:
    return find_attributions(parse_text(text))


def content(text: str, found: Attribution) -> str:
    return " … ".join(text[start:end] for start, end in found.content)


def test_a_participle_that_sums_up_is_the_authors() -> None:
    (found,) = find_attributions(parse_text(GLOSSED))
    assert content(GLOSSED, found).rstrip(",") == "the army would only give medical help"


def test_a_participle_that_tells_more_is_the_speakers() -> None:
    text = "The minister said that troops entered the town, killing nine people."
    (found,) = find_attributions(parse_text(text))
    assert content(text, found).endswith("killing nine people")


def test_words_without_a_gloss_stay_as_they_are() -> None:
    words = list(parse_text("Troops entered the town."))
    assert drop_glosses(words) == words


def test_what_others_say_against_it_is_theirs() -> None:
    text = "The ministry said that four rebels died, while monitors said that they were traders."
    contents = {found.links[0].speaker: content(text, found) for found in find(text)}
    assert contents == {
        "The ministry": "four rebels died",
        "monitors": "they were traders",
    }


def test_a_participle_behind_a_dash_goes_back_to_the_outer_speaker() -> None:
    text = "The chair dismissed the claim that the army is breaking the law — saying it was old."
    found = find(text)
    said = [(item.links[-1].speaker, content(text, item)) for item in found]
    assert ("The chair", "it was old") in said
    assert all("saying" not in content(text, item) for item in found)
