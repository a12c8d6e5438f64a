"""Groups: what is joined pair by pair, as whole groups."""

from collections.abc import Iterable, Mapping


def join_pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Join pairs that share a member into groups, sorted within and among each other."""
    parents: dict[str, str] = {}
    for one, other in pairs:
        first, second = find_root(parents, one), find_root(parents, other)
        low, high = sorted((first, second))
        parents[high] = low
        parents.setdefault(low, low)
    groups: dict[str, list[str]] = {}
    for name in sorted(parents):
        groups.setdefault(find_root(parents, name), []).append(name)
    return tuple(tuple(groups[root]) for root in sorted(groups))


def find_root(parents: Mapping[str, str], name: str) -> str:
    """Follow a member to the root of its group."""
    while parents.get(name, name) != name:
        name = parents[name]
    return name
