"""Daily tolls: the days of a cumulative series that do not follow, by our weighing and by hand."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from eval.packs import GOLD_FOLDER
from firsthand.model.casualties import Counting, Outcome
from firsthand.weigh.figures import Figure
from firsthand.weigh.origins import Origin
from firsthand.weigh.series import find_breaks, list_entries

PACK = "tolls_daily"
GOLD = GOLD_FOLDER / PACK / "gaza_daily.jsonl"
OUTCOMES: tuple[Outcome, ...] = ("killed", "injured")


class Day(Struct, frozen=True, kw_only=True):
    """One day as reported: what it added and the whole so far; null where it was not reported."""

    date: str
    killed: int | None = None
    killed_cum: int | None = None
    injured: int | None = None
    injured_cum: int | None = None

    def tell(self, outcome: Outcome) -> tuple[int | None, int | None]:
        """Return the whole and the addition of one outcome."""
        if outcome == "killed":
            return self.killed_cum, self.killed
        return self.injured_cum, self.injured


def score_daily(path: Path = GOLD) -> dict[str, float]:
    """Score the days we find against plain arithmetic: the share of found and wanted in both."""
    days = load_days(path)
    scores = {}
    for outcome in OUTCOMES:
        found, wanted = find_days(days, outcome), add_by_hand(days, outcome)
        scores[f"{outcome}_same_days"] = _share(found & wanted, found | wanted)
    return scores


def load_days(path: Path) -> list[Day]:
    """Load the days of the pack in order."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    days = (Day(**{name: row[name] for name in Day.__struct_fields__}) for row in rows)
    return sorted(days, key=lambda day: day.date)


def find_days(days: Sequence[Day], outcome: Outcome) -> set[str]:
    """Find the days that do not follow, as weighing does: figures of one origin, day after day."""
    figures = [figure for day in days for figure in _list_figures(day, outcome)]
    return {one.name for one in find_breaks(list_entries(figures))}


def add_by_hand(days: Sequence[Day], outcome: Outcome) -> set[str]:
    """Find the same days by plain arithmetic on each day and the one before it.

    A day whose own addition is not known can only fall; after a day without a whole nothing is
    known of what was added meanwhile, so the next can only fall below the last one known.
    """
    wrong = set()
    last: int | None = None
    gap = False
    for day in days:
        total, added = day.tell(outcome)
        if total is None:
            gap = True
            continue
        adds_up = added is None or gap or last is None or total == last + added
        if last is not None and (total < last or not adds_up):
            wrong.add(day.date)
        last, gap = total, False
    return wrong


def _list_figures(day: Day, outcome: Outcome) -> Iterator[Figure]:
    total, added = day.tell(outcome)
    if total is not None:
        yield _make_figure(day.date, outcome, total, "cumulative")
    if added is not None:
        yield _make_figure(day.date, outcome, added, "additional")


def _make_figure(date: str, outcome: Outcome, number: int, counting: Counting) -> Figure:
    return Figure(
        claim=date,
        report=date,
        origin=_ORIGIN,
        as_of=date,
        stance="asserted",
        outcome=outcome,
        status="all",
        side=None,
        scope=None,
        low=number,
        high=number,
        vague=False,
        counting=counting,
        individual=False,
        headline=False,
        order=0,
    )


_ORIGIN = Origin(key="series", name="the series", actor=None, resolved=True, reason="one source")


def _share(both: set[str], either: set[str]) -> float:
    return len(both) / len(either) if either else 1.0
