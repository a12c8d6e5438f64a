"""Lexicon tables: tab-separated word lists that a linguist can read and correct.

A table starts with remark lines ("# …") that say where its content comes from, then a header
line with the column names, then one row a line. Blank lines are skipped.
"""

from functools import cache
from importlib import resources

from firsthand.errors import BrokenTable

Row = dict[str, str]


@cache
def load_table(name: str) -> tuple[Row, ...]:
    """Load `lexicon/<name>.tsv`; raise BrokenTable where a row does not fit its header."""
    lines = resources.files("firsthand.lexicon").joinpath(f"{name}.tsv").read_text("utf-8")
    rows: list[Row] = []
    header: list[str] = []
    for number, line in enumerate(lines.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header:
            header = cells
            continue
        if len(cells) != len(header):
            raise BrokenTable(
                f"lexicon/{name}.tsv, line {number}: {len(cells)} cells instead of "
                f"{len(header)}. Separate cells with one tab each."
            )
        rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


@cache
def load_words(name: str, column: str = "word") -> frozenset[str]:
    """Load one column of a table as a set of words, in lower case."""
    return frozenset(row[column].casefold() for row in load_table(name))
