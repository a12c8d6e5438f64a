"""Lexicon tables load with their header, and break with the line that is wrong."""

from importlib import resources

import pytest

from firsthand.errors import BrokenTable
from firsthand.lexicon.tables import load_table, load_words


def test_a_table_gives_one_row_a_line_by_its_header() -> None:
    rows = load_table("act_types")
    assert rows
    assert "type" in rows[0]


def test_a_column_gives_its_words_in_lower_case() -> None:
    assert "killing" in load_words("act_types", "type")


def test_a_row_that_does_not_fit_is_named_by_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Folder:
        def joinpath(self, _name: str) -> "Folder":
            return self

        def read_text(self, _encoding: str) -> str:
            return "# written for this test\nword\tkind\nfire\n"

    monkeypatch.setattr(resources, "files", lambda _package: Folder())
    with pytest.raises(BrokenTable, match="line 3"):
        load_table("a table of this test")
