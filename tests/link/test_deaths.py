"""Who died later of wounds belongs to what wounded them, not to the day of the death."""

import pytest
from msgspec import structs
from tests.values import make_act, make_claim, make_count, make_time

from firsthand.link.deaths import find_late_deaths, is_late_death
from firsthand.model.claims import Claim


def say(quote: str, act: str = "death", claim: str = "c-1") -> Claim:
    made = make_claim(claim, act=make_act(act), time=make_time("2019-05-17"))
    return structs.replace(made, quote=quote)


@pytest.mark.parametrize(
    "quote",
    [
        "Dario Vens died of his wounds on Friday",
        "Vens, a fishmonger, died on Friday in hospital of burns he suffered at the market",
        "a girl succumbed to her injuries",
        "The last of them, Dario Vens, died in hospital on Friday",
        "A boy who was wounded at the market, Piet Orr, 12, died on Friday",
    ],
)
def test_a_death_of_wounds_is_told_from_a_killing(quote: str) -> None:
    assert is_late_death(say(quote))


@pytest.mark.parametrize("quote", ["nine people died", "He died at once", "Vens died on Friday"])
def test_a_death_at_once_is_none(quote: str) -> None:
    assert not is_late_death(say(quote))


def test_the_words_within_go_with_it_and_the_rest_stays() -> None:
    death = say("A boy who was wounded at the market died on Friday")
    wounding = say("who was wounded at the market", "injuring", "c-2")
    shelling = make_claim("c-3", start=400, act=make_act("shelling"), time=make_time("2019-05-14"))
    found = find_late_deaths([death, wounding, shelling])
    assert [claim.id for claim in found] == ["c-1", "c-2"]


def test_where_a_report_tells_of_nothing_else_it_is_about_the_death() -> None:
    undated = make_claim("c-2", start=400, counts=(make_count(9, 9),))
    assert find_late_deaths([say("Dario Vens died of his wounds"), undated]) == ()
