"""Vicinities: which of the places of one name lie near other places that a report names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, hypot, log10, radians

from firsthand.lexicon.gazetteers import Entry, Gazetteer, look_up
from firsthand.lexicon.keys import fold_name
from firsthand.read.placenames import Named, strip_kinds

# A town and the places a local report names around it; one degree is 111 km.
NEAR_KM = 60
_DEGREE_KM = 111.2
# About one of so many places lies this near to a point of a settled land by chance; a name
# with fewer namesakes says more. Points are powers of ten, as for people.
_CHANCE = 500
_MOST_POINTS = 4.0
_LOCAL = ("town", "capital", "district")
_WIDE = ("country", "province")
KNOWN_ANYWHERE = 500_000

Cell = tuple[int, int]
# The folded name and the GeoNames id of one place that it may mean.
Meant = tuple[str, int]


def weigh_vicinities(names: Sequence[Named], gazetteer: Gazetteer) -> Mapping[Meant, float]:
    """Weigh the places of each name by the other names that may lie near them, in points."""
    meanings = {fold_name(named.words): _list_local(gazetteer, named.words) for named in names}
    grid: dict[Cell, list[tuple[str, Entry]]] = defaultdict(list)
    for name, entries in meanings.items():
        if not _is_wide(gazetteer, name):
            for entry in entries:
                grid[_cell(entry)].append((name, entry))
    found: dict[Meant, float] = {}
    for name, entries in meanings.items():
        for entry in entries:
            near = {other for other, place in _list_around(grid, entry) if _is_near(place, entry)}
            points = sum(_weigh_name(len(meanings[other])) for other in _drop_kin(near, name))
            if points and entry.geonames is not None:
                found[name, entry.geonames] = min(points, _MOST_POINTS)
    return found


def _list_local(gazetteer: Gazetteer, words: str) -> tuple[Entry, ...]:
    return tuple(e for e in look_up(gazetteer, words) if e.main and e.kind in _LOCAL)


def _is_wide(gazetteer: Gazetteer, name: str) -> bool:
    """Tell whether a name is that of a country, a province or a place that is named anywhere."""
    return any(
        entry.main and (entry.kind in _WIDE or entry.population >= KNOWN_ANYWHERE)
        for entry in look_up(gazetteer, name)
    )


def _weigh_name(namesakes: int) -> float:
    return max(0.0, log10(_CHANCE / namesakes))


def _drop_kin(names: Iterable[str], own: str) -> Iterator[str]:
    """Drop names that are part of one another: "Hill" is near "Hill County" in every state."""
    words = strip_kinds(own)
    yield from (name for name in names if words.isdisjoint(strip_kinds(name)))


def _cell(entry: Entry) -> Cell:
    return int(entry.latitude // 1), int(entry.longitude // 1)


def _list_around(
    grid: Mapping[Cell, list[tuple[str, Entry]]], entry: Entry
) -> Iterator[tuple[str, Entry]]:
    row, column = _cell(entry)
    for latitude in (row - 1, row, row + 1):
        for longitude in (column - 1, column, column + 1):
            yield from grid.get((latitude, longitude), ())


def _is_near(one: Entry, other: Entry) -> bool:
    height = one.latitude - other.latitude
    width = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(height, width) * _DEGREE_KM <= NEAR_KM
