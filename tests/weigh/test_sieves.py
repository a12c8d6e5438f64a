"""What is left out of a toll says why, in words and in a code."""

from msgspec import structs
from tests.values import make_claim, make_count, make_report
from tests.weigh.test_tolls import REPORTS, state

from firsthand.model.accounts import Copies
from firsthand.weigh import sieves
from firsthand.weigh.figures import Figure
from firsthand.weigh.sieves import Grounds, Sieve, Why

GROUNDS = Grounds(reports=REPORTS)


def codes(sieve: Sieve, *figures: Figure, grounds: Grounds = GROUNDS) -> dict[str, str | None]:
    kept, left_out = sieve(figures, grounds)
    assert len(kept) + len(left_out) == len(figures)
    return {item.claim: item.code for item in left_out}


def test_figures_are_parted_by_a_judge() -> None:
    def judge(figure: Figure) -> Why | None:
        return ("vague", "small") if figure.low == 1 else None

    kept, left_out = sieves.part_figures([state("c-1", 1, 1), state("c-2", 9, 9)], judge)
    assert [figure.claim for figure in kept] == ["c-2"]
    assert [(item.code, item.reason) for item in left_out] == [("vague", "small")]


def test_each_reason_has_its_code() -> None:
    nine = state("c-1", 9, 9)
    predicted = state("c-2", 9, 9, stance="predicted")
    assert codes(sieves.drop_unstated, nine, predicted) == {"c-2": "predicted"}
    nobody = state("c-2", 0, 0, stance="denied")
    assert codes(sieves.drop_unstated, nine, nobody) == {}
    one = state("c-2", 1, 1, individual=True)
    assert codes(sieves.drop_individuals, nine, one) == {"c-2": "single people"}
    many = state("c-2", 12, None, vague=True)
    assert codes(sieves.drop_vague, nine, many) == {"c-2": "vague"}
    accused = structs.replace(GROUNDS, accused=frozenset({"the army"}))
    none = state("c-2", 0, 0, by="the army")
    assert codes(sieves.drop_denials, nine, none, grounds=accused) == {"c-2": "party denial"}
    deadly = structs.replace(GROUNDS, deadly=frozenset({"r-1"}))
    shot = state("c-2", 1, 1, individual=True, shot=True)
    assert codes(sieves.drop_shot, nine, shot, grounds=deadly) == {"c-2": "may have lived"}


def test_a_copy_and_its_origin_have_one_figure() -> None:
    copies = Copies(id="k-1", origin="r-1", reports=("r-1", "r-2"), reason="")
    grounds = structs.replace(GROUNDS, copies=(copies,))
    figures = (state("c-1", 9, 9), state("c-2", 9, 9, report="r-2"))
    assert codes(sieves.drop_copies, *figures, grounds=grounds) == {"c-2": "copy"}


def test_a_correction_reaches_later_copies_where_the_origin_is_not_known() -> None:
    reports = {
        "r-1": make_report("r-1", publisher="Tavarra Wire", published="2019-05-14"),
        "r-2": make_report("r-2", publisher="The Courier", published="2019-05-17"),
        "r-3": make_report("r-3", publisher="Tavarra Wire", genre="correction"),
    }
    group = Copies(id="k-1", origin=None, reports=("r-1", "r-2"), reason="")
    grounds = Grounds(reports=reports, copies=(group,))
    figures = (
        state("c-1", 30, None),
        state("c-2", 30, None, report="r-2", by="a fireman"),
        state("c-3", 30, None, report="r-3", stance="denied"),
    )
    assert codes(sieves.drop_retracted, *figures, grounds=grounds) == {
        "c-1": "retracted",
        "c-2": "retracted",
        "c-3": "retracted",
    }


def test_a_headline_without_at_least_is_taken_back_too_and_a_later_count_is_not() -> None:
    headline = state("c-1", 30, 30, day="2019-05-14")
    denied = state("c-2", 30, None, report="r-3", stance="denied")
    later = state("c-3", 30, 30, day="2019-05-20")
    assert codes(sieves.drop_retracted, headline, denied, later) == {
        "c-1": "retracted",
        "c-2": "retracted",
    }


def test_a_share_of_the_dead_is_no_whole() -> None:
    share = structs.replace(
        make_claim("c-1", counts=(make_count(12, 12, text="Twelve"),)),
        quote="Twelve of the dead have been identified",
    )
    grounds = structs.replace(GROUNDS, claims={"c-1": share})
    figures = (state("c-1", 12, 12), state("c-2", 17, 17))
    assert codes(sieves.drop_shares, *figures, grounds=grounds) == {"c-1": "part of the whole"}


def test_a_correction_by_who_copied_does_not_reach_the_origin() -> None:
    reports = {
        "r-1": make_report("r-1", publisher="Tavarra Wire", published="2019-05-14"),
        "r-2": make_report("r-2", publisher="The Courier", published="2019-05-17"),
        "r-3": make_report("r-3", publisher="The Courier", genre="correction"),
    }
    group = Copies(id="k-1", origin=None, reports=("r-1", "r-2"), reason="")
    grounds = Grounds(reports=reports, copies=(group,))
    figures = (state("c-1", 30, 30), state("c-3", 30, 30, report="r-3", stance="denied"))
    assert codes(sieves.drop_retracted, *figures, grounds=grounds) == {"c-3": "retracted"}


def test_a_figure_for_a_district_told_as_that_of_a_strike_is_left_out() -> None:
    wide = state("c-2", 52, 52, by="the front", scope="across the district")
    grounds = structs.replace(GROUNDS, wider=(wide,))
    misread = state("c-1", 52, 52, by="the front", report="r-2")
    assert codes(sieves.drop_other_scopes, misread, grounds=grounds) == {"c-1": "other scope"}
    other = state("c-1", 52, 52, by="the mission", report="r-2")
    assert codes(sieves.drop_other_scopes, other, grounds=grounds) == {}
    same_report = state("c-1", 52, 52, by="the front")
    assert codes(sieves.drop_other_scopes, same_report, grounds=grounds) == {}


def test_who_was_moved_or_is_left_was_counted_before() -> None:
    moved = structs.replace(
        make_claim("c-1", counts=(make_count(4, 4, text="Four"),)),
        quote="Four of the bodies were brought from the Sisters' clinic",
    )
    left = structs.replace(
        make_claim("c-2", counts=(make_count(2, 2, text="Two bodies"),)),
        quote="Two bodies are still in the chapel",
    )
    grounds = structs.replace(GROUNDS, claims={"c-1": moved, "c-2": left})
    figures = (state("c-1", 4, 4), state("c-2", 2, 2), state("c-3", 14, 14))
    assert codes(sieves.drop_shares, *figures, grounds=grounds) == {
        "c-1": "moved",
        "c-2": "part of the whole",
    }


def test_a_smaller_hospital_does_not_lower_the_toll() -> None:
    figures = (
        state("c-1", 21, 21, by="Belmuro District Hospital"),
        state("c-2", 6, 6, by="St Ilma Clinic"),
        state("c-3", 5, 5, by="the governor"),
    )
    kept, left_out = sieves.drop_parts(figures, GROUNDS)
    assert [figure.claim for figure in kept] == ["c-1", "c-3"]
    assert left_out[0].reason == (
        "counts only those who came to St Ilma Clinic; Belmuro District Hospital gives 21"
    )
