"""Tables: the figures in docs/accuracy.md, between its marks."""

from collections.abc import Sequence
from pathlib import Path

from eval.floors import Figure

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"
BEGIN, END = "<!-- {}: begin -->", "<!-- {}: end -->"


def show_figures(figures: Sequence[Figure]) -> list[str]:
    """Show figures as the rows of a Markdown table."""
    lines = ["| pack | figure | ours | floor | others |", "|---|---|---|---|---|"]
    for figure in figures:
        floor = "" if figure.floor is None else f"{figure.floor:.3f}"
        name = f"`{figure.name}`"
        lines.append(f"| {figure.pack} | {name} | {figure.value:.3f} | {floor} | {figure.peer} |")
    return lines


def write_table(name: str, lines: Sequence[str], page: Path = PAGE) -> None:
    """Write lines into a page between the marks of that name; raises ValueError without them."""
    text = page.read_text("utf-8")
    begin, end = BEGIN.format(name), END.format(name)
    if begin not in text or end not in text:
        raise ValueError(f"{page.name} has no marks {begin} and {end}. Put them where it belongs.")
    before, rest = text.split(begin, 1)
    after = rest.split(end, 1)[1]
    page.write_text(f"{before}{begin}\n" + "\n".join(lines) + f"\n{end}{after}", "utf-8")
