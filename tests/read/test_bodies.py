"""Forces and governments are named by their country, and by nobody they fight."""

import pytest

from firsthand.read.bodies import read_bodies
from firsthand.text.parses import parse_text


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Hundreds of Peruvian forces entered.", "Peruvian forces", "security force"),
        ("Peru’s army denied it.", "Peru’s army", "security force"),
        ("The government of Chile fell.", "government of Chile", "state"),
        ("The Government of Tavarra fell.", "Government of Tavarra", "state"),
        ("Peruvian opposition forces fired.", "Peruvian opposition forces", "armed organisation"),
    ],
)
def test_a_body_is_named_by_its_country(text: str, name: str, kind: str) -> None:
    assert [(named.text, named.type) for named in read_bodies(parse_text(text))] == [(name, kind)]


def test_a_force_that_fights_a_state_is_not_one_of_it() -> None:
    assert list(read_bodies(parse_text("They are Peru’s most steadfast opposition force."))) == []
