"""A series is followed day by day; what falls or does not add up is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weigh.test_tolls import state

from firsthand.weigh.series import Entry, find_breaks, list_entries


def check(*days: tuple[int | None, int | None]) -> list[tuple[str, str]]:
    entries = [
        Entry(name=str(place), total=total, added=added)
        for place, (total, added) in enumerate(days)
    ]
    return [(one.name, one.fault) for one in find_breaks(entries)]


@pytest.mark.parametrize(
    ("days", "breaks"),
    [
        (((9, None), (12, 3)), []),
        (((9, None), (15, 3)), [("1", "does not add up")]),
        (((9, None), (8, 3)), [("1", "falls")]),
        (((9, None), (15, None)), []),
        (((9, None), (None, 3), (12, 0)), []),
        (((9, None), (None, 3), (13, 0)), [("2", "does not add up")]),
        (((9, None), (None, None), (20, 1)), []),
        (((None, 3), (9, None)), []),
    ],
)
def test_a_whole_is_the_one_before_and_what_was_added(
    days: tuple[tuple[int | None, int | None], ...], breaks: list[tuple[str, str]]
) -> None:
    assert check(*days) == breaks


@given(st.lists(st.integers(min_value=0, max_value=50), max_size=20))
def test_what_adds_up_has_no_break(added: list[int]) -> None:
    totals = [sum(added[: place + 1]) for place in range(len(added))]
    assert check(*zip(totals, added, strict=True)) == []


def test_a_break_says_what_was_expected() -> None:
    (one,) = find_breaks([Entry(name="a", total=9), Entry(name="b", total=15, added=3)])
    assert (one.before, one.earlier, one.expected, one.total) == ("a", 9, 12, 15)


def test_the_largest_whole_of_a_day_and_what_it_added_are_one_entry() -> None:
    figures = (
        state("c-1", 9, 9, day="2019-05-14"),
        state("c-2", 3, 3),
        state("c-3", 12, 12),
        state("c-4", 3, 3, counting="additional"),
    )
    assert list_entries(figures) == (
        Entry(name="c-1", total=9, added=None, day="2019-05-14"),
        Entry(name="c-3", total=12, added=3, day="2019-05-15"),
    )


def test_days_of_which_nothing_was_said_explain_what_does_not_add_up() -> None:
    nine = Entry(name="a", total=9, day="2019-05-14")
    next_day = Entry(name="b", total=15, added=3, day="2019-05-15")
    later = Entry(name="b", total=15, added=3, day="2019-05-17")
    fallen = Entry(name="b", total=8, added=3, day="2019-05-17")
    assert [one.fault for one in find_breaks([nine, next_day])] == ["does not add up"]
    assert find_breaks([nine, later]) == ()
    assert [one.fault for one in find_breaks([nine, fallen])] == ["falls"]
