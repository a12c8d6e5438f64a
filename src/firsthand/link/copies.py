"""Copies: reports that carry one text, told by the runs of words they share."""

import datetime
from collections.abc import Mapping, Sequence, Set

from firsthand.link.candidates import LEAST_RUNS, find_copy_candidates
from firsthand.link.furniture import find_furniture
from firsthand.link.groups import join_pairs
from firsthand.link.passages import Run, Words, count_words, find_passages, list_runs
from firsthand.model.accounts import Copies
from firsthand.model.ids import make_id
from firsthand.model.reports import Document

# Half of the words of a text make it a copy; below that it quotes.
LEAST_SHARE = 0.5
# Texts of which so much stands in a longer one are cuts of it.
CUT_SHARE = 0.8
LEAST_CUTS = 2
SHORTEST_INITIALS = 3

Runs = Mapping[str, Set[Run]]


def find_copies(documents: Sequence[Document]) -> tuple[Copies, ...]:
    """Group the reports that share most of the shorter one's words, with the words they share."""
    texts = {item.report.id: list_runs(item.text) for item in documents}
    furniture = find_furniture(documents, texts)
    runs = {name: words.runs.keys() - furniture for name, words in texts.items()}
    pairs = [
        pair for pair in find_copy_candidates(texts, furniture) if _are_copies(pair, texts, runs)
    ]
    by_id = {item.report.id: item for item in documents}
    return tuple(
        _make_copies([by_id[name] for name in group], texts, runs) for group in join_pairs(pairs)
    )


def _are_copies(pair: tuple[str, str], texts: Mapping[str, Words], runs: Runs) -> bool:
    """Tell whether two texts share most words of the shorter one."""
    one, other = pair
    shared = runs[one] & runs[other]
    if len(shared) < LEAST_RUNS:
        return False
    return any(
        count_words(texts[name], shared) >= LEAST_SHARE * count_words(texts[name], runs[name])
        for name in pair
    )


def _make_copies(group: Sequence[Document], texts: Mapping[str, Words], runs: Runs) -> Copies:
    names = [item.report.id for item in group]
    shared = {name: _find_shared(name, names, runs) for name in names}
    origin, why = _find_origin(group, _find_longest(texts, runs, shared))
    shares = sorted(
        round(100 * count_words(texts[name], shared[name]) / count_words(texts[name], runs[name]))
        for name in names
    )
    return Copies(
        id=make_id("k", *names),
        origin=origin,
        reports=tuple(names),
        reason=f"{shares[0]}% to {shares[-1]}% of their words stand in another of them; {why}",
        passages=tuple(
            (name, start, end)
            for name in names
            for start, end in find_passages(texts[name], shared[name])
        ),
    )


def _find_shared(name: str, names: Sequence[str], runs: Runs) -> set[Run]:
    others = (runs[name] & runs[other] for other in names if other != name)
    return set().union(*others)


def _find_longest(
    texts: Mapping[str, Words], runs: Runs, shared: Mapping[str, Set[Run]]
) -> str | None:
    """Find the text of three or more that all others are cuts of, each its own, if there is one.

    Of two the longer may be the first, or the other with words added.
    """
    longest = max(shared, key=lambda name: count_words(texts[name], shared[name]))
    others = [name for name in shared if name != longest]
    if len(others) < LEAST_CUTS or len({frozenset(shared[name]) for name in others}) < LEAST_CUTS:
        return None
    for name in others:
        whole, common = count_words(texts[name], runs[name]), runs[name] & runs[longest]
        if count_words(texts[name], common) < CUT_SHARE * whole:
            return None
        if len(common) > CUT_SHARE * len(runs[longest]):
            return None
    return longest


def _find_origin(group: Sequence[Document], longest: str | None) -> tuple[str | None, str]:
    """Find whom the others credit, else the only earliest, else what all are cut from."""
    named = _find_credited(group)
    if len(named) == 1:
        return named[0].report.id, "its publisher is credited"
    earliest = _find_earliest(group)
    if earliest is not None:
        return earliest, "it was published first"
    if longest is not None:
        return longest, "the others are shorter cuts of it"
    credited = sorted({credit.name for item in group for credit in item.report.credits})
    if credited and not named:
        return None, f"they credit {', '.join(credited)}, whose report is not among them"
    return None, "which of them was first is not known"


def _find_credited(group: Sequence[Document]) -> list[Document]:
    credited = {credit.name for item in group for credit in item.report.credits}
    return [
        item
        for item in group
        if item.report.publisher and any(_names(name, item.report.publisher) for name in credited)
    ]


def _names(credit: str, publisher: str) -> bool:
    """Tell whether a credit names a publisher, in full or by its initials: "CPA"."""
    if credit.casefold() == publisher.casefold():
        return True
    initials = "".join(word[0] for word in publisher.split() if word[0].isupper())
    return len(credit) >= SHORTEST_INITIALS and credit == initials


def _find_earliest(group: Sequence[Document]) -> str | None:
    """Find the only report that certainly appeared first: a day alone is not before its hours."""
    told = [(item.report.published, item.report.id) for item in group if item.report.published]
    if len(told) < len(group):
        return None
    day = min(published[:10] for published, _ in told)
    first = [(published, name) for published, name in told if published[:10] == day]
    if len(first) == 1:
        return first[0][1]
    zones = {datetime.datetime.fromisoformat(when).tzinfo is None for when, _ in first}
    if len(zones) > 1 or any("T" not in when for when, _ in first):
        return None
    instants = sorted((datetime.datetime.fromisoformat(when), name) for when, name in first)
    return instants[0][1] if instants[0][0] < instants[1][0] else None
