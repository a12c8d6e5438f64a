"""Histories: everything that ever happened to a claim, a figure, an incident or a report."""

from msgspec import Struct

from firsthand.keep.cases import Case
from firsthand.model.decisions import Decision
from firsthand.store.leaves import decode_entry
from firsthand.store.records import load_decisions, load_redirects
from firsthand.store.rows import SqlRows, find_entries


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of the ledger that speaks of it, with the decision that it keeps, if it is one."""

    sequence: int
    when: str
    who: str
    kind: str
    decision: Decision | None = None


def tell_history(case: Case, name: str) -> tuple[Step, ...]:
    """Tell what happened to an id, the earliest first, also under ids that lead to it."""
    with case.engine.connect() as connection:
        redirects = load_redirects(connection)
        names = {name, *(old for old, now in redirects.items() if now == name)}
        decisions = load_decisions(connection)
        rows = SqlRows(connection)
        numbers = sorted({n for known in names for n in find_entries(connection, known)})
        stored = [rows[number] for number in numbers]
    steps = []
    for row in stored:
        if row.content is None:
            continue
        entry = decode_entry(row.content)
        steps.append(
            Step(
                sequence=entry.sequence,
                when=entry.when,
                who=entry.who,
                kind=entry.kind,
                decision=_match(decisions, names, entry.when, entry.who)
                if entry.kind == "decision"
                else None,
            )
        )
    return tuple(steps)


def _match(
    decisions: tuple[Decision, ...], names: set[str], when: str, who: str
) -> Decision | None:
    return next(
        (
            item
            for item in decisions
            if (item.when, item.who) == (when, who)
            and names & {item.target, item.other or "", *item.claims}
        ),
        None,
    )
