"""Chains run from the outermost speaker to the first, as sayings hold each other."""

from firsthand.model.attributions import Attribution
from firsthand.read.attributions import find_attributions
from firsthand.read.chains import find_by_cue, find_chain, join_links
from firsthand.text.parses import parse_text

CABLE = (
    "The Tavarra Daily reported that a cable obtained by the Belmuro Bureau showed that "
    "the colonel had warned that the camp would be shelled."
)


def find(text: str) -> tuple[Attribution, ...]:
    return find_attributions(parse_text(text))


def locate(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_a_chain_runs_from_the_newspaper_to_the_first_speaker() -> None:
    chain = find_chain(find(CABLE), locate(CABLE, "shelled"))
    assert [link.speaker for link in join_links(chain)] == [
        "The Tavarra Daily",
        "the Belmuro Bureau",
        "a cable",
        "the colonel",
    ]
    assert [link.role for link in join_links(chain)][1] == "relay"


def test_words_outside_every_saying_have_no_chain() -> None:
    text = "The bridge fell. The mayor said that the road was closed."
    assert find_chain(find(text), locate(text, "fell")) == ()


def test_knowing_is_no_link() -> None:
    text = "The mayor said that the army knew that the camp was full."
    chain = find_chain(find(text), locate(text, "full"))
    assert [attribution.kind for attribution in chain] == ["say"]


def test_a_speaker_named_twice_in_a_row_is_one_link() -> None:
    text = "The mayor said she feared that the camp would burn."
    first, second = find_chain(find(text), locate(text, "burn"))
    assert len(join_links((first, second))) == 2
    assert len(join_links((second, second))) == 1


def test_a_saying_is_found_by_its_cue() -> None:
    found = find_by_cue(find(CABLE), locate(CABLE, "warned"))
    assert found is not None
    assert found.kind == "warn"
    assert find_by_cue(find(CABLE), locate(CABLE, "camp")) is None


def test_nobody_unnamed_stands_behind_a_named_speaker() -> None:
    text = "The toll was expected to rise, according to the mayor."
    chain = find_chain(
        find_attributions(parse_text(text)), (text.index("rise"), text.index("rise") + 4)
    )
    assert [link.speaker for link in join_links(chain)] == ["the mayor"]
