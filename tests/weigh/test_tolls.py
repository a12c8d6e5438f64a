"""Tolls are reconciled by the latest figure of each origin; what is left out says why."""

import pytest
from tests.values import make_report

from firsthand.model.accounts import Copies
from firsthand.model.actors import Name
from firsthand.model.attributions import Stance
from firsthand.model.casualties import Counting
from firsthand.model.incidents import Toll
from firsthand.model.victims import Victim
from firsthand.weigh.figures import Figure
from firsthand.weigh.origins import Origin
from firsthand.weigh.sieves import Grounds
from firsthand.weigh.tolls import reconcile_row, reconcile_tolls


def state(
    claim: str,
    low: int | None,
    high: int | None,
    *,
    by: str = "the hospital",
    day: str = "2019-05-15",
    counting: Counting = "total",
    stance: Stance = "asserted",
    vague: bool = False,
    individual: bool = False,
    shot: bool = False,
    scope: str | None = None,
    report: str = "r-1",
) -> Figure:
    origin = Origin(key=by, name=by, actor=by, resolved=True, reason="by hand")
    return Figure(
        claim=claim,
        report=report,
        origin=origin,
        as_of=day,
        stance=stance,
        outcome="killed",
        status="all",
        side=None,
        scope=scope,
        low=low,
        high=high,
        vague=vague,
        counting=counting,
        individual=individual,
        shot=shot,
        headline=False,
        order=int(claim[2:]),
    )


REPORTS = {
    "r-1": make_report("r-1", publisher="Tavarra Wire", title="First report"),
    "r-2": make_report("r-2", publisher="The Courier", title="Copy"),
    "r-3": make_report("r-3", publisher="Tavarra Wire", title="Correction", genre="correction"),
}


def reconcile(*figures: Figure, **grounds: object) -> Toll:
    made = Grounds(reports=REPORTS, **grounds)  # type: ignore[arg-type]  # named by each test
    toll = reconcile_row(figures, (), made)
    assert toll is not None
    return toll


def reasons(toll: Toll) -> dict[str, str]:
    return {item.claim: item.reason for item in toll.excluded}


def test_the_range_runs_from_the_smallest_low_to_the_largest_figure() -> None:
    toll = reconcile(state("c-1", 14, 14), state("c-2", 31, None, by="the council"))
    assert (toll.low, toll.high, toll.open) == (14, 31, True)
    assert toll.best is None


def test_a_later_figure_of_one_origin_replaces_the_earlier() -> None:
    toll = reconcile(state("c-1", 22, 22, day="2019-05-14"), state("c-2", 26, 26))
    assert (toll.low, toll.high) == (26, 26)
    assert reasons(toll) == {"c-1": "the hospital gives a later figure"}
    assert [entry.low for entry in toll.history] == [22, 26]


def test_what_died_later_is_added_to_the_last_whole_figure() -> None:
    toll = reconcile(
        state("c-1", 14, 14, day="2019-05-14"), state("c-2", 3, 3, counting="additional")
    )
    assert (toll.low, toll.high) == (17, 17)


def test_what_was_added_before_a_later_whole_figure_is_in_it() -> None:
    toll = reconcile(
        state("c-1", 4, 4, counting="additional"),
        state("c-2", 26, 26, counting="cumulative"),
    )
    assert (toll.low, toll.high) == (26, 26)
    assert reasons(toll) == {"c-1": "already in the later figure of the hospital"}


def test_a_smaller_figure_of_the_same_day_may_be_a_part() -> None:
    toll = reconcile(state("c-1", 14, 14), state("c-2", 3, 3))
    assert (toll.low, toll.high) == (14, 14)
    assert "may be a part" in reasons(toll)["c-2"]


@pytest.mark.parametrize("stance", ["denied", "predicted", "conditional", "demanded", "opinion"])
def test_what_nobody_states_does_not_count(stance: Stance) -> None:
    toll = reconcile(state("c-1", 9, 9), state("c-2", 50, 50, by="a minister", stance=stance))
    assert (toll.low, toll.high) == (9, 9)
    assert set(reasons(toll)) == {"c-2"}


def test_an_alleged_figure_counts() -> None:
    toll = reconcile(state("c-1", 9, 9), state("c-2", 12, 12, by="an exile", stance="alleged"))
    assert (toll.low, toll.high) == (9, 12)


def test_a_denial_by_a_party_said_to_be_responsible_is_left_out() -> None:
    denial = state("c-2", 0, 0, by="the army")
    accused = reconcile(state("c-1", 9, 9), denial, accused=frozenset({"the army"}))
    assert (accused.low, accused.high) == (9, 9)
    other = reconcile(state("c-1", 9, 9), denial)
    assert (other.low, other.high) == (0, 9)


def test_a_copy_is_left_out_beside_what_it_copies() -> None:
    copies = Copies(id="k-1", origin="r-1", reports=("r-1", "r-2"), reason="")
    toll = reconcile(
        state("c-1", 9, None), state("c-2", 9, 9, by="another", report="r-2"), copies=(copies,)
    )
    assert toll.claims == ("c-1",)
    assert reasons(toll) == {"c-2": "a copy of what “First report” states"}


def test_a_figure_taken_back_by_its_publisher_falls_with_its_copies() -> None:
    copies = Copies(id="k-1", origin="r-1", reports=("r-1", "r-2"), reason="")
    toll = reconcile(
        state("c-1", 41, 41, by="the wire"),
        state("c-2", 41, 41, by="a paper", report="r-2"),
        state("c-3", 41, 41, by="the wire", report="r-3", stance="denied"),
        state("c-4", 14, 14),
        copies=(copies,),
    )
    assert (toll.low, toll.high) == (14, 14)
    assert reasons(toll)["c-1"] == "taken back by its publisher"
    assert reasons(toll)["c-2"] == "a copy of what Tavarra Wire took back"
    assert {item.code for item in toll.excluded if item.claim != "c-4"} == {"retracted"}


def test_single_people_do_not_set_the_toll_where_a_number_is_stated() -> None:
    single = state("c-2", 1, 1, by="a witness", individual=True)
    assert reconcile(state("c-1", 9, 9), single).low == 9
    assert reconcile(single).low == 1


def test_somebody_shot_is_not_known_to_have_lived_where_somebody_died() -> None:
    shot = state("c-1", 1, 1, individual=True, shot=True)
    grounds = Grounds(reports=REPORTS, deadly=frozenset({"r-1"}))
    assert reconcile_row([shot], (), grounds) is None
    assert reconcile(shot).low == 1


def test_vague_words_do_not_set_the_toll_beside_a_number() -> None:
    dozens = state("c-2", 12, None, by="residents", vague=True)
    assert reconcile(state("c-1", 9, 9), dozens).claims == ("c-1",)
    many = state("c-3", 2, None, by="a nurse", vague=True)
    toll = reconcile(dozens, many)
    assert (toll.low, toll.open, toll.claims) == (12, True, ("c-2",))


def test_a_wider_scope_is_a_toll_of_its_own_and_listed_as_left_out() -> None:
    wide = state("c-2", 58, 58, scope="across the district")
    narrow, wider = reconcile_tolls([state("c-1", 31, 31), wide], (), Grounds(reports=REPORTS))
    assert (narrow.low, narrow.high, narrow.scope) == (31, 31, None)
    assert reasons(narrow) == {"c-2": "a different scope: across the district"}
    assert (wider.low, wider.scope) == (58, "across the district")


def test_up_to_leaves_the_lower_bound_unknown() -> None:
    toll = reconcile(state("c-1", None, 40))
    assert (toll.low, toll.high, toll.open) == (None, 40, False)


def test_a_figure_that_more_origins_give_is_suggested() -> None:
    toll = reconcile(
        state("c-1", 14, 14), state("c-2", 14, 14, by="police"), state("c-3", 31, 31, by="exiles")
    )
    assert toll.suggested is not None
    assert (toll.suggested.value, toll.suggested.reason) == (14, "given by 2 of 3 origins")
    assert reconcile(state("c-1", 14, 14), state("c-2", 31, 31, by="exiles")).suggested is None
    assert reconcile(state("c-1", 14, 14), state("c-2", 61, None, by="exiles")).suggested is None


def test_victims_with_names_are_counted_beside_the_toll() -> None:
    def name(text: str, reason: str) -> Victim:
        spelled = Name(text=text, report="r-1", start=0, end=4, reason=reason)
        return Victim(id=f"v-{text}", names=(spelled,), outcome="killed")

    victims = [name("Dario Vens", "named as harmed"), name("a girl", "described as harmed")]
    toll = reconcile_row([state("c-1", 14, 14)], victims, Grounds(reports=REPORTS))
    assert toll is not None
    assert toll.named == 1


def test_no_figure_makes_no_toll() -> None:
    assert reconcile_tolls((), (), Grounds(reports=REPORTS)) == ()
    denied = state("c-1", 4, 4, stance="denied")
    assert reconcile_row([denied], (), Grounds(reports=REPORTS)) is None
