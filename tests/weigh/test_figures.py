"""What one claim states of a toll is one figure for all, and one for each status it states."""

from tests.values import make_claim, make_count, make_report

from firsthand.model.casualties import Casualties
from firsthand.weigh.figures import Figure, find_figures
from firsthand.weigh.origins import trace_origins

REPORT = make_report(published="2019-05-15T10:00:00+00:00")


def read(*counts: Casualties) -> tuple[Figure, ...]:
    claim = make_claim("c-1", counts=counts)
    origins = trace_origins((claim,), {"r-1": REPORT}, (), {})
    return find_figures((claim,), {"r-1": REPORT}, origins)


def test_joined_counts_of_one_claim_add_up() -> None:
    (whole, civilian) = read(
        make_count(2, 2, status="civilian"), make_count(3, None, name="n-2", text="3 porters")
    )
    assert (whole.status, whole.low, whole.high) == ("all", 5, None)
    assert (civilian.status, civilian.low, civilian.high) == ("civilian", 2, 2)


def test_parts_are_not_added_to_their_whole() -> None:
    (whole, civilian) = read(
        make_count(19, 19), make_count(16, 16, status="civilian", part_of="n-1", name="n-2")
    )
    assert (whole.low, whole.high) == (19, 19)
    assert (civilian.low, civilian.high) == (16, 16)


def test_a_cumulative_count_holds_what_was_added() -> None:
    (whole,) = read(
        make_count(4, 4, counting="additional"),
        make_count(26, 26, counting="cumulative", name="n-2"),
    )
    assert (whole.low, whole.counting) == (26, "cumulative")


def test_counts_of_another_scope_are_figures_of_their_own() -> None:
    rows = {figure.row for figure in read(make_count(31, 31), make_count(58, 58, scope="wide"))}
    assert rows == {("killed", "all", None, None), ("killed", "all", None, "wide")}


def test_words_for_single_people_are_no_number() -> None:
    (figure,) = read(make_count(1, 1, text="Her neighbour"))
    assert figure.individual
    (family,) = read(make_count(1, 1, text="Dario Vens"), make_count(2, 2, name="n-2"))
    assert family.individual
    (numbered,) = read(make_count(1, 1, text="one person"))
    assert not numbered.individual


def test_a_figure_keeps_the_day_it_was_stated() -> None:
    (figure,) = read(make_count(9, None))
    assert figure.day == "2019-05-15"
    assert figure.largest == 9


def test_no_civilians_is_no_count_of_all() -> None:
    (civilian,) = read(make_count(0, 0, status="civilian"))
    assert (civilian.status, civilian.high) == ("civilian", 0)
