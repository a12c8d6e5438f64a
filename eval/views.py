"""Views: a record's text with our findings and the gold side by side."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

Row = Mapping[str, object]

# Inputs, and what only describes a record: neither is compared.
_INPUTS = frozenset(
    "id incident text title publisher published source wire set split lang url reports annotator"
    " annotator_b attributions_b attributions_more markup topic".split()
)
_LONGEST = 160


def list_sides(gold: Row, prediction: Row) -> Iterator[tuple[str, str]]:
    """List what we found beside what the gold says, field by field, lists in the text's order."""
    text = str(gold.get("text", ""))
    names = [name for name in gold if name not in _INPUTS]
    names += [name for name in prediction if name not in names and name not in _INPUTS]
    for name in names:
        ours = _describe(name, prediction.get(name), text)
        theirs = _describe(name, gold.get(name), text)
        yield from zip_longest(ours, theirs, fillvalue="")


def _describe(name: str, value: object, text: str) -> list[str]:
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        lines = sorted((_find_start(item), _show_item(item, text)) for item in value)
        return [f"{name}: {line}" for _, line in lines]
    return [f"{name}: {value}"[:_LONGEST]]


def _show_item(item: Row, text: str) -> str:
    """Show one item of a list with the words its offsets mean."""
    shown = []
    if isinstance(item.get("start"), int) and isinstance(item.get("end"), int):
        shown.append(f"“{_cut(text, item['start'], item['end'])}”")
    for name, value in item.items():
        if name in ("start", "end") or value in (None, [], {}):
            continue
        words = _show_parts(value, text)
        shown.append(f"{name}={words if words is not None else value}")
    return " ".join(shown)[:_LONGEST]


def _show_parts(value: object, text: str) -> str | None:
    if not isinstance(value, list) or not all(_is_part(part) for part in value):
        return None
    return "“" + " … ".join(_cut(text, part[0], part[1]) for part in value) + "”"


def _is_part(value: object) -> bool:
    return (
        isinstance(value, Sequence)
        and len(value) == 2
        and all(isinstance(number, int) for number in value)
    )


def _cut(text: str, start: object, end: object) -> str:
    if not isinstance(start, int) or not isinstance(end, int):
        return ""
    words = " ".join(text[start:end].split())
    return words if len(words) <= 70 else f"{words[:40]} … {words[-25:]}"


def _find_start(item: Row) -> int:
    start = item.get("start")
    if isinstance(start, int):
        return start
    for name in ("content", "spans"):
        parts = item.get(name)
        if isinstance(parts, list) and parts and _is_part(parts[0]):
            first = parts[0][0]
            return int(first)
    return 0
