"""Scores: the reference scorer's figures for a pack, with what it lacks."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from eval.layers import score_one_layer
from eval.packs import GOLD_FOLDER, Pack

Scores = dict[str, float]
Row = Mapping[str, object]
Score = Callable[[Mapping[str, Row], Mapping[str, Row]], dict[str, float | None]]
Where = tuple[tuple[str, str], ...]

SCORER = GOLD_FOLDER / "score.py"


def score_pack(pack: Pack, gold: Path, predictions: Path, where: Where) -> Scores:
    """Run the reference scorer; raises CalledProcessError with its message when it fails."""
    command = [sys.executable, str(SCORER), pack.scorer, str(gold), str(predictions)]
    command += ["--json", "--mode", pack.mode]
    for name, value in where:
        command += ["--where", f"{name}={value}"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    scores: Scores = json.loads(done.stdout)
    if pack.scorer == "attribution_polnear":
        scores["one_layer_p"] = score_one_layer(
            load_rows(gold, pack, where), load_rows(predictions, pack)
        )
    return scores


def score_record(pack: Pack, name: str, gold: Row, prediction: Row) -> dict[str, float | None]:
    """Score one record alone, for finding the worst ones."""
    return _load_scorer(pack.scorer)({name: gold}, {name: prediction})


def load_rows(path: Path, pack: Pack, where: Where = ()) -> dict[str, Row]:
    """Load the lines of a file by what names them; of a gold file those that count."""
    rows: dict[str, Row] = {}
    for line in path.read_text("utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        if all(row.get(name) == value for name, value in where):
            rows[str(row.get(pack.key or "report", row.get("incident")))] = row
    return rows


@cache
def _load_scorer(name: str) -> Score:
    spec = importlib.util.spec_from_file_location("reference_scorer", SCORER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    scorers: Mapping[str, Score] = module.SETS
    return scorers[name]
