"""Names are found again, and known bodies at once, where the model sees none."""

from firsthand.read.kinds import Named
from firsthand.read.repeats import read_again, read_known
from firsthand.text.parses import parse_text


def test_a_known_body_of_several_words_is_found_whole() -> None:
    text = "They joined the Islamic State of Iraq and the Levant in May."
    assert [named.text for named in read_known(parse_text(text), set())] == [
        "Islamic State of Iraq and the Levant"
    ]


def test_a_name_is_found_again_but_not_inside_a_longer_one() -> None:
    text = "Grey Lantern met. Then the Grey Lantern left. Grey Lantern Bank opened."
    first = Named(text="Grey Lantern", start=0, end=12, type="organisation")
    taken = set(range(12))
    found = list(read_again(parse_text(text), [first], taken))
    assert [(named.start, named.type) for named in found] == [(27, "organisation")]
