"""Indexes: things by where they stand in a text, so that long texts are read in linear time."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from firsthand.model.spans import Part

Item = TypeVar("Item")

# About a sentence or two: most look-ups touch one or two shelves.
SHELF = 400


class SpanIndex(Struct, Generic[Item], frozen=True, kw_only=True):
    """Items on shelves of `SHELF` characters of a text; an item may stand on many."""

    shelves: Mapping[int, tuple[int, ...]]
    items: tuple[Item, ...]

    def near(self, part: Part) -> tuple[Item, ...]:
        """Return the items that share a shelf with a part, in their own order."""
        places: set[int] = set()
        for shelf in _list_shelves(part):
            places.update(self.shelves.get(shelf, ()))
        return tuple(self.items[place] for place in sorted(places))


def index_spans(items: Iterable[tuple[Sequence[Part], Item]]) -> SpanIndex[Item]:
    """Put items on the shelves of all their parts."""
    shelves: dict[int, list[int]] = {}
    kept: list[Item] = []
    for parts, item in items:
        for shelf in {shelf for part in parts for shelf in _list_shelves(part)}:
            shelves.setdefault(shelf, []).append(len(kept))
        kept.append(item)
    return SpanIndex(
        shelves={shelf: tuple(places) for shelf, places in shelves.items()}, items=tuple(kept)
    )


def _list_shelves(part: Part) -> range:
    return range(part[0] // SHELF, max(part[0], part[1] - 1) // SHELF + 1)
