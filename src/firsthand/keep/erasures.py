"""Erasures: a report is destroyed where the law asks for it, and the ledger shows that it was."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, delete, select

from firsthand.errors import UsageError
from firsthand.keep.cases import Case, change, tell
from firsthand.keep.databases import forget_deleted
from firsthand.model.readings import Reading
from firsthand.store.evidence import erase_original
from firsthand.store.leaves import Tombstone
from firsthand.store.ledgers import erase_entry, open_ledger
from firsthand.store.records import Kept, hold_whole, load_decisions
from firsthand.store.rows import SqlRows, find_entries, load_payload
from firsthand.store.schema import DECISIONS, LEDGER, NAMES, READINGS, REPORTS, SUBJECTS


def erase_report(case: Case, name: str, *, why: str, when: str) -> tuple[Tombstone, ...]:
    """Destroy a report with its original, text, readings and what was decided on its claims.

    What stays are the leaves of its entries, and for each a record of who destroyed it and why.
    Backups, packages and accounts written before are out of reach: their holders must be told.
    An original that holds other reports too stays until they are erased. Raises UsageError if
    there is no such report.
    """
    with change(case) as connection:
        query = select(REPORTS.c.evidence).where(REPORTS.c.id == name)
        evidence = connection.execute(query).scalar_one_or_none()
        if evidence is None:
            raise UsageError(f"There is no report {name} in the case. Give the whole id.")
        shared = connection.execute(
            select(REPORTS.c.id).where(REPORTS.c.evidence == evidence, REPORTS.c.id != name)
        ).all()
        claims = _list_claims(connection, name)
        subjects = [name, *claims, *(() if shared else (evidence,))]
        numbers = sorted({n for subject in subjects for n in find_entries(connection, subject)})
        decisions = _list_decisions(connection, numbers)
        tombstones = _erase_entries(case, connection, numbers, (why, when))
        _delete_rows(connection, name, claims, decisions)
        names = hold_whole(connection, NAMES)
        tell(case, connection, "reading", when, subjects=(), kept=(names,))
    if not shared:
        erase_original(case.evidence, evidence, case.vault)
    forget_deleted(case.engine, case.folder)
    return tombstones


def _list_claims(connection: Connection, report: str) -> list[str]:
    rows = connection.execute(select(READINGS.c.content).where(READINGS.c.report == report))
    readings = [msgspec.json.decode(content, type=Reading) for content in rows.scalars()]
    claims = [claim for reading in readings for claim in reading.claims]
    # Those that people added stand in their decisions only.
    claims += [decision.claim for decision in load_decisions(connection) if decision.claim]
    return sorted({claim.id for claim in claims if claim.report == report})


def _list_decisions(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """List the decisions that entries tell of; those that name several claims as well."""
    payloads = (load_payload(connection, number) or b"[]" for number in numbers)
    kept = [msgspec.json.decode(payload, type=tuple[Kept, ...]) for payload in payloads]
    return [item.key for held in kept for item in held if item.table == DECISIONS.name]


def _erase_entries(
    case: Case, connection: Connection, numbers: Sequence[int], reason: tuple[str, str]
) -> tuple[Tombstone, ...]:
    why, when = reason
    ledger = open_ledger(SqlRows(connection))
    tombstones = []
    for number in numbers:
        ledger, tombstone = erase_entry(
            ledger, number, when=when, who=case.who, reason=why.encode()
        )
        last = ledger.head.size - 1
        connection.execute(
            LEDGER.update().where(LEDGER.c.sequence == last).values(payload=why.encode())
        )
        tombstones.append(tombstone)
    connection.execute(delete(SUBJECTS).where(SUBJECTS.c.sequence.in_(numbers)))
    return tuple(tombstones)


def _delete_rows(
    connection: Connection, report: str, claims: list[str], decisions: list[str]
) -> None:
    connection.execute(delete(REPORTS).where(REPORTS.c.id == report))
    connection.execute(delete(READINGS).where(READINGS.c.report == report))
    connection.execute(delete(DECISIONS).where(DECISIONS.c.id.in_(decisions)))
    connection.execute(delete(NAMES).where(NAMES.c.claim.in_(claims)))
