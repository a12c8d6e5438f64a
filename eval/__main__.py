"""Commands: predict a pack, score predictions, read one record, or run the whole gate."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from eval.gates import Choice, run_gate
from eval.packs import PACKS, Record, find_pack, load_records
from eval.predictors import PREDICTORS
from eval.predictors.tolls_daily import PACK as DAILY
from eval.runs import open_pool, run_clusters, run_pack, save_predictions
from eval.scores import load_rows, score_pack
from eval.views import list_sides
from firsthand.cli.progress import Bars


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that was asked for."""
    given = make_parser().parse_args(arguments)
    if given.command == "predict":
        return predict(given)
    if given.command == "score":
        return score(given)
    if given.command == "read":
        return read(given)
    packs = (*PACKS, DAILY)
    unknown = sorted(set(given.packs) - set(packs))
    if unknown:
        sys.stderr.write(f"There is no pack {', '.join(unknown)}. Choose from {', '.join(packs)}\n")
        return 2
    return run_gate(Choice(packs=tuple(given.packs), limit=given.limit, raising=given.raise_floors))


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("--packs", nargs="*", default=[], metavar="PACK", help="only these packs")
    parser.add_argument("--limit", type=int, help="only so many records of each pack")
    parser.add_argument("--raise-floors", action="store_true", help="raise floors to what is now")
    commands = parser.add_subparsers(dest="command")
    sets = sorted({pack.scorer for pack in PACKS.values()})
    predicting = commands.add_parser("predict", help="write predictions for a gold file")
    predicting.add_argument("set", choices=sets)
    predicting.add_argument("gold", type=Path)
    predicting.add_argument("--out", type=Path, required=True)
    scoring = commands.add_parser("score", help="score predictions with the reference scorer")
    scoring.add_argument("set", choices=sets)
    scoring.add_argument("gold", type=Path)
    scoring.add_argument("predictions", type=Path)
    scoring.add_argument("--where", action="append", default=[], metavar="KEY=VALUE")
    for command in (predicting, scoring):
        command.add_argument("--mode", choices=("records", "clusters"), default="records")
    reading = commands.add_parser("read", help="show one record beside its gold")
    reading.add_argument("set", choices=sorted(PREDICTORS))
    reading.add_argument("id")
    return parser


def predict(given: argparse.Namespace) -> int:
    """Write predictions for every record of a file."""
    pack = find_pack(given.set, given.mode)
    records = list(load_records(given.gold))
    with open_pool() as pool, Bars() as bars:

        def show(done: int, total: int) -> None:
            bars.show(pack.name, done, total)

        if pack.mode == "clusters":
            outcomes = run_clusters(records, {}, pool, show)
        else:
            outcomes = run_pack(pack, records, pool, show)
    save_predictions(outcomes, pack.key, given.out)
    crashes = [outcome for outcome in outcomes if outcome.crash]
    for outcome in crashes:
        sys.stderr.write(f"{outcome.key} crashed and has an empty prediction:\n{outcome.crash}\n")
    return 1 if crashes else 0


def score(given: argparse.Namespace) -> int:
    """Print the figures of predictions, a line each."""
    pack = find_pack(given.set, given.mode)
    where = tuple((name, value) for name, _, value in (one.partition("=") for one in given.where))
    try:
        scores = score_pack(pack, given.gold, given.predictions, where)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(error.stderr)
        return 2
    sys.stdout.write(json.dumps(scores, indent=1, sort_keys=True) + "\n")
    return 0


def read(given: argparse.Namespace) -> int:
    """Show a record's text, then our findings and the gold side by side."""
    pack = PACKS[given.set]
    row = load_rows(pack.gold, pack).get(given.id)
    if row is None:
        sys.stderr.write(f"{pack.gold} has no record {given.id}.\n")
        return 2
    prediction = msgspec.to_builtins(PREDICTORS[given.set](msgspec.convert(row, Record)))
    reports = row.get("reports")
    console = Console(highlight=False)
    for report in reports if isinstance(reports, list) else [row]:
        console.print(f"{report.get('title') or ''}\n\n{report['text']}\n", markup=False)
    table = Table("ours", "gold")
    for ours, theirs in list_sides(row, prediction):
        table.add_row(*(words.replace("[", r"\[") for words in (ours, theirs)))
    console.print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
