"""Charts: the figures of one toll over time, a step line for each speaker, without colour."""

import datetime
from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from firsthand.model.incidents import Toll, TollEntry
from firsthand.publish.wordings import DAY_LENGTH, count_things, show_bounds, show_day

WIDTH, HEIGHT = 420, 230
LEFT, RIGHT, TOP, BOTTOM = 34, 14, 14, 30
RADIUS = 7.5
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# On fewer days than this nothing changes that a line could show.
FEWEST_DAYS = 2
LABEL_WIDTH = 54


class Series(Struct, frozen=True, kw_only=True):
    """One speaker's figures in the order of their dates, under the letter the drawing uses."""

    letter: str
    speaker: str
    entries: tuple[TollEntry, ...]


class Chart(Struct, frozen=True, kw_only=True):
    """A drawing, the speakers in it, and how many figures could not be drawn."""

    svg: Markup
    series: tuple[Series, ...]
    undated: int
    more: int


def draw_steps(toll: Toll) -> Chart | None:
    """Draw who stated which figure when; None where all are of one day.

    Filled marks decide the toll, hollow ones were left out; a stroke above means "at least".
    """
    drawable = [entry for entry in toll.history if _is_drawable(entry)]
    series = _make_series(drawable)
    shown = tuple(series[: len(LETTERS)])
    days = {_day(entry) for item in shown for entry in item.entries}
    if len(days) < FEWEST_DAYS:
        return None
    scale = _make_scale([entry for item in shown for entry in item.entries])
    taken: list[tuple[float, float]] = []
    lines = Markup("").join(_draw_line(item, scale) for item in shown)
    marks = Markup("").join(_draw_marks(item, toll, scale, taken) for item in shown)
    label = (
        f"Figures stated over time by {count_things(len(shown), 'speaker')}, from "
        f"{show_day(scale.first.isoformat())} to {show_day(scale.last.isoformat())}; "
        "the table below says the same."
    )
    svg = Markup(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}{}</svg>'
    ).format(WIDTH, HEIGHT, label, _draw_axes(scale), lines, marks)
    undated = sum(entry.as_of is None for entry in toll.history)
    return Chart(svg=svg, series=shown, undated=undated, more=len(series) - len(shown))


class _Scale(Struct, frozen=True, kw_only=True):
    """How dates and figures become places on the drawing."""

    first: datetime.date
    last: datetime.date
    top: int
    days: tuple[datetime.date, ...]

    def put(self, day: datetime.date, value: int) -> tuple[float, float]:
        span = max(1, (self.last - self.first).days)
        width = WIDTH - LEFT - RIGHT - 4 * RADIUS
        x = LEFT + 2 * RADIUS + width * (day - self.first).days / span
        y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / max(1, self.top)
        return round(x, 1), round(y, 1)


def _is_drawable(entry: TollEntry) -> bool:
    """A number on a known day; what is only added to another figure is no point of its own."""
    if entry.as_of is None or entry.counting == "additional":
        return False
    if entry.low is None and entry.high is None:
        return False
    try:
        _day(entry)
    except ValueError:
        return False
    return True


def _day(entry: TollEntry) -> datetime.date:
    return datetime.date.fromisoformat((entry.as_of or "")[:DAY_LENGTH])


def _value(entry: TollEntry) -> int:
    """The figure a mark stands at: the largest that is stated."""
    return max(entry.low or 0, entry.high or 0)


def _make_series(entries: Sequence[TollEntry]) -> list[Series]:
    by_speaker: dict[str, list[TollEntry]] = {}
    for entry in entries:
        by_speaker.setdefault(entry.speaker or "not named", []).append(entry)
    ranked = sorted(by_speaker.items(), key=lambda item: (_day(item[1][0]), item[0]))
    return [
        Series(
            letter=LETTERS[index] if index < len(LETTERS) else "",
            speaker=speaker,
            entries=tuple(sorted(own, key=lambda entry: (entry.as_of or "", _value(entry)))),
        )
        for index, (speaker, own) in enumerate(ranked)
    ]


def _make_scale(entries: Sequence[TollEntry]) -> _Scale:
    days = sorted({_day(entry) for entry in entries})
    most = max(_value(entry) for entry in entries)
    step = _choose_step(most)
    return _Scale(
        first=days[0], last=days[-1], top=-(-most // step) * step or step, days=tuple(days)
    )


def _choose_step(most: int) -> int:
    """Choose the step of the axis: 1, 2 or 5 times a power of ten, at most six steps."""
    step = 1
    while most / step > 6:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step


def _draw_axes(scale: _Scale) -> Markup:
    pieces = []
    step = _choose_step(scale.top)
    for value in range(0, scale.top + 1, step):
        _, y = scale.put(scale.first, value)
        pieces.append(
            Markup(
                '<path class="grid" d="M{} {}H{}"/><text x="{}" y="{}" text-anchor="end">{}</text>'
            ).format(LEFT, y, WIDTH - RIGHT, LEFT - 6, y + 4, f"{value:,}")
        )
    free = 0.0
    form = "{0.day} {0:%b}" if scale.first.year == scale.last.year else "{0:%b} {0.year}"
    for day in scale.days:
        x, _ = scale.put(day, 0)
        if x < free:
            continue
        free = x + LABEL_WIDTH
        pieces.append(
            Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(
                x, HEIGHT - 10, form.format(day)
            )
        )
    return Markup("").join(pieces)


def _draw_line(series: Series, scale: _Scale) -> Markup:
    """Draw a step line: the largest figure of a day holds until its speaker gives another one."""
    path = ""
    largest = {_day(entry): _value(entry) for entry in series.entries}
    for day, value in largest.items():
        x, y = scale.put(day, value)
        path += f"H{x}V{y}" if path else f"M{x} {y}"
    return Markup('<path class="step" d="{}"/>').format(path)


def _draw_marks(
    series: Series, toll: Toll, scale: _Scale, taken: list[tuple[float, float]]
) -> Markup:
    pieces = []
    seen: set[tuple[datetime.date, int]] = set()
    deciding = [entry for entry in series.entries if entry.claim in toll.claims]
    others = [entry for entry in series.entries if entry.claim not in toll.claims]
    for entry in (*deciding, *others):
        if (_day(entry), _value(entry)) in seen:
            continue
        seen.add((_day(entry), _value(entry)))
        x, y = _find_room(scale.put(_day(entry), _value(entry)), taken)
        taken.append((x, y))
        pieces.append(_draw_mark(series, entry, (x, y), decides=entry.claim in toll.claims))
    return Markup("").join(pieces)


def _find_room(
    point: tuple[float, float], taken: Sequence[tuple[float, float]]
) -> tuple[float, float]:
    """Move a mark sideways until it hides no other."""
    x, y = point
    while any(abs(x - a) < 2 * RADIUS and abs(y - b) < 2 * RADIUS for a, b in taken):
        x += 2 * RADIUS + 1
    return round(x, 1), y


def _draw_mark(
    series: Series, entry: TollEntry, at: tuple[float, float], *, decides: bool
) -> Markup:
    x, y = at
    stroke = (
        Markup('<path class="least" d="M{} {}V{}"/>').format(x, y - RADIUS, y - RADIUS - 6)
        if entry.high is None
        else ""
    )
    title = f"{series.speaker}, {show_day(entry.as_of or '')}: {show_bounds(entry.low, entry.high)}"
    return Markup(
        '<g class="{kind}"><title>{title}</title>{stroke}<circle cx="{x}" cy="{y}" r="{r}"/>'
        '<text x="{x}" y="{base}" text-anchor="middle">{letter}</text></g>'
    ).format(
        kind="decides" if decides else "left",
        title=title,
        stroke=stroke,
        x=x,
        y=y,
        r=RADIUS,
        base=y + 3.5,
        letter=series.letter,
    )
