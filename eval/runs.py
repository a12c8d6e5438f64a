"""Runs: the records of a pack through its predictor, in a pool of processes."""

import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from eval.packs import Pack, Record
from eval.predictors import PREDICTORS, Prediction
from eval.predictors.clusters import flatten_reports, predict_clusters
from eval.texts import find_broken_quotes, join_title, load_gazetteer, read_record, read_report
from firsthand.model.readings import Reading

# Small enough for an even bar, large enough that handing over costs little.
CHUNK = 4

Progress = Callable[[int, int], None]


class Outcome(Struct, frozen=True, kw_only=True):
    """What a record gave: its prediction, claims with broken quotes, or the crash.

    `readings` are its reports as read, packed, where a later pack needs them again.
    """

    key: str
    prediction: Prediction
    broken: tuple[str, ...] = ()
    crash: str | None = None
    readings: Mapping[str, bytes] = {}


def open_pool() -> ProcessPoolExecutor:
    """Open a process for each core; each loads the parser once."""
    load_gazetteer()
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(os.cpu_count(), mp_context=context)


def run_record(name: str, record: Record, *, keep: bool = False) -> Outcome:
    """Predict one record, and check that the quotes of all its texts are words of the text."""
    try:
        prediction = PREDICTORS[name](record)
        readings = dict(_read_all(record))
    except Exception:  # noqa: BLE001 - the gate counts crashes, and the run goes on
        return Outcome(key=record.key, prediction={}, crash=traceback.format_exc())
    return Outcome(
        key=record.key,
        prediction=prediction,
        broken=tuple(
            claim
            for text, reading in readings.values()
            for claim in find_broken_quotes(text, reading)
        ),
        readings=_pack(readings) if keep else {},
    )


def run_pack(
    pack: Pack, records: Sequence[Record], pool: ProcessPoolExecutor, progress: Progress
) -> list[Outcome]:
    """Run a pack's records; outcomes come in their order, whatever the number of processes."""
    chunks = [records[start : start + CHUNK] for start in range(0, len(records), CHUNK)]
    run = partial(_run_chunk, pack.name, keep=pack.keeps)
    outcomes: list[Outcome] = []
    for done in pool.map(run, chunks):
        outcomes.extend(done)
        progress(len(outcomes), len(records))
    return outcomes


def run_clusters(
    records: Sequence[Record],
    known: Mapping[str, bytes],
    pool: ProcessPoolExecutor,
    progress: Progress,
) -> list[Outcome]:
    """Group the reports of all records; those read before are taken as they were read."""
    reports = flatten_reports(records)
    chunks = [
        [report for report in reports[start : start + CHUNK] if report.id not in known]
        for start in range(0, len(reports), CHUNK)
    ]
    packed = dict(known)
    for index, done in enumerate(pool.map(_read_chunk, chunks), start=1):
        packed.update(done)
        progress(min(index * CHUNK, len(reports)), len(reports))
    decoder = msgspec.msgpack.Decoder(Reading)
    readings = [
        decoder.decode(packed[report.id]) if report.id in packed else None for report in reports
    ]
    lines = predict_clusters(reports, readings)
    return [Outcome(key=str(line["report"]), prediction=line) for line in lines]


def save_predictions(outcomes: Sequence[Outcome], key: str | None, path: Path) -> None:
    """Write predictions as the reference scorer reads them, a line each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        msgspec.json.encode({**({key: outcome.key} if key else {}), **outcome.prediction})
        for outcome in outcomes
    ]
    path.write_bytes(b"\n".join(lines) + b"\n")


def _run_chunk(name: str, records: Sequence[Record], *, keep: bool) -> list[Outcome]:
    return [run_record(name, record, keep=keep) for record in records]


def _read_chunk(reports: Sequence[Record]) -> dict[str, bytes]:
    return _pack({name: item for report in reports for name, item in _read_one(report)})


def _read_all(record: Record) -> Iterator[tuple[str, tuple[str, Reading]]]:
    for report in record.reports:
        yield from _read_one(report)
    if not record.reports and record.lang in (None, "en") and record.text.strip():
        yield record.key, (record.text, read_record(record))


def _read_one(report: Record) -> Iterator[tuple[str, tuple[str, Reading]]]:
    reading = read_report(report)
    if reading is not None:
        yield report.id, (join_title(report), reading)


def _pack(readings: Mapping[str, tuple[str, Reading]]) -> dict[str, bytes]:
    encoder = msgspec.msgpack.Encoder()
    return {name: encoder.encode(reading) for name, (_, reading) in readings.items()}
