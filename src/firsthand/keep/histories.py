"""Histories: everything that ever happened to a claim, a figure, an incident or a report."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from sqlalchemy import Connection, select

from firsthand.errors import UsageError
from firsthand.keep.cases import Case
from firsthand.model.decisions import Decision
from firsthand.store.leaves import Entry, decode_entry
from firsthand.store.records import load_decisions, load_redirects
from firsthand.store.rows import SqlRows, find_entries
from firsthand.store.schema import NAMES, READINGS, SUBJECTS

# No id is shorter; what is shorter would name half the case.
LEAST_CHARACTERS = 3


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of the ledger that speaks of it, with the decision that it keeps, if it is one.

    `about` is the id that the entry speaks of: its own, that of its report, or of an incident that
    was merged into it.
    """

    sequence: int
    when: str
    who: str
    kind: str
    about: str
    decision: Decision | None = None


class History(Struct, frozen=True, kw_only=True):
    """What happened to a thing: `merged` incidents lead to it, it may lead to another one `now`.

    `report` is where a claim was read.
    """

    name: str
    merged: tuple[str, ...]
    now: str | None
    report: str | None
    steps: tuple[Step, ...]


def tell_history(case: Case, name: str) -> History:
    """Tell what happened to an id, the earliest first, also under ids that lead to it.

    The beginning of an id is enough where it is the only one; raises UsageError if it is not.
    """
    with case.engine.connect() as connection:
        redirects = load_redirects(connection)
        name = _find_name(connection, name, redirects)
        merged = tuple(sorted(old for old, now in redirects.items() if now == name))
        report = _find_report(connection, name) if name.startswith("c-") else None
        names = (name, *merged, *((report,) if report else ()))
        entries = _load_entries(connection, names)
        decisions = load_decisions(connection)
    return History(
        name=name,
        merged=merged,
        now=redirects.get(name),
        report=report,
        steps=tuple(_make_step(entry, names, decisions) for entry in entries),
    )


def _find_name(connection: Connection, name: str, redirects: Iterable[str]) -> str:
    """Find the whole id that begins so, among all that the ledger or a reading speaks of."""
    found = set(
        connection.execute(
            select(SUBJECTS.c.subject).where(SUBJECTS.c.subject.startswith(name, autoescape=True))
        ).scalars()
    )
    for column in (NAMES.c.claim, NAMES.c.incident):
        query = select(column).where(column.startswith(name, autoescape=True))
        found.update(connection.execute(query).scalars())
    found.update(known for known in redirects if known.startswith(name))
    if name in found or len(name) < LEAST_CHARACTERS:
        return name
    if len(found) > 1:
        raise UsageError(f"{name} begins {len(found)} ids. Give more of it.")
    return found.pop() if found else name


def _find_report(connection: Connection, claim: str) -> str | None:
    """Find the report that a claim was read in."""
    query = select(READINGS.c.report).where(READINGS.c.content.contains(f'"{claim}"'))
    return connection.execute(query.limit(1)).scalar_one_or_none()


def _load_entries(connection: Connection, names: Sequence[str]) -> list[Entry]:
    rows = SqlRows(connection)
    numbers = sorted({n for known in names for n in find_entries(connection, known)})
    contents = [rows[number].content for number in numbers]
    return [decode_entry(content) for content in contents if content is not None]


def _make_step(entry: Entry, names: Sequence[str], decisions: Sequence[Decision]) -> Step:
    return Step(
        sequence=entry.sequence,
        when=entry.when,
        who=entry.who,
        kind=entry.kind,
        about=next(name for name in names if name in entry.subjects),
        decision=_match(decisions, names, entry) if entry.kind == "decision" else None,
    )


def _match(decisions: Sequence[Decision], names: Sequence[str], entry: Entry) -> Decision | None:
    return next(
        (
            item
            for item in decisions
            if (item.when, item.who) == (entry.when, entry.who)
            and set(names) & {item.target, item.other or "", *item.claims}
        ),
        None,
    )
