"""Scores: the reference scorer's figures for a pack, with what it lacks."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.packs import GOLD_FOLDER, Pack

Part = tuple[int, int]
Scores = dict[str, float]


def score_pack(pack: Pack, gold: Path, predictions: Path) -> Scores:
    """Run the reference scorer; raises CalledProcessError with its message when it fails."""
    command = [
        sys.executable,
        str(GOLD_FOLDER / "score.py"),
        pack.scorer,
        str(gold),
        str(predictions),
    ]
    command += ["--json", "--mode", pack.mode]
    for name, value in pack.where:
        command += ["--where", f"{name}={value}"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    scores: Scores = json.loads(done.stdout)
    if pack.scorer == "attribution_polnear":
        scores["one_layer_p"] = score_one_layer(_load(gold, pack), _load(predictions, None))
    return scores


def score_one_layer(
    gold: Mapping[str, Mapping[str, object]], predictions: Mapping[str, Mapping[str, object]]
) -> float:
    """Return the precision when every predicted content must be the best of a different gold one.

    The gold is flat, so nested predictions are cut to one layer first: of two contents where one
    holds the other, only the inner counts. A prediction is right if half of its characters lie in
    its gold content and cover half of that.
    """
    right = total = 0
    for key, record in gold.items():
        contents = [_read_parts(item, "content") for item in _list(record)]
        found = [_read_parts(item, "content") for item in _list(predictions.get(key, {}))]
        layer = [one for one in found if one and not any(_holds(one, other) for other in found)]
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
    """Return the characters shared, as a share of the larger of the two contents."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    return shared / max(_measure(one), _measure(other))


def _holds(outer: Sequence[Part], inner: Sequence[Part]) -> bool:
    if outer == inner or _measure(outer) <= _measure(inner):
        return False
    return all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


def _measure(parts: Sequence[Part]) -> int:
    return sum(end - start for start, end in parts) or 1


def _list(record: Mapping[str, object]) -> list[Mapping[str, object]]:
    items = record.get("attributions") or []
    return items if isinstance(items, list) else []


def _read_parts(item: Mapping[str, object], name: str) -> list[Part]:
    spans = item.get(name) or []
    return [(span[0], span[1]) for span in spans] if isinstance(spans, list) else []


def _load(path: Path, pack: Pack | None) -> dict[str, dict[str, object]]:
    records: dict[str, dict[str, object]] = {}
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        if pack is None or all(record.get(name) == value for name, value in pack.where):
            records[str(record.get("id"))] = record
    return records
