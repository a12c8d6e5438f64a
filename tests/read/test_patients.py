"""Those whom a word of harm befell are found wherever the sentence puts them."""

import pytest

from firsthand.read.patients import find_patients, is_fatal
from firsthand.text.parses import parse_text


def find(text: str, word: str, harmed: str) -> list[str]:
    token = next(token for token in parse_text(text) if token.text == word)
    return [head.text for head in find_patients(token, harmed)]


@pytest.mark.parametrize(
    ("text", "word", "harmed", "heads"),
    [
        ("The bomb killed two nurses.", "killed", "object", ["nurses"]),
        ("The people killed in Oster were farmers.", "killed", "object", ["people"]),
        ("Three people who were killed lived here.", "killed", "object", ["people"]),
        ("Jana Orel was among those killed.", "killed", "object", ["Orel"]),
        ("The gunman killed himself.", "killed", "object", ["gunman"]),
        ("Among the dead were two nurses.", "dead", "state", ["nurses"]),
        ("The dead included a doctor and two nurses.", "dead", "state", ["doctor", "nurses"]),
        ("A woman was found dead.", "dead", "state", ["woman"]),
        ("The bullet hit a girl in the leg.", "hit", "struck", ["girl"]),
        ("Officials were hit with fines.", "hit", "struck", []),
        ("Police found a woman with stab wounds.", "wounds", "borne", ["woman"]),
        ("Two teenagers suffered burns.", "burns", "borne", ["teenagers"]),
        ("The blast claimed 22 lives.", "lives", "lives", ["lives"]),
        ("The mayor's death shocked Oster.", "death", "of", ["mayor"]),
        ("A shooting sent five people to the hospital.", "sent", "sent", ["people"]),
        ("Five hikers were taken hostage.", "hostage", "hostage", ["hikers"]),
        ("Five rebels fell in combat.", "fell", "battle", ["rebels"]),
        ("Three of the dead were children.", "dead", "state", ["Three"]),
        ("Two shooters fled the scene.", "fled", "fled", []),
        ("Thousands fled.", "fled", "fled", ["Thousands"]),
    ],
)
def test_the_tree_tells_whom_it_befell(text: str, word: str, harmed: str, heads: list[str]) -> None:
    assert find(text, word, harmed) == heads


@pytest.mark.parametrize(
    ("text", "fatal"),
    [
        ("A man was shot to death.", True),
        ("A man was fatally shot.", True),
        ("A man was shot.", False),
        ("Three people were shot, one fatally.", False),
    ],
)
def test_words_of_death_make_a_harm_fatal(text: str, fatal: bool) -> None:
    token = next(token for token in parse_text(text) if token.text == "shot")
    assert is_fatal(token) is fatal
