"""Passages: the runs of words that texts share, and where in each they stand."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from msgspec import Struct

from firsthand.model.spans import Part

# Runs of eight words are hardly ever shared by chance.
RUN_WORDS = 8

# A run as a number: a run of eight words as text would take ten times the memory.
Run = int

_WORD = re.compile(r"\w+")


class Words(Struct, frozen=True):
    """The words of a text by where they stand, and its runs by the word each begins with."""

    spans: tuple[Part, ...]
    runs: Mapping[Run, tuple[int, ...]]


def list_runs(text: str) -> Words:
    """List the words of a text and its runs; letters are folded, marks left out."""
    found = list(_WORD.finditer(text))
    words = [match[0].casefold() for match in found]
    runs: dict[Run, list[int]] = {}
    for index in range(len(words) - RUN_WORDS + 1):
        runs.setdefault(_number(words[index : index + RUN_WORDS]), []).append(index)
    return Words(
        spans=tuple(match.span() for match in found),
        runs={run: tuple(starts) for run, starts in runs.items()},
    )


def _number(run: Sequence[str]) -> Run:
    """Return a number for a run, the same in every process: `hash` differs from one to the next."""
    digest = hashlib.blake2b(" ".join(run).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest())


def count_words(words: Words, runs: Iterable[Run]) -> int:
    """Count the words of a text that stand in some of its runs."""
    return sum(end - start for start, end in _join_runs(words, runs))


def find_passages(words: Words, runs: Set[Run]) -> tuple[Part, ...]:
    """Find the longest passages of a text that some of its runs make up."""
    return tuple(
        (words.spans[start][0], words.spans[end - 1][1]) for start, end in _join_runs(words, runs)
    )


def _join_runs(words: Words, runs: Iterable[Run]) -> Iterator[Part]:
    """Yield stretches of words, by their indexes, that runs cover without a gap."""
    first = last = -1
    for start in sorted(index for run in runs for index in words.runs.get(run, ())):
        if start > last:
            if last > 0:
                yield first, last
            first = start
        last = start + RUN_WORDS
    if last > 0:
        yield first, last
