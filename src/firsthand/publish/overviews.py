"""Overviews: in what part of the world a place lies, beside the map of its surroundings."""

import math
from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from firsthand.model.places import Place
from firsthand.publish.borders import Line, find_near
from firsthand.publish.maps import KM_PER_DEGREE, MARGIN, RADII, SIZE, Frame

# Half the width of an overview, in km: wide enough to show a coast or a border of most countries,
# so wide that a line drawn at 1:50m is not taken for a surveyed one.
REACH_KM = 750.0
# Lines are cut a little outside the window; the rest would only make the page longer.
BEYOND = 20.0
# Nearer the poles a plane map of this width would show nothing true.
FARTHEST_NORTH = 75.0


class Overview(Struct, frozen=True, kw_only=True):
    """A drawing with what it shows in words."""

    svg: Markup
    words: str


def draw_overview(place: Place | None, lines: Sequence[Line]) -> Overview | None:
    """Draw coasts and borders around a place, or None where nothing would be shown."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    if place.precision not in RADII or abs(place.latitude) > FARTHEST_NORTH:
        return None
    frame = Frame(latitude=place.latitude, longitude=place.longitude, reach=REACH_KM)
    high = REACH_KM / KM_PER_DEGREE
    wide = high / math.cos(math.radians(place.latitude))
    near = list(find_near(lines, (place.longitude, place.latitude), (wide, high)))
    coasts = _draw_lines("coast", [line for line in near if not line.is_border], frame)
    borders = _draw_lines("border", [line for line in near if line.is_border], frame)
    if not coasts and not borders:
        return None
    words = (
        f"Overview, north up, {2 * REACH_KM:,.0f} km wide: coasts and borders around "
        f"{place.name}, which lies in the middle."
    )
    svg = Markup(
        '<svg class="map overview" viewBox="{left} {top} {size} {size}" role="img" '
        'aria-label="{words}"><rect class="ground" x="{left}" y="{top}" width="{size}" '
        'height="{size}"/>{coasts}{borders}<circle class="area" cx="{x}" cy="{y}" r="6"/></svg>'
    ).format(
        left=MARGIN,
        top=MARGIN // 2,
        size=SIZE,
        words=words,
        coasts=coasts,
        borders=borders,
        x=MARGIN + SIZE / 2,
        y=MARGIN / 2 + SIZE / 2,
    )
    return Overview(svg=svg, words=words)


def _draw_lines(kind: str, lines: Sequence[Line], frame: Frame) -> Markup:
    runs = [run for line in lines for run in _cut_runs(line, frame)]
    if not runs:
        return Markup("")
    path = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in run) for run in runs)
    return Markup('<path class="{}" d="{}"/>').format(kind, path)


def _cut_runs(line: Line, frame: Frame) -> Iterator[list[tuple[float, float]]]:
    """Cut a line into the runs that cross the window, one point beyond on either side."""
    run: list[tuple[float, float]] = []
    last: tuple[float, float] | None = None
    for longitude, latitude in line.points:
        point = frame.put(latitude, longitude)
        # A leap over half the world is the seam of the projection, not a line.
        if last is not None and abs(point[0] - last[0]) > SIZE * 3:
            if len(run) > 1:
                yield run
            run, last = [], None
        if _is_shown(point) or (last is not None and _is_shown(last)):
            run = run or ([last] if last is not None else [])
            run.append(point)
        elif len(run) > 1:
            yield run
            run = []
        else:
            run = []
        last = point
    if len(run) > 1:
        yield run


def _is_shown(point: tuple[float, float]) -> bool:
    low, high = -BEYOND, SIZE + BEYOND
    return low <= point[0] - MARGIN <= high and low <= point[1] - MARGIN / 2 <= high
