"""Copies: reports that carry one text, told by the runs of words they share."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from firsthand.link.groups import join_pairs
from firsthand.model.accounts import Copies
from firsthand.model.ids import make_id
from firsthand.model.reports import Document

# Runs of eight words are hardly ever shared by chance; half of a text's runs make it a copy.
RUN_WORDS = 8
LEAST_SHARE = 0.5

# A run that one publisher has in this many reports belongs to its pages, not to a report.
FURNITURE = 3
# A text left with fewer runs of its own is too short to be told for a copy.
LEAST_RUNS = 8

Runs: TypeAlias = dict[tuple[str, ...], tuple[int, int]]

_WORD = re.compile(r"\w+")


def find_copies(documents: Sequence[Document]) -> tuple[Copies, ...]:
    """Group the reports that share most of the shorter one's words, with the words they share."""
    runs = _drop_furniture(documents, {d.report.id: _find_runs(d.text) for d in documents})
    pairs = _find_pairs(runs)
    by_id = {item.report.id: item for item in documents}
    return tuple(_make_copies([by_id[name] for name in group], runs) for group in join_pairs(pairs))


def _drop_furniture(documents: Sequence[Document], runs: dict[str, Runs]) -> dict[str, Runs]:
    """Drop the runs that one publisher has in many reports: logins, newsletters, page furniture."""
    publishers = {item.report.id: item.report.publisher for item in documents}
    held = Counter(
        (publishers[name], run) for name, own in runs.items() for run in own if publishers[name]
    )
    return {
        name: {run: part for run, part in own.items() if held[publishers[name], run] < FURNITURE}
        for name, own in runs.items()
    }


def _find_runs(text: str) -> Runs:
    words = [(match[0].casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]
    runs: Runs = {}
    for index in range(len(words) - RUN_WORDS + 1):
        window = words[index : index + RUN_WORDS]
        runs.setdefault(tuple(word for word, _, _ in window), (window[0][1], window[-1][2]))
    return runs


def _find_pairs(runs: dict[str, Runs]) -> list[tuple[str, str]]:
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(runs):
        for run in runs[name]:
            holders[run].append(name)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        for index, one in enumerate(names):
            for other in names[index + 1 :]:
                shared[one, other] += 1
    return sorted(
        pair
        for pair, count in shared.items()
        if count >= max(LEAST_RUNS, LEAST_SHARE * min(len(runs[pair[0]]), len(runs[pair[1]])))
    )


def _make_copies(group: Sequence[Document], runs: dict[str, Runs]) -> Copies:
    names = [item.report.id for item in group]
    origin, why = _find_origin(group)
    return Copies(
        id=make_id("k", *names),
        origin=origin,
        reports=tuple(names),
        reason=f"they share at least {LEAST_SHARE:.0%} of the shorter one's runs of "
        f"{RUN_WORDS} words; {why}",
        passages=_find_passages(names, runs),
    )


def _find_origin(group: Sequence[Document]) -> tuple[str | None, str]:
    """Find whom the others credit, else the only earliest; in doubt nobody."""
    credited = {credit.name.casefold() for item in group for credit in item.report.credits}
    named = [
        item
        for item in group
        if item.report.publisher and item.report.publisher.casefold() in credited
    ]
    if len(named) == 1:
        return named[0].report.id, "its publisher is credited"
    dated = sorted(
        (item.report.published, item.report.id) for item in group if item.report.published
    )
    if len(dated) == len(group) and dated[0][0][:10] < dated[1][0][:10]:
        return dated[0][1], "it was published first"
    return None, "which of them was first is not known"


def _find_passages(names: Sequence[str], runs: dict[str, Runs]) -> tuple[tuple[str, int, int], ...]:
    passages: list[tuple[str, int, int]] = []
    for name in names:
        others = [runs[other] for other in names if other != name]
        for run, (start, end) in runs[name].items():
            if not any(run in other for other in others):
                continue
            if passages and passages[-1][0] == name and start <= passages[-1][2]:
                passages[-1] = (name, passages[-1][1], max(end, passages[-1][2]))
            else:
                passages.append((name, start, end))
    return tuple(passages)
