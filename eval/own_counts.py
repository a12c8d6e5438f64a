"""Own counts: counts and times as read in our own gold, beside what is right."""

from collections.abc import Sequence

from msgspec import UNSET

from eval.own_gold import CountCase, GoldCount, GoldTime, TimeCase
from eval.own_judgements import REPORT, Judgement, Point
from eval.texts import parse
from firsthand.model.casualties import Casualties
from firsthand.model.spans import overlap
from firsthand.model.times import TimeSpan
from firsthand.read.casualties import find_casualties
from firsthand.read.times import find_times


def judge_counts(case: CountCase) -> Judgement:
    """Judge the counts found in a text, field by field."""
    found = find_casualties(parse(case.text, None), REPORT)
    matched = [_match_count(gold, found) for gold in case.counts]
    points = [Point("no count where none is", int(not found), 1)]
    if case.counts:
        right = sum(
            _is_same_count(gold, count, matched)
            for gold, count in zip(case.counts, matched, strict=True)
        )
        hits = sum(count is not None for count in matched)
        points = [
            Point("counts with all fields right", right, len(case.counts)),
            Point("counts found", hits, len(case.counts)),
            Point("counts that are some", hits, max(len(found), hits)),
        ]
    return Judgement(
        set="counts",
        id=case.id,
        text=case.text,
        points=tuple(points),
        expected="; ".join(map(_show_gold_count, case.counts)) or "none",
        found="; ".join(map(_show_count, found)) or "none",
    )


def _match_count(gold: GoldCount, found: Sequence[Casualties]) -> Casualties | None:
    """Find the count at the words of the gold one: of several, the one that starts nearest."""
    near = [
        count
        for count in found
        if count.outcome == gold.outcome and overlap((count.start, count.end), gold.span)
    ]
    return min(near, key=lambda count: abs(count.start - gold.start), default=None)


def _is_same_count(
    gold: GoldCount, count: Casualties | None, matched: Sequence[Casualties | None]
) -> bool:
    if count is None:
        return False
    whole = None if gold.part_of is None else matched[gold.part_of]
    return (
        (gold.low, gold.high) == (count.low, count.high)
        and (gold.vague, gold.approximate) == (count.vague, count.approximate)
        and gold.counting in (UNSET, count.counting)
        and gold.status in (UNSET, count.status)
        and (gold.group is UNSET or _is_same_group(str(gold.group), str(count.group)))
        and count.part_of == (None if whole is None else whole.id)
        and (gold.part_of is None or whole is not None)
    )


def _is_same_group(gold: str, found: str) -> bool:
    """Tell whether two wordings mean one group: the same noun, with or without its adjectives."""
    one, other = gold.casefold().split(), found.casefold().split()
    return one[-1] == other[-1] and (set(one) <= set(other) or set(other) <= set(one))


def _show_gold_count(gold: GoldCount) -> str:
    fields = (gold.counting, gold.status, gold.group)
    tested = " ".join("?" if field is UNSET else str(field) for field in fields)
    return _show(gold, (gold.vague, gold.approximate), tested, gold.part_of)


def _show_count(count: Casualties) -> str:
    fields = f"{count.counting} {count.status} {count.group}"
    return _show(count, (count.vague, count.approximate), fields, count.part_of)


def _show(
    count: GoldCount | Casualties, signs: tuple[bool, bool], fields: str, part: object
) -> str:
    marks = ("vague " if signs[0] else "") + ("approximate " if signs[1] else "")
    whole = "" if part is None else " part"
    return f"“{count.text}” {count.outcome} {count.low}..{count.high} {marks}{fields}{whole}"


def judge_times(case: TimeCase) -> Judgement:
    """Judge the expressions of time found in a text."""
    found = find_times(parse(case.text, case.published), case.published)
    points = [Point("no time where none is", int(not found), 1)]
    if case.times:
        matched = [_match_time(gold, found) for gold in case.times]
        right = sum(_is_same_time(*pair) for pair in zip(case.times, matched, strict=True))
        hits = sum(time is not None for time in matched)
        points = [
            Point("times with all fields right", right, len(case.times)),
            Point("times found", hits, len(case.times)),
        ]
    return Judgement(
        set="times",
        id=case.id,
        text=f"{case.text}  [{case.published}]",
        points=tuple(points),
        expected="; ".join(
            f"“{gold.text}” {gold.first}..{gold.last} {gold.precision} {gold.basis}"
            for gold in case.times
        )
        or "none",
        found="; ".join(
            f"“{time.text}” {time.start}..{time.end} {time.precision} {time.basis}"
            for time in found
        )
        or "none",
    )


def _match_time(gold: GoldTime, found: Sequence[TimeSpan]) -> TimeSpan | None:
    near = [time for time in found if time.span is not None and overlap(time.span, gold.span)]
    return max(near, key=lambda time: len(time.text or ""), default=None)


def _is_same_time(gold: GoldTime, time: TimeSpan | None) -> bool:
    """Compare all fields; midnight may be written as the day alone."""
    if time is None or (gold.precision, gold.basis) != (time.precision, time.basis):
        return False
    one, other = (gold.first, gold.last), (time.start, time.end)
    return [str(moment).removesuffix("T00:00") for moment in one] == [
        str(moment).removesuffix("T00:00") for moment in other
    ]
