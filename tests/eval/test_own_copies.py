"""Our labelled copies are the same at every run, and truly of one text."""

import random

from eval.own_copies import EDITS, judge_copies, load_sources, make_case


def test_a_collection_is_the_same_at_every_run() -> None:
    sources = dict(load_sources())
    assert make_case(sources, random.Random(3)) == make_case(sources, random.Random(3))


def test_collections_hold_copies_and_reports_that_are_none() -> None:
    sources = dict(load_sources())
    made = [item for number in range(10) for item in make_case(sources, random.Random(number))]
    assert {item.edit for item in made} >= set(EDITS) | {"as it is"}
    assert any(item.edit.startswith("another report") for item in made)


def test_a_judgement_counts_pairs() -> None:
    judgement = next(judge_copies())
    found, pairs = judgement.points
    assert 0 < found.value <= found.total
    assert 0 < pairs.value <= pairs.total
