"""Runs: every record of every pack through its predictor, in a pool of processes."""

import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import msgspec
from msgspec import Struct

from eval.packs import Pack, Record
from eval.predictors import GROUPERS, PREDICTORS, Prediction
from eval.texts import find_broken_quotes, read_text

# Small enough for an even bar, large enough that handing over costs nothing.
CHUNK = 8

Progress = Callable[[int], None]


class Outcome(Struct, frozen=True, kw_only=True):
    """What a record gave: its prediction, claims with broken quotes, or the crash."""

    key: str
    prediction: Prediction
    broken: tuple[str, ...] = ()
    crash: str | None = None


def run_record(name: str, record: Record) -> Outcome:
    """Predict one record and check the quotes of all its texts."""
    try:
        prediction = PREDICTORS[name](record)
        broken = [
            quote for text, published in _list_texts(record) for quote in _check(text, published)
        ]
    except Exception:  # noqa: BLE001 - the gate counts crashes, and the run goes on
        return Outcome(key=record.key, prediction={}, crash=traceback.format_exc())
    return Outcome(key=record.key, prediction=prediction, broken=tuple(broken))


def run_pack(pack: Pack, records: Sequence[Record], progress: Progress) -> Iterator[Outcome]:
    """Run a pack in as many processes as there are cores; outcomes come in the records' order."""
    if pack.name in GROUPERS:
        for prediction in GROUPERS[pack.name](records):
            yield Outcome(
                key=str(prediction.get("report") or prediction.get("id")), prediction=prediction
            )
        progress(len(records))
        return
    chunks = [records[start : start + CHUNK] for start in range(0, len(records), CHUNK)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context) as pool:
        for outcomes in pool.map(_run_chunk, [pack.name] * len(chunks), chunks):
            yield from outcomes
            progress(len(outcomes))


def save_predictions(outcomes: Sequence[Outcome], key: str, path: Path) -> None:
    """Write predictions as the reference scorer reads them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [msgspec.json.encode({key: outcome.key, **outcome.prediction}) for outcome in outcomes]
    path.write_bytes(b"\n".join(lines) + b"\n")


def _run_chunk(name: str, records: Sequence[Record]) -> list[Outcome]:
    return [run_record(name, record) for record in records]


def _list_texts(record: Record) -> Iterator[tuple[str, str | None]]:
    for part in record.reports or (record,):
        if part.text.strip():
            yield part.text, part.published


def _check(text: str, published: str | None) -> list[str]:
    return find_broken_quotes(text, read_text(text, published)[1])
