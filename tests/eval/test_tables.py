from pathlib import Path

import pytest
from eval.floors import Figure
from eval.tables import show_figures, write_table

FIGURE = Figure(pack="counts", name="all right", value=0.91, floor=0.9, peer="a regex .5")


def test_a_figure_stands_beside_its_floor_and_others() -> None:
    assert show_figures([FIGURE])[-1] == "| counts | `all right` | 0.910 | 0.900 | a regex .5 |"


def test_only_what_stands_between_the_marks_is_written_anew(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    page.write_text("before\n<!-- own: begin -->\nold\n<!-- own: end -->\nafter\n", "utf-8")
    write_table("own", ["new"], page)
    text = page.read_text("utf-8")
    assert text == "before\n<!-- own: begin -->\nnew\n<!-- own: end -->\nafter\n"


def test_a_page_without_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    page.write_text("nothing here\n", "utf-8")
    with pytest.raises(ValueError, match="no marks"):
        write_table("own", ["new"], page)
    assert page.read_text("utf-8") == "nothing here\n"
