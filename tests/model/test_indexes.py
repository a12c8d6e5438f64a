"""An index finds everything that stands near a part, in order, and little else."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model.indexes import index_spans
from firsthand.model.spans import Part, overlap

PARTS = st.tuples(st.integers(0, 5000), st.integers(1, 900)).map(lambda p: (p[0], p[0] + p[1]))


def test_what_stands_far_away_is_not_looked_at() -> None:
    index = index_spans([(((0, 10),), "first"), (((90_000, 90_010),), "last")])
    assert index.near((5, 8)) == ("first",)
    assert index.near((50_000, 50_001)) == ()


def test_an_item_with_many_parts_is_found_once() -> None:
    index = index_spans([(((0, 10), (20, 30), (5000, 5010)), "split")])
    assert index.near((0, 5010)) == ("split",)


@given(st.lists(PARTS, max_size=30), PARTS)
def test_everything_that_overlaps_is_found_in_order(parts: list[Part], wanted: Part) -> None:
    index = index_spans([((part,), number) for number, part in enumerate(parts)])
    found = index.near(wanted)
    assert list(found) == sorted(found)
    assert {n for n, part in enumerate(parts) if overlap(part, wanted)} <= set(found)
