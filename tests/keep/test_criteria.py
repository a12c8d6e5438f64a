"""What a case counts is written by people, and checked before anything is counted."""

from pathlib import Path

import pytest

from firsthand.errors import BrokenCase
from firsthand.keep.criteria import FILE, load_case_file, state_criteria, write_template


def test_the_template_is_a_case_file(tmp_path: Path) -> None:
    write_template(tmp_path, 'The "harbour" \\ market')
    _, file = load_case_file(tmp_path)
    assert file.title == 'The "harbour" \\ market'
    assert file.inclusion.harms == ("killed", "injured")


@pytest.mark.parametrize(
    "content",
    ["title = ", "colour = 1", '[rules]\ntoll_rule = "guess"', '[inclusion]\ndeaths = "some"'],
)
def test_what_cannot_be_used_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(BrokenCase, match=FILE):
        load_case_file(tmp_path)


def test_what_is_left_empty_is_not_stated(tmp_path: Path) -> None:
    write_template(tmp_path, "")
    criteria = state_criteria(load_case_file(tmp_path)[1])
    assert (criteria.title, criteria.area, criteria.deaths) == (None, None, "direct")
