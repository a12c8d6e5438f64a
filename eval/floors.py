"""Floors: what each figure must not fall below, and the table of docs/accuracy.md."""

import json
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

FLOORS = Path(__file__).parent / "floors.json"
PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"

# A figure may move this much by the order of processes or the version of a float library.
TOLERANCE = 0.002


class Figure(Struct, frozen=True, kw_only=True):
    """One figure of a pack beside its floor and the best known figure of others."""

    pack: str
    name: str
    value: float
    floor: float | None
    peer: str = ""

    @property
    def fell(self) -> bool:
        """Tell whether the figure fell below its floor."""
        return self.floor is not None and self.value < self.floor - TOLERANCE


def load_floors() -> dict[str, dict[str, object]]:
    """Load the floors: pack → figure → {floor, peer, reason}."""
    floors: dict[str, dict[str, object]] = json.loads(FLOORS.read_text("utf-8"))
    return floors


def compare(pack: str, scores: Mapping[str, float], names: tuple[str, ...]) -> list[Figure]:
    """Put the watched figures of a pack beside their floors."""
    floors = load_floors().get(pack, {})
    figures = []
    for name in names:
        known = floors.get(name, {})
        entry = known if isinstance(known, dict) else {}
        figures.append(
            Figure(
                pack=pack,
                name=name,
                value=scores.get(name, 0.0),
                floor=entry.get("floor"),
                peer=str(entry.get("peer", "")),
            )
        )
    return figures


def write_table(figures: list[Figure]) -> None:
    """Write the figures into docs/accuracy.md between its marks."""
    lines = ["| pack | figure | ours | floor | others |", "|---|---|---|---|---|"]
    for figure in figures:
        floor = "" if figure.floor is None else f"{figure.floor:.3f}"
        lines.append(
            f"| {figure.pack} | {figure.name} | {figure.value:.3f} | {floor} | {figure.peer} |"
        )
    page = PAGE.read_text("utf-8")
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(before + BEGIN + "\n" + "\n".join(lines) + "\n" + END + after, "utf-8")
