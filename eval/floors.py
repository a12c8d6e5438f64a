"""Floors: what each figure must not fall below; they only rise."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct, structs

FLOORS = Path(__file__).parent / "floors.json"

# A figure may move this much by the version of a float library.
TOLERANCE = 0.002

# A new floor is set this much under what was measured, so that honest work elsewhere is not stopped
# by one record.
MARGIN = 0.005


class Floor(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The floor of a figure with the best known figure of others; `reason` if it was ever lowered.

    A null floor is not watched: the figure is only shown.
    """

    floor: float | None = None
    peer: str = ""
    reason: str = ""


Floors = dict[str, dict[str, Floor]]


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


def load_floors(path: Path = FLOORS) -> Floors:
    """Load the floors: pack → figure → floor."""
    return msgspec.json.decode(path.read_bytes(), type=Floors) if path.exists() else {}


def compare(pack: str, scores: Mapping[str, float], names: Sequence[str]) -> list[Figure]:
    """Put the watched figures of a pack beside their floors; a missing figure is 0."""
    floors = load_floors().get(pack, {})
    figures = []
    for name in names:
        known = floors.get(name, Floor())
        value = scores.get(name) or 0.0
        figures.append(
            Figure(pack=pack, name=name, value=value, floor=known.floor, peer=known.peer)
        )
    return figures


def raise_floors(figures: Sequence[Figure], floors: Floors) -> Floors:
    """Raise floors to a little under the figures; none is ever lowered here."""
    raised = {pack: dict(entries) for pack, entries in floors.items()}
    for figure in figures:
        entries = raised.setdefault(figure.pack, {})
        known = entries.get(figure.name, Floor())
        new = max(0.0, round(figure.value - MARGIN, 3))
        if known.floor is None or new > known.floor:
            entries[figure.name] = structs.replace(known, floor=new)
    return raised


def save_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors so that a change of one is one line."""
    plain = {
        pack: {name: msgspec.to_builtins(entry) for name, entry in entries.items()}
        for pack, entries in floors.items()
    }
    lines = []
    for pack, entries in plain.items():
        rows = [f"    {json.dumps(name)}: {_dump(entry)}" for name, entry in entries.items()]
        lines.append(f"  {json.dumps(pack)}: {{\n" + ",\n".join(rows) + "\n  }")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def _dump(entry: object) -> str:
    return json.dumps(entry, ensure_ascii=False)
