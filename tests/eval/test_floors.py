from pathlib import Path

from eval.floors import Figure, Floor, load_floors, raise_floors, save_floors
from eval.packs import PACKS


def make_figure(value: float, floor: float | None) -> Figure:
    return Figure(pack="some pack", name="some figure", value=value, floor=floor)


def test_a_figure_falls_when_it_is_under_its_floor_by_more_than_noise() -> None:
    assert make_figure(0.69, 0.7).fell
    assert not make_figure(0.699, 0.7).fell
    assert not make_figure(0.1, None).fell


def test_a_floor_rises_to_a_little_under_the_figure() -> None:
    raised = raise_floors(
        [make_figure(0.75, 0.7)], {"some pack": {"some figure": Floor(floor=0.7)}}
    )
    assert raised["some pack"]["some figure"].floor == 0.745


def test_a_floor_is_never_lowered_and_keeps_the_figures_of_others() -> None:
    floors = {"some pack": {"some figure": Floor(floor=0.7, peer="a regex .4")}}
    assert raise_floors([make_figure(0.5, 0.7)], floors) == floors
    raised = raise_floors([make_figure(0.8, 0.7)], floors)
    assert raised["some pack"]["some figure"].peer == "a regex .4"


def test_a_figure_without_a_floor_gets_one() -> None:
    raised = raise_floors([make_figure(0.5, None)], {})
    assert raised["some pack"]["some figure"].floor == 0.495


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    floors = {"some pack": {"one": Floor(floor=0.5), "other": Floor(peer="a rule of thumb .3")}}
    save_floors(floors, tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == floors


def test_every_floor_belongs_to_a_figure_that_is_watched() -> None:
    for name, entries in load_floors().items():
        if name in PACKS:
            assert set(entries) <= set(PACKS[name].figures), name
