"""A chart shows who stated which figure when, by letters and marks, not by colour."""

import re

from msgspec import structs
from tests.publish.samples import CLAIM, TOLL

from firsthand.model.incidents import Toll, TollEntry
from firsthand.publish.charts import draw_steps


def make_entry(
    day: str | None, low: int | None, speaker: str = "Council", claim: str = "c-9"
) -> TollEntry:
    return TollEntry(as_of=day, low=low, high=low, counting="total", speaker=speaker, claim=claim)


def make_toll(*entries: TollEntry) -> Toll:
    return structs.replace(TOLL, history=entries)


def test_each_speaker_has_a_letter_and_each_figure_a_mark() -> None:
    chart = draw_steps(
        make_toll(
            make_entry("2019-05-14", 22),
            make_entry("2019-05-16", 31, claim=CLAIM.id),
            make_entry("2019-05-15", 14, "Hospital"),
        )
    )
    assert chart is not None
    assert [(item.letter, item.speaker) for item in chart.series] == [
        ("A", "Council"),
        ("B", "Hospital"),
    ]
    assert len(re.findall(r'<g class="decides">', chart.svg)) == 1
    assert len(re.findall(r'<g class="left">', chart.svg)) == 2


def test_a_line_holds_until_its_speaker_gives_another_figure() -> None:
    chart = draw_steps(make_toll(make_entry("2019-05-14", 10), make_entry("2019-05-16", 20)))
    assert chart is not None
    (path,) = re.findall(r'class="step" d="([^"]+)"', chart.svg)
    assert re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+V[\d.]+", path)


def test_figures_of_one_day_need_no_chart() -> None:
    assert draw_steps(make_toll(make_entry("2019-05-14", 9), make_entry("2019-05-14", 12))) is None
    assert draw_steps(make_toll()) is None


def test_what_has_no_date_is_counted_and_not_drawn() -> None:
    chart = draw_steps(
        make_toll(make_entry("2019-05-14", 9), make_entry("2019-05-15", 12), make_entry(None, 99))
    )
    assert chart is not None
    assert chart.undated == 1
    assert "99" not in chart.svg


def test_an_open_figure_has_a_stroke() -> None:
    closed = [make_entry("2019-05-14", 9), make_entry("2019-05-15", 12)]
    chart = draw_steps(make_toll(closed[0], structs.replace(closed[1], high=None)))
    assert chart is not None
    assert chart.svg.count('class="least"') == 1


def test_an_addition_and_a_date_that_is_none_are_no_points() -> None:
    added = structs.replace(make_entry("2019-05-15", 4), counting="additional")
    assert draw_steps(make_toll(make_entry("2019-05-14", 9), added)) is None
    assert draw_steps(make_toll(make_entry("2019-05-14", 9), make_entry("soon", 12))) is None


def test_marks_that_would_hide_each_other_stand_side_by_side() -> None:
    chart = draw_steps(
        make_toll(
            make_entry("2019-05-14", 9, "one"),
            make_entry("2019-05-14", 9, "two"),
            make_entry("2019-05-20", 9, "three"),
        )
    )
    assert chart is not None
    middles = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', chart.svg)
    assert len(set(middles)) == 3


def test_large_figures_and_many_speakers_still_fit() -> None:
    entries = [make_entry(f"2019-05-{day:02}", day * 1000, f"voice {day}") for day in range(1, 32)]
    chart = draw_steps(make_toll(*entries))
    assert chart is not None
    assert (len(chart.series), chart.more) == (26, 5)


def test_names_are_escaped() -> None:
    chart = draw_steps(
        make_toll(make_entry("2019-05-14", 9, "<script>"), make_entry("2019-05-15", 9, "<script>"))
    )
    assert chart is not None
    assert "<script>" not in chart.svg
