"""Parts of a text join, contain and quote as half-open ranges."""

import itertools

from hypothesis import given
from hypothesis import strategies as some

from firsthand.model.spans import contains, covers, hull, join_parts, overlap, quote_parts

PARTS = some.lists(
    some.tuples(some.integers(0, 30), some.integers(0, 30)).map(lambda pair: (min(pair), max(pair)))
)


def test_a_quote_joins_its_parts_with_an_ellipsis() -> None:
    assert quote_parts("They shelled, he said, the market.", [(0, 12), (23, 33)]) == (
        "They shelled … the market"
    )


def test_touching_parts_do_not_overlap() -> None:
    assert not overlap((0, 3), (3, 5))
    assert overlap((0, 4), (3, 5))


def test_a_part_is_covered_by_one_part_and_not_by_two_halves() -> None:
    assert covers([(0, 9)], (3, 9))
    assert not covers([(0, 5), (5, 9)], (3, 7))
    assert contains((0, 5), (0, 5))


def test_the_hull_holds_all_parts() -> None:
    assert hull([(7, 9), (2, 3)]) == (2, 9)


def test_what_has_no_parts_stands_nowhere() -> None:
    assert hull([]) == (0, 0)
    assert not overlap(hull([]), hull([]))


def test_parts_with_only_blanks_between_are_one() -> None:
    assert join_parts([(4, 7), (0, 3)], "one two three") == ((0, 7),)


@given(PARTS)
def test_joined_parts_are_sorted_and_apart(parts: list[tuple[int, int]]) -> None:
    joined = join_parts(parts, "x" * 30)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(joined))
    assert all(
        any(contains(part, given) for part in joined) for given in parts if given[0] < given[1]
    )
