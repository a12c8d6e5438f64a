"""Readers: the measured figures that the page of an account tells its readers, in plain words."""

from collections.abc import Sequence
from pathlib import Path

from eval.floors import Figure

TABLE = Path(__file__).parent.parent / "src" / "firsthand" / "publish" / "accuracy.tsv"
REMARK = "# Written by `make eval` from what it measured; docs/accuracy.md says how, on what.\n"

# What a figure means to a reader, and on what it was measured.
MEANINGS = {
    ("attribution_polnear", "e2e_recall"): (
        "statements found with the right speaker",
        "84 news articles",
    ),
    ("attribution_polnear", "content_token_p"): (
        "words put into somebody’s mouth that are theirs",
        "84 news articles",
    ),
    ("casualties_airwars", "killed_both_exact"): (
        "incidents whose lowest and highest number of killed are both as analysts coded them",
        "409 narratives of strikes",
    ),
    ("casualties_airwars", "injured_both_exact"): (
        "the same for injured",
        "356 narratives of strikes",
    ),
    ("incidents_gva", "killed_exact"): (
        "incidents with the archive’s final number of killed",
        "1,649 shootings told by early and late reports",
    ),
    ("incidents_gva_clusters", "pair_f1"): (
        "pairs of reports rightly put together as one incident, or found (mean of both)",
        "2,706 reports of shootings",
    ),
    ("times_tempeval3", "value_f1"): (
        "times found with the right value (mean of both)",
        "256 news articles",
    ),
    ("places_geo", "acc161_on_matched"): (
        "places found that are put within 161 km of where they lie",
        "817 news articles",
    ),
}


def write_readers(figures: Sequence[Figure], table: Path = TABLE) -> None:
    """Write the figures that readers are told into the table the page is made with."""
    known = {(figure.pack, figure.name): figure.value for figure in figures}
    rows = [
        f"{what}\t{known[key]:.0%}\t{on}\n" for key, (what, on) in MEANINGS.items() if key in known
    ]
    table.write_text(f"{REMARK}what\tshare\tmeasured on\n" + "".join(rows), "utf-8")
