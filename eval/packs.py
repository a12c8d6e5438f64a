"""Packs: the gold sets we score against, and what a predictor may see of them."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

# The packs are third-party data for local use; they lie beside the checkout, never in it.
GOLD_FOLDER = Path(__file__).parent.parent.parent / "shared" / "gold"

# What a run leaves behind for reading; ignored by git, because it holds texts of the packs.
WORK = Path("out") / "eval"


class Record(Struct, frozen=True, kw_only=True):
    """The inputs of a record: a predictor gets this value, so it cannot see a gold field."""

    id: str = ""
    incident: str = ""
    text: str = ""
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    source: str | None = None
    wire: str | bool | None = None
    set: str | None = None
    split: str | None = None
    lang: str | None = None
    url: str | None = None
    reports: tuple["Record", ...] = ()

    @property
    def key(self) -> str:
        """The id under which a prediction is looked up."""
        return self.incident or self.id


class Pack(Struct, frozen=True, kw_only=True):
    """A gold set: its scorer's name and mode, the records that count, the figures we watch.

    `keeps` is true where a later pack needs the readings of this one again.
    """

    name: str
    scorer: str
    mode: str = "records"
    keeps: bool = False
    where: tuple[tuple[str, str], ...] = ()
    figures: tuple[str, ...]

    @property
    def gold(self) -> Path:
        """The file of gold records."""
        return GOLD_FOLDER / self.scorer / "dev.jsonl"

    @property
    def key(self) -> str | None:
        """The field that names a record in predictions; clusters name their reports themselves."""
        if self.mode == "clusters":
            return None
        return "incident" if self.scorer == "incidents_gva" else "id"


PACKS = {
    pack.name: pack
    for pack in (
        Pack(
            name="casualties_airwars",
            scorer="casualties_airwars",
            figures=(
                "killed_both_exact",
                "injured_both_exact",
                "killed_overlap",
                "injured_overlap",
                "place_within_25km",
            ),
        ),
        Pack(
            name="incidents_gva",
            scorer="incidents_gva",
            keeps=True,
            figures=(
                "killed_exact",
                "injured_exact",
                "both_exact",
                "both_exact_multi",
                "both_exact_4plus",
            ),
        ),
        Pack(
            name="incidents_gva_clusters",
            scorer="incidents_gva",
            mode="clusters",
            figures=("pair_f1", "bcubed_f1"),
        ),
        Pack(
            name="templates_muc",
            scorer="templates_muc",
            figures=("all_f1", "killed_f1", "string5_f1", "template_f1", "doc_relevance_f1"),
        ),
        Pack(
            name="attribution_polnear",
            scorer="attribution_polnear",
            where=(("split", "dev"),),
            figures=(
                "content_token_f1",
                "content_token_p",
                "source_ok",
                "e2e_recall",
                "one_layer_p",
            ),
        ),
        Pack(
            name="times_tempeval3",
            scorer="times_tempeval3",
            figures=("value_f1", "relaxed_f1", "strict_f1"),
        ),
        Pack(
            name="places_geo",
            scorer="places_geo",
            figures=("e2e161_r", "e2e161_p", "acc161_on_matched", "relaxed_f1"),
        ),
        Pack(
            name="subjectivity_checkthat",
            scorer="subjectivity_checkthat",
            where=(("split", "dev"),),
            figures=("en_macro_f1",),
        ),
        Pack(
            name="events_plover",
            scorer="events_plover",
            figures=("violent_f1", "event_accuracy", "dead_r", "dead_f1", "actor_f1"),
        ),
        Pack(
            name="ner_re3d",
            scorer="ner_re3d",
            figures=(
                "person_overlap_f1",
                "organisation_overlap_f1",
                "location_overlap_f1",
            ),
        ),
        Pack(
            name="coref_ecbplus",
            scorer="coref_ecbplus",
            figures=("bcubed_f1", "pair_f1"),
        ),
    )
}


def find_pack(scorer: str, mode: str) -> Pack:
    """Find a pack by the names the reference scorer uses; raises KeyError if there is none."""
    return PACKS[f"{scorer}_clusters" if mode == "clusters" else scorer]


def load_records(path: Path, where: tuple[tuple[str, str], ...] = ()) -> Iterator[Record]:
    """Load the inputs of a pack's records, without its gold."""
    decoder = msgspec.json.Decoder(Record)
    with path.open("rb") as lines:
        for line in lines:
            record = decoder.decode(line)
            if all(getattr(record, name) == value for name, value in where):
                yield record
