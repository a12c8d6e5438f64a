"""Furniture: words that stand on pages whatever they tell, such as logins and notes on agencies."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from firsthand.link.passages import Run, Words
from firsthand.model.reports import Document

# A run that one publisher has in this many reports belongs to its pages, not to a report.
ONE_PUBLISHER = 3
# A run that so many reports carry is a copied text if they share most of their words besides.
MANY_REPORTS = 4
# The reports that are looked at of many with one run; those of a text are alike.
MOST_COMPARED = 8


def find_furniture(documents: Sequence[Document], texts: Mapping[str, Words]) -> frozenset[Run]:
    """Find the runs of page furniture and boilerplate among texts by report id.

    Of many reports with a run, those that carry one text share half of their runs; where they do
    not, the run stands on their pages: a note on the agency, a call for witnesses.
    """
    holders: dict[Run, list[str]] = {}
    held: Counter[tuple[str, Run]] = Counter()
    for document in documents:
        name, publisher = document.report.id, document.report.publisher
        for run in texts[name].runs:
            holders.setdefault(run, []).append(name)
            if publisher:
                held[publisher, run] += 1
    furniture = {run for (_, run), count in held.items() if count >= ONE_PUBLISHER}
    groups: dict[tuple[str, ...], list[Run]] = {}
    for run, names in holders.items():
        if len(names) >= MANY_REPORTS:
            groups.setdefault(tuple(names[:MOST_COMPARED]), []).append(run)
    for group, runs in groups.items():
        if not _carry_one_text([texts[name].runs.keys() for name in group]):
            furniture.update(runs)
    return frozenset(furniture)


def _carry_one_text(texts: Sequence[Set[Run]]) -> bool:
    """Tell whether half of the runs of most of some texts stand in half of them."""
    held = Counter(run for runs in texts for run in runs)
    common = {run for run, count in held.items() if 2 * count >= len(texts)}
    alike = sum(2 * len(runs & common) >= len(runs) for runs in texts)
    return 2 * alike >= len(texts)
