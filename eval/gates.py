"""Gates: everything measured at once, beside its floors; whoever lets a figure fall is told."""

import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from msgspec import Struct

from eval.floors import Figure, compare, load_floors, raise_floors, save_floors
from eval.misses import write_misses
from eval.own import score_own
from eval.packs import GOLD_FOLDER, PACKS, WORK, Pack, Record, load_records
from eval.predictors.tolls_daily import PACK as DAILY
from eval.predictors.tolls_daily import score_daily
from eval.readers import write_readers
from eval.runs import Outcome, open_pool, run_clusters, run_pack, save_predictions
from eval.scores import load_rows, score_pack
from eval.tables import show_figures, write_table
from firsthand.cli.progress import Bars

OWN = "own gold: "


class Verdict(Struct, frozen=True, kw_only=True):
    """What a whole run found: figures, and what must never happen."""

    figures: tuple[Figure, ...]
    crashes: tuple[str, ...]
    broken: tuple[str, ...]

    @property
    def failures(self) -> list[str]:
        """Say each reason why the run does not pass, in a sentence."""
        fallen = [
            f"{figure.pack}: {figure.name} fell to {figure.value:.3f}, its floor is {figure.floor}"
            for figure in self.figures
            if figure.fell
        ]
        crashed = [f"reading crashed: {crash}" for crash in self.crashes]
        return fallen + crashed + [f"a quote is not its text: {claim}" for claim in self.broken]


class Choice(Struct, frozen=True, kw_only=True):
    """What of the gate is run: packs by name (none = all), records of each (none = all)."""

    packs: tuple[str, ...] = ()
    limit: int | None = None
    raising: bool = False

    @property
    def whole(self) -> bool:
        """Tell whether everything is run, so that the page may be written."""
        return not self.packs and self.limit is None


def run_gate(choice: Choice) -> int:
    """Run the gate; returns 0 if it passes, 1 if a figure fell, something crashed or misquoted."""
    figures = [] if choice.packs else list(_score_own_gold())
    crashes: list[str] = []
    broken: list[str] = []
    if GOLD_FOLDER.exists():
        if DAILY in choice.packs or not choice.packs:
            scores = score_daily()
            figures.extend(compare(DAILY, scores, tuple(scores)))
        for pack_figures, outcomes, name in _run_packs(choice):
            figures.extend(pack_figures)
            crashes.extend(f"{name} {item.key}\n{item.crash}" for item in outcomes if item.crash)
            broken.extend(f"{name} {item.key} {one}" for item in outcomes for one in item.broken)
    else:
        _say(f"There is no {GOLD_FOLDER}: only our own gold was scored, no pack of others.")
    verdict = Verdict(figures=tuple(figures), crashes=tuple(crashes), broken=tuple(broken))
    return _report(verdict, choice)


def _run_packs(choice: Choice) -> Iterator[tuple[list[Figure], list[Outcome], str]]:
    known: dict[str, bytes] = {}
    with open_pool() as pool, Bars() as bars:
        for pack in PACKS.values():
            if choice.packs and pack.name not in choice.packs:
                continue
            records = _sample(list(load_records(pack.gold, pack.where)), choice.limit)
            started = time.monotonic()
            outcomes = _run(pack, records, known, pool, bars)
            known.update({k: v for item in outcomes for k, v in item.readings.items()})
            scores = _score(pack, records, outcomes)
            _say(f"{pack.name}: {len(records)} records in {time.monotonic() - started:.0f} s")
            yield compare(pack.name, scores, pack.figures), outcomes, pack.name


def _sample(records: list[Record], limit: int | None) -> list[Record]:
    """Take so many records, spread evenly, because neighbours in a pack are alike."""
    if limit is None or limit >= len(records):
        return records
    return [records[index * len(records) // limit] for index in range(limit)]


def _run(
    pack: Pack,
    records: Sequence[Record],
    known: Mapping[str, bytes],
    pool: ProcessPoolExecutor,
    bars: Bars,
) -> list[Outcome]:
    def show(done: int, total: int) -> None:
        bars.show(pack.name, done, total)

    if pack.mode == "clusters":
        return run_clusters(records, known, pool, show)
    return run_pack(pack, records, pool, show)


def _score(pack: Pack, records: Sequence[Record], outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Score what was run against the same records of the gold, and write the worst misses."""
    predictions = WORK / "predictions" / f"{pack.name}.jsonl"
    save_predictions(outcomes, pack.key, predictions)
    keys = {record.key for record in records}
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder) / "gold.jsonl"
        gold.write_text("".join(_keep_lines(pack, keys)), "utf-8")
        scores = score_pack(pack, gold, predictions, pack.where)
        write_misses(pack, _load_gold(pack, gold), load_rows(predictions, pack))
    return scores


def _load_gold(pack: Pack, path: Path) -> dict[str, Mapping[str, object]]:
    by_record = PACKS[pack.scorer]
    return load_rows(path, by_record, pack.where)


def _keep_lines(pack: Pack, keys: set[str]) -> Iterator[str]:
    with pack.gold.open(encoding="utf-8") as lines:
        for line, record in zip(lines, load_records(pack.gold), strict=True):
            if record.key in keys:
                yield line


def _score_own_gold() -> Iterator[Figure]:
    for figure in score_own():
        yield from compare(OWN + figure.set, {figure.name: figure.share}, (figure.name,))


def _report(verdict: Verdict, choice: Choice) -> int:
    """Say how it went, write the page after a whole run, and raise floors if asked to."""
    table = show_figures(verdict.figures)
    sys.stdout.write("\n".join(table) + "\n")
    if choice.raising:
        save_floors(raise_floors(verdict.figures, load_floors()))
    if choice.whole and GOLD_FOLDER.exists():
        known = [_renew(figure) for figure in verdict.figures]
        write_table("own", show_figures([one for one in known if one.pack.startswith(OWN)]))
        write_table("packs", show_figures([one for one in known if not one.pack.startswith(OWN)]))
        write_readers(known)
    if choice.limit is not None:
        _say("These are samples: they are not held against the floors.")
        return 1 if verdict.crashes or verdict.broken else 0
    for failure in verdict.failures:
        _say(failure)
    _say("The gate is shut." if verdict.failures else "The gate is open: no figure fell.")
    return 1 if verdict.failures else 0


def _renew(figure: Figure) -> Figure:
    """Put a figure beside its floor again: it may have been raised since."""
    return compare(figure.pack, {figure.name: figure.value}, (figure.name,))[0]


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
