"""Own gold: figures of the reading on the cases we wrote ourselves, and what it misses there."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from eval.own_acts import judge_act, judge_norms
from eval.own_copies import judge_copies
from eval.own_counts import judge_counts, judge_times
from eval.own_gold import (
    ActCase,
    AliasCase,
    ChainCase,
    CountCase,
    NormCase,
    StanceCase,
    TimeCase,
    load_cases,
)
from eval.own_judgements import Judgement
from eval.own_speakers import judge_aliases, judge_chain, judge_stance


class OwnFigure(Struct, frozen=True, kw_only=True):
    """One figure of a set of our own gold: `value` of `total` are right."""

    set: str
    name: str
    value: int
    total: int

    @property
    def share(self) -> float:
        """What is right as a share of all, 0 where nothing is to be right."""
        return self.value / self.total if self.total else 0.0


def score_own(sets: Sequence[str] = ()) -> list[OwnFigure]:
    """Score our own gold, all sets of it or some."""
    return add_points([one for name in sets or SETS for one in SETS[name]()])


def list_misses(sets: Sequence[str] = ()) -> None:
    """Print what was expected beside what was found, for every case that is not wholly right."""
    for name in sets or SETS:
        sys.stdout.write("\n".join(map(show_miss, filter(_is_missed, SETS[name]()))) + "\n")


def add_points(judgements: Sequence[Judgement]) -> list[OwnFigure]:
    """Add up the points of many cases, in the order in which the figures come up."""
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for one in judgements:
        for point in one.points:
            value, total = sums.get((one.set, point.name), (0, 0))
            sums[one.set, point.name] = (value + point.value, total + point.total)
    return [
        OwnFigure(set=key[0], name=key[1], value=value, total=total)
        for key, (value, total) in sums.items()
    ]


def show_miss(judgement: Judgement) -> str:
    """Show a case with what was expected and found, one below the other."""
    wrong = ", ".join(point.name for point in judgement.points if point.value < point.total)
    text = judgement.text.replace("\n", " / ")
    return (
        f"{judgement.id}  {text}\n    expected: {judgement.expected}\n"
        f"    found:    {judgement.found}\n    wrong:    {wrong}"
    )


def show_figures(figures: Sequence[OwnFigure]) -> str:
    """Show figures as a table of plain text."""
    return "\n".join(
        f"{one.set:8}  {one.name:34}  {one.share:.3f}  {one.value:4} of {one.total}"
        for one in figures
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, and the misses where they are asked for."""
    parser = argparse.ArgumentParser(prog="python -m eval.own", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; all if none")
    parser.add_argument("--misses", action="store_true", help="also print what was read otherwise")
    given = parser.parse_args(arguments)
    unknown = sorted(set(given.sets) - set(SETS))
    if unknown:
        parser.error(f"there is no set {', '.join(unknown)}; choose from {', '.join(SETS)}")
    judgements = [one for name in given.sets or SETS for one in SETS[name]()]
    if given.misses:
        sys.stdout.write("\n".join(map(show_miss, filter(_is_missed, judgements))) + "\n\n")
    sys.stdout.write(show_figures(add_points(judgements)) + "\n")


def _is_missed(judgement: Judgement) -> bool:
    return judgement.missed


def _judge_chains() -> Iterator[Judgement]:
    yield from map(judge_chain, load_cases("chains", ChainCase))


def _judge_stances() -> Iterator[Judgement]:
    yield from map(judge_stance, load_cases("stances", StanceCase))


def _judge_aliases() -> Iterator[Judgement]:
    yield from map(judge_aliases, load_cases("aliases", AliasCase))


def _judge_counts() -> Iterator[Judgement]:
    yield from map(judge_counts, load_cases("counts", CountCase))


def _judge_times() -> Iterator[Judgement]:
    yield from map(judge_times, load_cases("times", TimeCase))


def _judge_acts() -> Iterator[Judgement]:
    yield from map(judge_act, load_cases("acts", ActCase))


def _judge_norms() -> Iterator[Judgement]:
    yield from map(judge_norms, load_cases("norms", NormCase))


SETS: dict[str, Callable[[], Iterator[Judgement]]] = {
    "chains": _judge_chains,
    "stances": _judge_stances,
    "aliases": _judge_aliases,
    "counts": _judge_counts,
    "times": _judge_times,
    "acts": _judge_acts,
    "norms": _judge_norms,
    "copies": judge_copies,
}


if __name__ == "__main__":
    main()
