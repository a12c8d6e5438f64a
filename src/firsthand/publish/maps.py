"""Maps: where a place lies, drawn offline and no finer than its precision.

No borders are drawn here: at this scale a line of a small atlas would be wrong by kilometres. The
graticule, the scale and the other places of the account tell where it lies; `overviews` shows it
among coasts and borders.
"""

import math
from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from firsthand.model.places import Place
from firsthand.publish.wordings import count_things

# Radius in km of the circle drawn for a place. A town's point is its centre; "near" a town is up
# to 25 km (UCDP GED codebook, where_prec 2). District and province: a common size, not a border.
RADII = {"site": 0.0, "town": 3.0, "near town": 25.0, "district": 40.0, "province": 120.0}
SIZE = 300
MARGIN = 54
# The narrowest map, from its middle to its edge: around a site other sites, around a town others.
NEAREST_KM = {"site": 6.0, "town": 20.0}
FARTHEST_KM = 600.0
KM_PER_DEGREE = 111.2
STEPS = (0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)
SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500)
# Two marks nearer than this, in the map's units, would hide each other.
APART = 15.0
MOST_OTHERS = 9
MOST_OUTSIDE = 3
# A map grows for places up to so many times its least reach; farther ones are told in words.
NEAR_TIMES = 3
COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


class Locator(Struct, frozen=True, kw_only=True):
    """A map with what its reader must know.

    `words` say what is drawn; the other places of the account are `numbered` on it, `hidden`
    because they lie too near to be drawn apart, or `outside` with their distance.
    """

    svg: Markup
    words: str
    numbered: tuple[str, ...]
    hidden: tuple[str, ...]
    outside: tuple[str, ...]


class Frame(Struct, frozen=True, kw_only=True):
    """The ground a map shows: its middle, and how many km it reaches to each side."""

    latitude: float
    longitude: float
    reach: float

    def put(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Return where a point lies on the drawing."""
        scale = SIZE / 2 / self.reach
        width = KM_PER_DEGREE * max(0.05, math.cos(math.radians(self.latitude)))
        east = (longitude - self.longitude + 180) % 360 - 180
        x = SIZE / 2 + east * width * scale
        y = SIZE / 2 - (latitude - self.latitude) * KM_PER_DEGREE * scale
        return round(MARGIN + x, 1), round(MARGIN / 2 + y, 1)


def draw_locator(place: Place | None, others: Sequence[Place]) -> Locator | None:
    """Draw where a place lies among the other places named, or None where no point can be given."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    if place.precision not in RADII:
        return None
    known = _choose_others(place, others)
    frame = Frame(
        latitude=place.latitude, longitude=place.longitude, reach=_choose_reach(place, known)
    )
    inside = [other for other in known if _is_inside(frame, other)]
    marks, numbered, hidden = _mark_others(frame, inside)
    outside = [other for other in known if other not in inside][:MOST_OUTSIDE]
    body = Markup("").join(
        [_draw_graticule(frame), _draw_place(place, frame), marks, _draw_scale(frame)]
    )
    words = _tell(place, frame, len(numbered))
    svg = Markup(
        '<svg class="map" viewBox="0 0 {width} {height}" role="img" aria-label="{words}">'
        "{body}</svg>"
    ).format(width=SIZE + MARGIN + 2, height=SIZE + MARGIN + 4, words=words, body=body)
    return Locator(
        svg=svg,
        words=words,
        numbered=numbered,
        hidden=hidden,
        outside=tuple(_tell_way(place, other) for other in outside),
    )


def measure_km(one: Place, other: Place) -> float:
    """Measure the distance of two places with coordinates, on a sphere."""
    lat1, lat2 = math.radians(one.latitude or 0), math.radians(other.latitude or 0)
    across = math.radians((other.longitude or 0) - (one.longitude or 0))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin(across / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def _choose_others(place: Place, others: Sequence[Place]) -> list[Place]:
    """Choose the other points to draw, the nearest first; a coarse place is no point."""
    found: dict[str, Place] = {}
    for other in others:
        if other.latitude is None or other.longitude is None or other.name == place.name:
            continue
        if other.precision in ("site", "town") and measure_km(place, other) < FARTHEST_KM:
            found.setdefault(other.name, other)
    return sorted(found.values(), key=lambda other: (measure_km(place, other), other.name))


def _choose_reach(place: Place, others: Sequence[Place]) -> float:
    """Choose how far a map reaches: around its circle, and to the places that are near."""
    least = NEAREST_KM.get(place.precision, RADII[place.precision] * 1.6)
    near = [measure_km(place, other) for other in others[:MOST_OTHERS]]
    return max([least, *(distance * 1.15 for distance in near if distance < least * NEAR_TIMES)])


def _draw_graticule(frame: Frame) -> Markup:
    reach = frame.reach / KM_PER_DEGREE
    step = next((step for step in STEPS if reach / step <= 2), STEPS[-1])
    wide = reach / max(0.05, math.cos(math.radians(frame.latitude)))
    east_step = next((step for step in STEPS if wide / step <= 2), STEPS[-1])
    pieces = [
        Markup('<rect class="ground" x="{}" y="{}" width="{}" height="{}"/>').format(
            MARGIN, MARGIN / 2, SIZE, SIZE
        )
    ]
    for latitude in _list_lines(frame.latitude - reach, frame.latitude + reach, step):
        _, y = frame.put(latitude, frame.longitude)
        label = f"{abs(latitude):g}°{'N' if latitude >= 0 else 'S'}"
        pieces.append(_draw_line((MARGIN, y, MARGIN + SIZE, y), (MARGIN - 4, y + 3, "end"), label))
    for longitude in _list_lines(frame.longitude - wide, frame.longitude + wide, east_step):
        x, _ = frame.put(frame.latitude, longitude)
        turned = (longitude + 180) % 360 - 180
        label = f"{abs(round(turned, 4)):g}°{'E' if turned >= 0 else 'W'}"
        low = MARGIN / 2 + SIZE
        pieces.append(_draw_line((x, MARGIN / 2, x, low), (x, low + 12, "middle"), label))
    return Markup("").join(pieces)


def _list_lines(low: float, high: float, step: float) -> list[float]:
    first = math.ceil(low / step)
    return [round(index * step, 4) for index in range(first, math.floor(high / step) + 1)]


def _draw_line(
    ends: tuple[float, float, float, float], at: tuple[float, float, str], label: str
) -> Markup:
    return Markup(
        '<path class="grid" d="M{} {}L{} {}"/><text x="{}" y="{}" text-anchor="{}">{}</text>'
    ).format(*ends, *at, label)


def _draw_place(place: Place, frame: Frame) -> Markup:
    """Draw a dot for a site, a circle as wide as the precision for everything coarser."""
    x, y = frame.put(frame.latitude, frame.longitude)
    radius = RADII[place.precision] * SIZE / 2 / frame.reach
    if not radius:
        return Markup('<circle class="site" cx="{}" cy="{}" r="5"/>').format(x, y)
    return Markup('<circle class="area" cx="{}" cy="{}" r="{}"/>').format(
        x, y, round(max(radius, 9), 1)
    )


def _mark_others(
    frame: Frame, others: Sequence[Place]
) -> tuple[Markup, tuple[str, ...], tuple[str, ...]]:
    """Number the other places; name apart those that lie too near to be drawn."""
    taken = [frame.put(frame.latitude, frame.longitude)]
    pieces: list[Markup] = []
    numbered: list[str] = []
    hidden: list[str] = []
    for other in others:
        point = frame.put(other.latitude or 0, other.longitude or 0)
        if len(numbered) == MOST_OTHERS or any(math.dist(point, one) < APART for one in taken):
            hidden.append(other.name)
            continue
        taken.append(point)
        numbered.append(other.name)
        pieces.append(
            Markup(
                '<circle class="other" cx="{0}" cy="{1}" r="7"/>'
                '<text class="key" x="{0}" y="{2}" text-anchor="middle">{3}</text>'
            ).format(*point, point[1] + 3.5, len(numbered))
        )
    return Markup("").join(pieces), tuple(numbered), tuple(hidden)


def _is_inside(frame: Frame, other: Place) -> bool:
    x, y = frame.put(other.latitude or 0, other.longitude or 0)
    return MARGIN + 8 <= x <= MARGIN + SIZE - 8 and MARGIN / 2 + 8 <= y <= MARGIN / 2 + SIZE - 8


def _tell_way(place: Place, other: Place) -> str:
    """Tell where another place lies as seen from the place: 79 km north."""
    east = ((other.longitude or 0) - (place.longitude or 0) + 180) % 360 - 180
    east *= math.cos(math.radians(place.latitude or 0))
    angle = math.degrees(math.atan2(east, (other.latitude or 0) - (place.latitude or 0)))
    return f"{other.name}, {measure_km(place, other):.0f} km {COMPASS[round(angle / 45) % 8]}"


def _draw_scale(frame: Frame) -> Markup:
    km = max(scale for scale in SCALES if scale == 1 or scale <= frame.reach / 2)
    length = round(km * SIZE / 2 / frame.reach, 1)
    x, y = MARGIN + 10, MARGIN / 2 + SIZE - 10
    return Markup(
        '<path class="scale" d="M{x} {top}V{y}H{end}V{top}"/><text x="{x}" y="{up}">{km} km</text>'
    ).format(x=x, y=y, top=y - 4, end=x + length, up=y - 8, km=km)


def _tell(place: Place, frame: Frame, others: int) -> str:
    mark = "a dot" if place.precision == "site" else f"a circle for “{place.precision}”"
    return (
        f"Map without borders, north up, {2 * frame.reach:.0f} km wide, with {mark} at "
        f"{place.name} and {count_things(others, 'other named place')}."
    )
