"""Commands: measure the speed, and write it into docs/performance.md."""

import argparse
import platform
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from eval.tables import write_table
from eval.texts import load_gazetteer

from bench.corpora import load_corpus, measure_corpus, show_corpus
from bench.fictions import load_readings
from bench.growth import PLOT, draw_growth, measure_growth, show_growth
from bench.memory import measure_memory
from bench.rooms import Shares, measure_rooms
from bench.rounds import Speed, measure_speed
from bench.texts import load_sets

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
LEAST_ROUNDS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=LEAST_ROUNDS)
    parser.add_argument("--dry", action="store_true", help="print only, leave the page as it is")
    parser.add_argument("--corpus", action="store_true", help="measure only a corpus, in part")
    parser.add_argument(
        "--growth", action="store_true", help="measure only linking, among more and more"
    )
    given = parser.parse_args(arguments)
    # The model was trained with spaCy 3.7; the difference is measured and harmless.
    warnings.filterwarnings("ignore", message=r"\[W095\]")
    if given.corpus:
        lines = show_corpus(measure_corpus(load_corpus(), load_gazetteer(), given.rounds))
        return report("corpus", lines, dry=given.dry)
    if given.growth:
        growth = measure_growth(load_readings())
        if not given.dry:
            PLOT.write_text(draw_growth(growth), "utf-8")
        return report("growth", show_growth(growth), dry=given.dry)
    gazetteer = load_gazetteer()
    speeds, rooms, memory = {}, {}, {}
    for name, documents in load_sets().items():
        sys.stderr.write(f"measuring {name}, {given.rounds} rounds …\n")
        speeds[name] = measure_speed(documents, gazetteer, given.rounds)
        rooms[name] = measure_rooms(documents, gazetteer)
        memory[name] = measure_memory(documents, gazetteer)
    lines = [*show_speeds(speeds, memory), "", *show_rooms(rooms), "", *show_machine()]
    return report("speed", lines, dry=given.dry)


def report(name: str, lines: Sequence[str], *, dry: bool) -> int:
    """Print a table, and write it into the page."""
    sys.stdout.write("\n".join(lines) + "\n")
    if not dry:
        write_table(name, lines, PAGE)
    return 0


def show_speeds(speeds: dict[str, Speed], memory: dict[str, tuple[float, float]]) -> list[str]:
    """Show reports per second and memory beside the bare parser's."""
    lines = [
        "| texts | reports | characters | bare parser | `read` | ratio | parser MB | `read` MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, speed in speeds.items():
        bare, whole = speed.per_second(speed.bare), speed.per_second(speed.whole)
        parsing, reading = memory[name]
        lines.append(
            f"| {name} | {speed.reports} | {speed.characters:,} | {bare:.2f}/s | {whole:.2f}/s "
            f"| {speed.ratio:.2f} | {parsing:.0f} | {reading:.0f} |"
        )
    return lines


def show_rooms(rooms: dict[str, Shares]) -> list[str]:
    """Show the share of each room, the slowest first."""
    names = list(rooms)
    lines = ["| room | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    mean = {room: median(shares[room] for shares in rooms.values()) for room in rooms[names[0]]}
    for room in sorted(mean, key=lambda room: -mean[room]):
        cells = " | ".join(f"{rooms[name][room]:.1%}" for name in names)
        lines.append(f"| {room} | {cells} |")
    return lines


def show_machine() -> list[str]:
    """Say where it was measured."""
    python = platform.python_version()
    return [f"Measured with Python {python} on {platform.machine()}, one process, seconds of CPU."]


if __name__ == "__main__":
    sys.exit(main())
