"""Two events are one by a victim, a text, a place and time, a count or rare names in common."""

from msgspec import structs
from tests.values import (
    make_act,
    make_claim,
    make_count,
    make_place,
    make_reading,
    make_report,
    make_time,
)

from firsthand.link.events import Event, find_events
from firsthand.link.likenesses import Likeness
from firsthand.link.matches import Case, explain_match
from firsthand.model.claims import Claim

CASE = Case(rare={"adreva": 4.0, "belmuro": 3.0, "lunde": 4.0, "moraz": 4.0}, alike={})
TUESDAY = make_time("2019-05-14")
BELMURO = make_place("Belmuro")
TAVARRA = make_place("Tavarra", 45.0, -20.0)


def tell(report: str, *claims: Claim, published: str | None = "2019-05-15") -> Event:
    (event,) = find_events(make_reading(make_report(report, published=published), *claims))
    return event


def tell_near(report: str, claim: Claim) -> Event:
    """Tell of an event in a report that names Belmuro and Tavarra without saying where it was."""
    places = (BELMURO, TAVARRA)
    (event,) = find_events(make_reading(make_report(report), claim, places=places))
    return event


def attack(report: str, **given: object) -> Claim:
    return make_claim(f"c-{report}", report=report, act=make_act("shelling"), **given)  # type: ignore[arg-type]  # as each test gives


def explain(one: Event, other: Event, *, copied: bool = False) -> str | None:
    found = explain_match(one, other, CASE, copied=copied)
    return None if found is None else found[1]


def test_one_place_on_one_day_is_one_incident() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO))
    other = tell("r-2", attack("r-2", time=TUESDAY, place=BELMURO))
    assert explain(one, other) == "same place and time"


def test_one_day_in_far_towns_is_two() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO))
    other = tell("r-2", attack("r-2", time=TUESDAY, place=TAVARRA))
    assert explain(one, other, copied=True) is None


def test_one_town_on_two_days_is_two() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO))
    other = tell("r-2", attack("r-2", time=make_time("2019-05-12"), place=BELMURO))
    assert explain(one, other) is None


def test_a_day_and_an_act_alone_do_not_join() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY))
    other = tell("r-2", attack("r-2", time=TUESDAY))
    assert explain(one, other) is None
    assert explain(one, other, copied=True) == "same time and text"


def test_a_day_an_act_a_count_and_a_place_named_do() -> None:
    one = tell_near("r-1", attack("r-1", time=TUESDAY, counts=(make_count(9, 9),)))
    other = tell_near("r-2", attack("r-2", time=TUESDAY, counts=(make_count(9, None),)))
    assert explain(one, other) == ("same time, act and count, and a place that both name")
    few = tell_near("r-3", attack("r-3", time=TUESDAY, counts=(make_count(1, 1),)))
    fewer = tell_near("r-4", attack("r-4", time=TUESDAY, counts=(make_count(1, 1),)))
    assert explain(few, fewer) is None


def test_an_undated_report_joins_what_happened_at_a_site_days_before() -> None:
    market = make_place("Harbour Market", precision="site")
    one = tell("r-1", attack("r-1", time=TUESDAY, place=market))
    late = tell("r-2", attack("r-2", place=market), published="2019-05-16")
    assert explain(one, late) == "same place, and one of them was reported within days"
    later = tell("r-2", attack("r-2", place=market), published="2019-08-16")
    assert explain(one, later) is None


def test_an_undated_report_of_a_town_needs_a_count_or_a_rare_name_too() -> None:
    nine = (make_count(9, 9),)
    one = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO, counts=nine))
    bare = tell("r-2", attack("r-2", place=BELMURO), published="2019-05-16")
    assert explain(one, bare) is None
    counted = tell("r-2", attack("r-2", place=BELMURO, counts=nine), published="2019-05-16")
    assert explain(one, counted) is not None


def test_copies_without_times_tell_of_one_event() -> None:
    one = tell("r-1", attack("r-1"), published=None)
    other = tell("r-2", attack("r-2"), published=None)
    assert explain(one, other, copied=True) == "same text"
    assert explain(one, other) is None


def test_a_victim_that_both_name_is_the_strongest_reason() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO))
    other = tell("r-2", attack("r-2", place=TAVARRA), published="2020-05-15")
    victim = ("katrin", "solle")
    named = structs.replace(one, victims=frozenset({victim}))
    again = structs.replace(other, people=frozenset({victim}))
    assert explain(named, again) == "both name the victim Katrin Solle"
    assert explain(named, other) is None


def test_a_victim_named_in_a_report_of_another_day_joins_nothing() -> None:
    victim = frozenset({("katrin", "solle")})
    one = structs.replace(tell("r-1", attack("r-1", time=TUESDAY)), victims=victim)
    later = tell("r-2", attack("r-2", time=make_time("2019-08-14")), published="2019-08-15")
    assert explain(one, structs.replace(later, people=victim)) is None


def test_a_victim_of_two_reports_is_one_whatever_stands_in_the_name() -> None:
    one = structs.replace(
        tell("r-1", attack("r-1")), victims=frozenset({("katrin", "solle", "jr")})
    )
    other = structs.replace(
        tell("r-2", attack("r-2")), victims=frozenset({("katrin", "ana", "solle")})
    )
    assert explain(one, other) is not None


def alike(share: float) -> Case:
    words = Likeness(share, ("adreva", "lunde", "moraz"))
    return Case(rare={}, alike={("r-1", "r-2"): words})


def explain_alike(one: Event, other: Event, share: float) -> str | None:
    found = explain_match(one, other, alike(share), copied=False)
    return None if found is None else found[1]


def test_words_that_two_reports_of_one_day_share_join_them() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY))
    other = tell("r-2", attack("r-2", time=TUESDAY, place=BELMURO))
    assert explain_alike(one, other, 0.1) == "same day, both tell of adreva, lunde, moraz"
    assert explain_alike(one, other, 0.06) is None
    far = tell("r-1", attack("r-1", time=TUESDAY, place=TAVARRA))
    assert explain_alike(far, other, 0.5) is None


def test_undated_reports_need_more_words_the_later_they_appeared() -> None:
    one = tell("r-1", attack("r-1"))
    soon = tell("r-2", attack("r-2"), published="2019-05-17")
    late = tell("r-2", attack("r-2"), published="2019-06-17")
    reason = "reported within days or weeks, both tell of adreva, lunde, moraz"
    assert explain_alike(one, soon, 0.12) == reason
    assert explain_alike(one, late, 0.12) is None
    assert explain_alike(one, late, 0.45) == reason


def test_reports_of_other_days_need_more_words_still() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY))
    other = tell("r-2", attack("r-2", time=make_time("2019-05-10")))
    assert explain_alike(one, other, 0.2) is None
    assert explain_alike(one, other, 0.3) is not None


def test_a_place_that_few_reports_name_joins_reports_of_one_count() -> None:
    case = Case(rare={}, alike={}, places=frozenset({"quarry lane"}))
    lane = make_place("Quarry Lane", None, None, precision="unknown")
    one, other = (
        structs.replace(
            tell(name, attack(name, counts=(make_count(1, 1),))), around=frozenset({"quarry lane"})
        )
        for name in ("r-1", "r-2")
    )
    found = explain_match(one, other, case, copied=False)
    assert found == (5, f"reported within days, both name the place {lane.name}")
    uncounted = structs.replace(other, counts=frozenset())
    assert explain_match(one, uncounted, case, copied=False) is None


def test_in_a_case_of_many_reports_a_town_needs_more_than_one_killed() -> None:
    one = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO, counts=(make_count(1, 1),)))
    other = tell("r-2", attack("r-2", place=BELMURO, counts=(make_count(1, 1),)))
    assert explain_alike(one, other, 0.01) is None
    assert explain_alike(one, other, 0.08) is not None


def test_a_time_without_an_end_joins_nothing() -> None:
    since = structs.replace(TUESDAY, end=None)
    one = tell("r-1", attack("r-1", time=since, place=BELMURO))
    other = tell("r-2", attack("r-2", time=TUESDAY, place=BELMURO))
    assert explain(one, other) is None


def test_a_month_and_a_day_of_it_need_a_place_of_one_name() -> None:
    month = make_time("2019-05-01", "2019-06-01", "month")
    day = tell("r-1", attack("r-1", time=TUESDAY, place=BELMURO))
    whole = tell("r-2", attack("r-2", time=month, place=BELMURO))
    assert explain(day, whole) == "same place and time"
    near = make_place("Oster", 41.3, -28.4)
    assert explain(day, tell("r-2", attack("r-2", time=month, place=near))) is None
