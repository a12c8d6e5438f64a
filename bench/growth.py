"""Growth: what linking costs a report, and what memory it takes, as reports grow in number."""

import multiprocessing
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from math import log10
from pathlib import Path

from msgspec import Struct

from bench.fictions import make_readings
from bench.memory import find_peak
from bench.rounds import take_time
from firsthand.link.incidents import find_incidents
from firsthand.model.readings import Reading

SIZES = (1_000, 10_000, 100_000)
PLOT = Path(__file__).parent.parent / "docs" / "growth.svg"

_WIDTH, _HEIGHT, _MARGIN = 560, 260, 48


class Growth(Struct, frozen=True, kw_only=True):
    """What linking so many reports took: seconds of CPU and the peak of megabytes."""

    reports: int
    incidents: int
    seconds: float
    megabytes: float

    @property
    def each(self) -> float:
        """Milliseconds for one report."""
        return 1000 * self.seconds / self.reports


def measure_growth(base: Sequence[Reading], sizes: Iterable[int] = SIZES) -> tuple[Growth, ...]:
    """Measure each number of reports in a fresh process, so that each has its own peak."""
    context = multiprocessing.get_context("spawn")
    found = []
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            found.append(pool.submit(_link, tuple(base), size).result())
    return tuple(found)


def show_growth(found: Sequence[Growth]) -> list[str]:
    """Show what was measured as a table, with how much more a report costs among most."""
    lines = [
        "| reports | incidents | seconds | ms for a report | peak MB |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {one.reports:,} | {one.incidents:,} | {one.seconds:.1f} | {one.each:.2f} "
        f"| {one.megabytes:,.0f} |"
        for one in found
    ]
    times = found[-1].each / found[0].each
    lines += [
        "",
        f"Among {found[-1].reports:,} reports one costs {times:.2f} times as much as among "
        f"{found[0].reports:,}.",
        "",
        "![Milliseconds for a report, by the number of reports](growth.svg)",
    ]
    return lines


def draw_growth(found: Sequence[Growth]) -> str:
    """Draw the milliseconds of a report over the number of reports, as SVG."""
    top = max(one.each for one in found) * 1.25
    points = [(_place(one, found), _raise(one.each, top)) for one in found]
    marks = [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1b4965"/>'
        f'<text x="{x:.1f}" y="{y - 12:.1f}" text-anchor="middle">{one.each:.2f} ms</text>'
        f'<text x="{x:.1f}" y="{_HEIGHT - 18}" text-anchor="middle">{one.reports:,}</text>'
        for one, (x, y) in zip(found, points, strict=True)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    floor = _raise(0, top)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
            'font-family="sans-serif" font-size="13" fill="#222" role="img">',
            "<title>Milliseconds of CPU for linking one report, by the number of reports</title>",
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
            f'<line x1="{_MARGIN}" y1="{floor}" x2="{_WIDTH - _MARGIN}" y2="{floor}" '
            'stroke="#888"/>',
            f'<polyline points="{line}" fill="none" stroke="#1b4965" stroke-width="2"/>',
            *marks,
            "</svg>",
            "",
        ]
    )


def _link(base: Sequence[Reading], size: int) -> Growth:
    readings = make_readings(base, size)
    found: list[int] = []
    seconds = take_time(lambda: found.append(len(find_incidents(readings, ()))))
    return Growth(reports=size, incidents=found[0], seconds=seconds, megabytes=find_peak())


def _place(one: Growth, found: Sequence[Growth]) -> float:
    """Return where a number of reports stands; every tenfold is one step."""
    first, last = log10(found[0].reports), log10(found[-1].reports)
    share = (log10(one.reports) - first) / (last - first) if last > first else 0.5
    return 2 * _MARGIN + share * (_WIDTH - 4 * _MARGIN)


def _raise(value: float, top: float) -> float:
    return round(_HEIGHT - _MARGIN - value / top * (_HEIGHT - 2 * _MARGIN), 1)
