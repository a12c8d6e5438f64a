"""Likenesses: how much two reports have in common by the rare words of what they claim."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nsmallest

from msgspec import Struct

from firsthand.link.rarities import list_names
from firsthand.model.readings import Reading

# A word in more reports than this, or in more than this share of them, tells nothing.
MOST_REPORTS = 60
MOST_SHARE = 0.05
# Among fewer reports a word that two have is no rarity.
LEAST_REPORTS = 40
# Reports less alike than this are not one event by their words, whatever else speaks for it.
LEAST_LIKENESS = 0.06
# A town in common is enough for reports as alike as this.
LEAST_SHARED = 0.07
MOST_SHOWN = 3

# How alike the words of two reports must be if they appeared at most so many days apart, by whether
# their places are one (or not known). Set by hand after counting pairs of shooting reports: of
# those joined so, nine in ten and more are one event.
_SAME_DAY = {True: 0.06, None: 0.09}
_UNDATED = {
    True: ((3, 0.09), (7, 0.1), (40, 0.16)),
    None: ((3, 0.11), (7, 0.2), (15, 0.25), (40, 0.4)),
}
# Days told beside each other may be one night; of farther ones one may be that of a hearing.
_NEXT_DAY = {True: ((7, 0.15),), None: ((7, 0.15),)}
_OTHER_DAY = {True: ((7, 0.25),), None: ((3, 0.25),)}

# Numbers count: of a house, of a road, an age.
_WORD = re.compile(r"[^\W\d_]{3,}|\d{1,5}")

Pair = tuple[str, str]


class Likeness(Struct, frozen=True, gc=False):
    """The cosine of two reports' rare words, each weighed by its rarity, with the rarest shared."""

    share: float
    words: tuple[str, ...] = ()


def list_words(reading: Reading) -> frozenset[str]:
    """List the words of a report's claims and names: nothing that stands around an article."""
    texts = [*(claim.quote.casefold() for claim in reading.claims), *list_names(reading)]
    return frozenset(word for text in texts for word in _WORD.findall(text))


def find_alike(reports: Mapping[str, Iterable[str]]) -> dict[Pair, Likeness]:
    """Find the pairs of reports, in order, that share enough rare words.

    Only the reports that hold a rare word are looked up, so the cost of a report does not grow
    with the number of all. Among few reports no word is known to be rare.
    """
    if len(reports) < LEAST_REPORTS:
        return {}
    weights = _weigh_words(reports)
    holders: dict[str, list[str]] = {}
    known: dict[str, frozenset[str]] = {}
    lengths: dict[str, float] = {}
    alike: dict[Pair, Likeness] = {}
    for name in sorted(reports):
        words = known[name] = frozenset(word for word in reports[name] if word in weights)
        lengths[name] = math.sqrt(sum(weights[word] for word in words))
        shared: dict[str, float] = {}
        for word in words:
            held = holders.setdefault(word, [])
            for other in held:
                shared[other] = shared.get(other, 0.0) + weights[word]
            held.append(name)
        for other, weight in shared.items():
            share = round(weight / (lengths[name] * lengths[other]), 4)
            if share >= LEAST_LIKENESS and len(both := known[other] & words) >= MOST_SHOWN:
                alike[other, name] = Likeness(share, _find_rarest(both, weights))
    return alike


def is_same_day(like: Likeness, *, place: bool | None) -> bool:
    """Tell whether reports of one day are alike enough to tell of one event."""
    return place is not False and like.share >= _SAME_DAY[place]


def are_alike(like: Likeness, days: int, gap: int | None, *, place: bool | None) -> bool:
    """Tell whether reports that appeared so many days apart are alike enough to tell of one event.

    `gap` are the days between the times they state, None if one states none.
    """
    if place is False:
        return False
    steps = _UNDATED if gap is None else _NEXT_DAY if gap <= 1 else _OTHER_DAY
    return any(days <= most and like.share >= least for most, least in steps[place])


def _weigh_words(reports: Mapping[str, Iterable[str]]) -> dict[str, float]:
    """Weigh words by the square of their rarity: the logarithm of all over those that have it."""
    held = Counter(word for words in reports.values() for word in set(words))
    total = len(reports)
    most = min(MOST_REPORTS, MOST_SHARE * total)
    return {word: math.log(total / n) ** 2 for word, n in held.items() if 1 < n <= most}


def _find_rarest(words: Iterable[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(nsmallest(MOST_SHOWN, words, key=lambda word: (-weights[word], word)))
