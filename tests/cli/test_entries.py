"""What was typed after `firsthand decide` is read whole, or refused with what to type instead."""

from collections.abc import Mapping

import pytest

from firsthand.cli.entries import (
    Given,
    read_changes,
    read_figure,
    read_given,
    read_parts,
    read_source,
)
from firsthand.errors import UsageError
from firsthand.model.decisions import Figure
from firsthand.model.media import Box, MediaPart, Stretch

NONE = dict.fromkeys(
    ("--box", "--time", "--quote", "--translation", "--translator", "--figure", "--grade")
)


def give(
    kind: str, *ids: str, changes: tuple[str, ...] = (), words: Mapping[str, str] | None = None
) -> Given:
    return read_given(kind, ids, {"--set": changes, "--part": ()}, {**NONE, **(words or {})})


def test_a_box_lies_in_a_picture_or_on_a_page() -> None:
    box = Box(page=None, left=40, top=80, right=300, bottom=140.5)
    assert read_source("40,80,300,140.5", None) == MediaPart(box=box)
    paged = read_source("2:40,80,300,140.5", "12.5:14")
    assert paged is not None
    assert (paged.box is not None, paged.time) == (True, Stretch(start=12.5, end=14))
    assert paged.box is not None
    assert paged.box.page == 2
    assert read_source(None, None) is None


@pytest.mark.parametrize(
    ("box", "time"),
    [
        ("40,80,300", None),
        ("40,80,30,140", None),
        ("-1,80,30,140", None),
        ("nan,80,30,140", None),
        ("0:40,80,300,140", None),
        ("x:40,80,300,140", None),
        (None, "12"),
        (None, "14:12.5"),
        (None, "a:b"),
        (None, "0:inf"),
    ],
)
def test_a_place_that_cannot_be_is_refused(box: str | None, time: str | None) -> None:
    with pytest.raises(UsageError, match=r"--(box|time)"):
        read_source(box, time)


def test_figures_parts_and_changes_are_read() -> None:
    assert read_figure("killed:all:14") == Figure(outcome="killed", status="all", value=14)
    assert read_figure(None) is None
    assert read_parts(["120:164", "3:9"]) == ((120, 164), (3, 9))
    assert read_changes(["stance=denied", "place=null"]) == {"stance": "denied", "place": "null"}


@pytest.mark.parametrize("words", ["killed:14", "dead:all:14", "killed:all:many", "killed:all:-1"])
def test_a_figure_that_is_none_is_refused_with_the_outcomes_there_are(words: str) -> None:
    with pytest.raises(UsageError, match="killed, injured"):
        read_figure(words)


@pytest.mark.parametrize(
    ("kind", "ids", "words", "reason"),
    [
        ("bless", ("c-1",), {}, "is no decision"),
        ("confirm", ("c-1", "c-2"), {}, "one thing at a time"),
        ("merge", ("i-1",), {}, "the incidents that are one"),
        ("merge", ("i-1", "i-2", "i-3"), {}, "two incidents at a time"),
        ("split", ("i-1",), {}, "the claims that leave it"),
        ("confirm", ("c-1",), {"--grade": "fair"}, "it belongs to grade"),
        ("grade", ("i-1",), {}, "needs --grade"),
        ("settle", ("i-1",), {}, "needs --figure, for example --figure killed:all:14"),
        ("edit", ("c-1",), {}, "needs --set"),
        ("settle", ("i-1",), {"--box": "1,2,3,4"}, "it belongs to add"),
    ],
)
def test_what_does_not_belong_together_is_refused(
    kind: str, ids: tuple[str, ...], words: dict[str, str], reason: str
) -> None:
    with pytest.raises(UsageError, match=reason):
        give(kind, *ids, words=words)


def test_what_belongs_together_is_given_on() -> None:
    given = give("grade", "i-1", words={"--grade": "fair"})
    assert (given.kind, given.grade, given.figure) == ("grade", "fair", None)
    assert give("edit", "c-1", changes=("stance=denied",)).changes == {"stance": "denied"}
    assert give("split", "i-1", "c-1", "c-2").ids == ("i-1", "c-1", "c-2")
