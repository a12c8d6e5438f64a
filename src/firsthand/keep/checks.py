"""Checks: whether a case is what was kept, and exactly what is wrong where it is not."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TypeAlias

import msgspec
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2

from firsthand.errors import BrokenCase, BrokenLedger
from firsthand.keep.cases import EVIDENCE, Case
from firsthand.keep.databases import DATABASE
from firsthand.store.audits import audit_ledger
from firsthand.store.checkpoints import Checkpoint, open_checkpoint
from firsthand.store.findings import Finding
from firsthand.store.inventories import audit_evidence
from firsthand.store.keys import read_key
from firsthand.store.leaves import (
    Entry,
    decode_entry,
    derive_payload_salt,
    name_entry,
    verify_payload,
)
from firsthand.store.ledgers import Row
from firsthand.store.records import Kept, list_rows, load_checkpoints, load_fact
from firsthand.store.rows import SqlRows, list_erased_payloads, list_subjects, load_payload

# A row by its table and key.
Place: TypeAlias = tuple[str, str]


def verify_case(case: Case, outside: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Return everything that is wrong with a case; nothing if it is clean.

    `outside` are signed checkpoints that were kept elsewhere: without one nobody can see that a
    whole case was put back to an earlier state.
    """
    findings: list[Finding] = []
    kept: dict[Place, Kept] = {}
    try:
        with case.engine.connect() as connection:
            _take_any_bytes(connection)
            for check in (_check_database, _check_ledger, _check_subjects):
                findings += check(connection, outside)
            findings += _read_payloads(connection, kept)
            findings += _compare_rows(connection, kept)
    except BrokenCase as error:
        findings.append(Finding(where=DATABASE, code="database", text=str(error)))
    except DatabaseError as error:
        findings.append(Finding(where=DATABASE, code="database", text=f"{error.orig}."))
    files = {item for held in kept.values() if held.table == EVIDENCE for item in _list(held)}
    findings += audit_evidence(case.evidence, files, case.vault)
    return tuple(findings)


def _take_any_bytes(connection: Connection) -> None:
    """Let bytes that are no text be read as such, so that their row can be named."""
    raw = connection.connection.driver_connection
    if isinstance(raw, dbapi2.Connection):
        raw.text_factory = lambda content: content.decode("utf-8", "surrogateescape")


def _check_ledger(connection: Connection, outside: Sequence[str]) -> list[Finding]:
    checkpoints = list(_open_checkpoints(connection, outside))
    held = [item for item in checkpoints if isinstance(item, Checkpoint)]
    findings = [item for item in checkpoints if isinstance(item, Finding)]
    return [*findings, *audit_ledger(SqlRows(connection), held)]


def _open_checkpoints(
    connection: Connection, outside: Iterable[str]
) -> Iterator[Checkpoint | Finding]:
    try:
        key = read_key(load_fact(connection, "key") or "")
    except BrokenLedger as error:
        yield Finding(where="facts key", code="key", text=f"No checkpoint can be opened: {error}")
        return
    notes = [(f"checkpoint {number}", note) for number, note, _ in load_checkpoints(connection)]
    notes += [(f"checkpoint from outside {number}", note) for number, note in enumerate(outside, 1)]
    for where, note in notes:
        try:
            yield open_checkpoint(str(note), key)
        except BrokenLedger as error:
            yield Finding(where=where, code="checkpoint", text=str(error))


def _check_database(connection: Connection, _outside: Sequence[str]) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield Finding(where=DATABASE, code="database", text=str(line))


def _check_subjects(connection: Connection, _outside: Sequence[str]) -> Iterator[Finding]:
    """Hold the table that entries are found by against the entries themselves."""
    stored = set(list_subjects(connection))
    told = {
        (row.sequence, subject)
        for row, entry in _read_entries(connection)
        if entry.kind != "erasure"
        for subject in entry.subjects
    }
    text = "The ids by which it is found are not the ones that it names."
    for sequence in sorted({sequence for sequence, _ in stored ^ told}, key=repr):
        where = f"subjects {name_entry(sequence)}"
        yield Finding(where=where, code="changed", text=text)


def _read_entries(connection: Connection) -> Iterator[tuple[Row, Entry]]:
    """Read the entries that can be read; of the others the audit tells."""
    for row in SqlRows(connection):
        with suppress(BrokenLedger):
            if row.content is not None:
                yield row, decode_entry(row.content)


def _read_payloads(connection: Connection, kept: dict[Place, Kept]) -> Iterator[Finding]:
    """Check what each entry tells of against its digest, and gather the rows it holds fast."""
    for row, entry in _read_entries(connection):
        payload = load_payload(connection, row.sequence) or b""
        if not _is_told(entry, row, payload):
            text = "What it tells of is not what it told."
            yield Finding(where=name_entry(row.sequence), code="payload", text=text)
        elif entry.kind != "erasure":
            held = msgspec.json.decode(payload, type=tuple[Kept, ...])
            kept.update({(item.table, item.key): item for item in held})
    for sequence in list_erased_payloads(connection):
        text = "It was erased, and yet tells of something."
        yield Finding(where=name_entry(sequence), code="payload", text=text)


def _is_told(entry: Entry, row: Row, payload: bytes) -> bool:
    try:
        return verify_payload(entry, payload, derive_payload_salt(row.seed or b""))
    except BrokenLedger:
        return False


def _list(held: Kept) -> tuple[str, str]:
    return held.key, held.digest


def _compare_rows(connection: Connection, kept: dict[Place, Kept]) -> Iterator[Finding]:
    stored = {(item.table, item.key): item for item in list_rows(connection)}
    told = {place for place in kept if place[0] != EVIDENCE}
    # A damaged database may hold a key that is none.
    for table, key in sorted(told | stored.keys(), key=repr):
        where = f"{table} {key}"
        if (table, key) not in stored:
            yield Finding(where=where, code="missing", text="The row is gone.")
        elif (table, key) not in kept:
            yield Finding(where=where, code="unknown", text="No entry of the ledger tells of it.")
        elif not _is_same(stored[table, key], kept[table, key]):
            yield Finding(where=where, code="changed", text="The row is not what was kept.")


def _is_same(stored: Kept, held: Kept) -> bool:
    """Compare rows; entries of earlier versions did not tell the number of each."""
    number = stored.number if held.number is None else held.number
    return stored.digest == held.digest and stored.number == number
