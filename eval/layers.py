"""Layers: the precision of attributions when each must find a different one of the gold."""

from collections.abc import Mapping, Sequence

Part = tuple[int, int]
Row = Mapping[str, object]


def score_one_layer(gold: Mapping[str, Row], predictions: Mapping[str, Row]) -> float:
    """Return the precision when each prediction must find a content of its own.

    The gold is flat and keeps the outermost saying, so of two predictions where one holds the other
    only the outer counts. A prediction is right if half of its characters lie in a content of the
    gold that no other prediction has taken.
    """
    right = total = 0
    for key, record in gold.items():
        contents = [_read_parts(item, "content") for item in _list(record)]
        found = [_read_parts(item, "content") for item in _list(predictions.get(key, {}))]
        layer = [one for one in found if one and not any(_holds(other, one) for other in found)]
        total += len(layer)
        right += _match(layer, [parts for parts in contents if parts])
    return right / total if total else 0.0


def _match(found: Sequence[Sequence[Part]], gold: Sequence[Sequence[Part]]) -> int:
    pairs = sorted(
        ((_share(one, other), i, j) for i, one in enumerate(found) for j, other in enumerate(gold)),
        reverse=True,
    )
    taken_found: set[int] = set()
    taken_gold: set[int] = set()
    for share, i, j in pairs:
        if share >= 0.5 and i not in taken_found and j not in taken_gold:
            taken_found.add(i)
            taken_gold.add(j)
    return len(taken_found)


def _share(one: Sequence[Part], other: Sequence[Part]) -> float:
    """Return the share of a prediction's characters that lie in a content."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    return shared / _measure(one)


def _holds(outer: Sequence[Part], inner: Sequence[Part]) -> bool:
    if outer == inner or _measure(outer) <= _measure(inner):
        return False
    return all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


def _measure(parts: Sequence[Part]) -> int:
    return sum(end - start for start, end in parts) or 1


def _list(record: Row) -> list[Row]:
    items = record.get("attributions") or []
    return items if isinstance(items, list) else []


def _read_parts(item: Row, name: str) -> list[Part]:
    spans = item.get(name) or []
    return [(span[0], span[1]) for span in spans] if isinstance(spans, list) else []
