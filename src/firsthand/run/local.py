"""One machine: a function over many documents, in this process or in several."""

import logging
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Refusal

Read = Callable[[Document], Reading]
Progress = Callable[[str, int, int], None]

STAGE = "reading reports"

_log = logging.getLogger(__name__)


def read_all(
    documents: Sequence[Document], read: Read, *, workers: int, progress: Progress
) -> tuple[Reading | Refusal, ...]:
    """Read every document, in the order given; one that fails is refused, the others go on."""
    results: list[Reading | Refusal] = []
    progress(STAGE, 0, len(documents))
    for result in _read_each(documents, read, workers):
        results.append(result)
        progress(STAGE, len(results), len(documents))
    return tuple(results)


def read_safely(document: Document, read: Read) -> Reading | Refusal:
    """Read one document; an unexpected failure becomes a refusal that names the error."""
    try:
        return read(document)
    except Exception as error:  # noqa: BLE001 - a worker is a door: the run goes on
        _log.exception("reading %s failed", document.report.id)
        return _refuse(document, f"Reading it failed: {type(error).__name__}: {error}"[:300])


def _read_each(
    documents: Sequence[Document], read: Read, workers: int
) -> Iterator[Reading | Refusal]:
    if workers <= 1:
        yield from (read_safely(document, read) for document in documents)
        return
    with _open_pool(workers) as pool:
        pending = [pool.submit(read_safely, document, read) for document in documents]
        for document, future in zip(documents, pending, strict=True):
            yield _await(future, document, read)


def _await(future: Future[Reading | Refusal], document: Document, read: Read) -> Reading | Refusal:
    try:
        return future.result()
    except BrokenProcessPool:
        return _read_alone(document, read)


def _read_alone(document: Document, read: Read) -> Reading | Refusal:
    """Read a document in a process of its own: it, or one beside it, brought a process down."""
    with _open_pool(1) as pool:
        try:
            return pool.submit(partial(read_safely, document, read)).result()
        except BrokenProcessPool:
            return _refuse(document, "Reading it brought the process down, maybe out of memory.")


def _open_pool(workers: int) -> ProcessPoolExecutor:
    # Spawned processes start from nothing, as on every platform; a fork would copy open handles.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


def _refuse(document: Document, reason: str) -> Refusal:
    report = document.report
    return Refusal(
        name=report.title or report.uri or report.id,
        uri=report.uri,
        sha256=report.sha256,
        code="failed",
        reason=reason,
        remedy="Tell the developers; the other reports are not affected.",
    )
