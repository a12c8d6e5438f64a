"""Batches: a function over some documents at a time, in this process or in several."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Refusal
from firsthand.run.local import STAGE, Progress, read_all, read_safely

ReadMany = Callable[[Sequence[Document]], Sequence[Reading]]
Results = Sequence[Reading | Refusal]


def read_batches(
    documents: Sequence[Document],
    read: ReadMany,
    *,
    size: int,
    workers: int,
    progress: Progress,
) -> tuple[Reading | Refusal, ...]:
    """Read documents `size` at a time, in the order given; one that fails alone is refused."""
    batches = [documents[start : start + size] for start in range(0, len(documents), size)]
    results: list[Reading | Refusal] = []
    progress(STAGE, 0, len(documents))
    for found in _read_each(batches, read, workers):
        results.extend(found)
        progress(STAGE, len(results), len(documents))
    return tuple(results)


def _read_each(
    batches: Sequence[Sequence[Document]], read: ReadMany, workers: int
) -> Iterator[Results]:
    if workers <= 1:
        yield from (_read_batch(batch, read) for batch in batches)
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        pending = [pool.submit(_read_batch, batch, read) for batch in batches]
        for batch, future in zip(batches, pending, strict=True):
            try:
                found = future.result()
            except BrokenProcessPool:
                # One of these, or one beside them, brought a process down: each is read in
                # processes of its own.
                found = _read_apart(batch, read)
            yield found


def _read_batch(batch: Sequence[Document], read: ReadMany) -> Results:
    """Read documents together; if that fails, each alone, so that the others go on."""
    try:
        return read(batch)
    except Exception:  # noqa: BLE001 - a worker is a door: who failed is found below, and named
        return [read_safely(document, partial(_read_one, read=read)) for document in batch]


def _read_apart(batch: Sequence[Document], read: ReadMany) -> Results:
    return read_all(
        batch, partial(_read_one, read=read), workers=2, progress=lambda _stage, _done, _all: None
    )


def _read_one(document: Document, read: ReadMany) -> Reading:
    return read((document,))[0]
