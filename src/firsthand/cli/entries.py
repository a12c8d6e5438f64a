"""Entries: what was typed after `firsthand decide`, read and checked before a case is opened."""

from collections.abc import Mapping, Sequence
from typing import get_args

import msgspec

from firsthand.errors import UsageError
from firsthand.keep.decisions import Entered
from firsthand.model.casualties import Outcome
from firsthand.model.decisions import KINDS, DecisionKind, Figure
from firsthand.model.media import Box, MediaPart, Stretch
from firsthand.model.spans import Part

# Which options a decision takes; those of the second table it cannot do without.
TAKES: Mapping[str, frozenset[str]] = {
    "edit": frozenset({"--set"}),
    "add": frozenset(
        {"--set", "--part", "--box", "--time", "--quote", "--translation", "--translator"}
    ),
    "settle": frozenset({"--figure"}),
    "grade": frozenset({"--grade"}),
}
NEEDS = {
    "edit": ("--set", "stance=denied"),
    "settle": ("--figure", "killed:all:14"),
    "grade": ("--grade", "fair"),
}
# What a figure may be of.
OUTCOMES: tuple[str, ...] = get_args(Outcome)
# How many ids a decision is about, where it is not one.
PAIRS = {"merge": "the incidents that are one", "split": "an incident and the claims that leave it"}


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A decision as it was typed, read and checked as far as it can be without the case."""

    kind: DecisionKind
    ids: Sequence[str]
    changes: Mapping[str, str]
    entered: Entered
    figure: Figure | None
    grade: str | None


def read_given(
    kind: str,
    ids: Sequence[str],
    lists: Mapping[str, Sequence[str]],
    words: Mapping[str, str | None],
) -> Given:
    """Read what was typed: `lists` and `words` are the options, by their names.

    Raises UsageError for whatever does not belong together or cannot be read.
    """
    if kind not in KINDS:
        raise UsageError(f"“{kind}” is no decision. Use one of {', '.join(KINDS)}.")
    checked: DecisionKind = msgspec.convert(kind, DecisionKind)
    check_ids(checked, ids)
    given = [name for name, values in lists.items() if values]
    check_options(checked, [*given, *(name for name, word in words.items() if word is not None)])
    return Given(
        kind=checked,
        ids=ids,
        changes=read_changes(lists["--set"]),
        entered=Entered(
            parts=read_parts(lists["--part"]),
            source=read_source(words["--box"], words["--time"]),
            quote=words["--quote"],
            translation=words["--translation"],
            translator=words["--translator"],
        ),
        figure=read_figure(words["--figure"]),
        grade=words["--grade"],
    )


def check_options(kind: DecisionKind, given: Sequence[str]) -> None:
    """Raise UsageError for an option that the decision does not take, or lacks."""
    takes = TAKES.get(kind, frozenset())
    other = next((option for option in given if option not in takes), None)
    if other is not None:
        fitting = ", ".join(name for name, options in TAKES.items() if other in options)
        raise UsageError(f"{other} says nothing to “{kind}”: it belongs to {fitting}.")
    option, example = NEEDS.get(kind, ("", ""))
    if option and option not in given:
        raise UsageError(f"“{kind}” needs {option}, for example {option} {example}.")


def check_ids(kind: DecisionKind, ids: Sequence[str]) -> None:
    """Raise UsageError where a decision is about more or fewer things than were named."""
    if kind in PAIRS and len(ids) < 2:
        raise UsageError(f"“{kind}” needs {PAIRS[kind]}: give the ids of both.")
    if (kind not in PAIRS and len(ids) > 1) or (kind == "merge" and len(ids) > 2):
        raise UsageError(
            f"“{kind}” decides on {'two incidents' if kind == 'merge' else 'one thing'} at a time, "
            f"and {len(ids)} were named."
        )


def read_changes(words: Sequence[str]) -> dict[str, str]:
    """Read --set: a field and its value."""
    return dict(_split(item, "=", "--set", "stance=denied") for item in words)


def read_parts(words: Sequence[str]) -> tuple[Part, ...]:
    """Read --part: from which to which character of the text."""
    parts = []
    for item in words:
        first, last = _split(item, ":", "--part", "120:164")
        try:
            parts.append((int(first), int(last)))
        except ValueError as error:
            raise UsageError(f"--part: “{item}” is no part. Give two numbers: 120:164.") from error
    return tuple(parts)


def read_source(box: str | None, time: str | None) -> MediaPart | None:
    """Read --box and --time; null where neither was given."""
    if box is None and time is None:
        return None
    return MediaPart(
        box=None if box is None else _read_box(box),
        time=None if time is None else _read_stretch(time),
    )


def read_figure(words: str | None) -> Figure | None:
    """Read --figure: outcome, status and number."""
    if words is None:
        return None
    try:
        outcome, status, value = words.split(":")
        return msgspec.convert({"outcome": outcome, "status": status, "value": int(value)}, Figure)
    except (ValueError, msgspec.ValidationError) as error:
        raise UsageError(
            f"--figure: “{words}” is no figure. Give outcome, status and number, killed:all:14. "
            f"Outcomes: {', '.join(OUTCOMES)}."
        ) from error


def _read_box(words: str) -> Box:
    page, found, corners = words.rpartition(":")
    try:
        left, top, right, bottom = (float(number) for number in corners.split(","))
        box = Box(page=int(page) if found else None, left=left, top=top, right=right, bottom=bottom)
    except ValueError as error:
        raise UsageError(
            f"--box: “{words}” is no box. Give left,top,right,bottom: 40,80,300,140; "
            "with the page of a PDF 2:72,90,300,120."
        ) from error
    if not (0 <= left < right < float("inf") and 0 <= top < bottom < float("inf")):
        raise UsageError(f"--box: “{words}” has no inside. Its first corner is the top left one.")
    if box.page is not None and box.page < 1:
        raise UsageError("--box: pages are counted from 1.")
    return box


def _read_stretch(words: str) -> Stretch:
    first, last = _split(words, ":", "--time", "12.5:14")
    try:
        time = Stretch(start=float(first), end=float(last))
    except ValueError as error:
        raise UsageError(f"--time: “{words}” is no time. Give seconds: 12.5:14.") from error
    if not 0 <= time.start < time.end < float("inf"):
        raise UsageError(f"--time: “{words}” ends before it begins. Give seconds: 12.5:14.")
    return time


def _split(words: str, mark: str, option: str, example: str) -> tuple[str, str]:
    left, found, right = words.partition(mark)
    if not found or not left:
        raise UsageError(f"{option}: “{words}” lacks a “{mark}”: {option} {example}.")
    return left, right
