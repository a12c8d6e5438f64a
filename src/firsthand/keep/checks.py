"""Checks: whether a case is what was kept, and exactly what is wrong where it is not."""

import hmac
from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection

from firsthand.errors import BrokenLedger
from firsthand.keep.cases import Case
from firsthand.store.audits import audit_ledger
from firsthand.store.checkpoints import Checkpoint, open_checkpoint
from firsthand.store.findings import Finding
from firsthand.store.inventories import audit_evidence
from firsthand.store.keys import read_key
from firsthand.store.leaves import decode_entry, derive_payload_salt, digest_payload, name_entry
from firsthand.store.records import Kept, list_rows, load_checkpoints, load_fact
from firsthand.store.rows import SqlRows, load_payload


def verify_case(case: Case, outside: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Return everything that is wrong with a case; nothing if it is clean.

    `outside` are signed checkpoints that were kept elsewhere: without one nobody can see that a
    whole case was put back to an earlier state.
    """
    with case.engine.connect() as connection:
        checkpoints = list(_open_checkpoints(connection, outside))
        rows = SqlRows(connection)
        held = [item for item in checkpoints if isinstance(item, Checkpoint)]
        findings = [item for item in checkpoints if isinstance(item, Finding)]
        findings += audit_ledger(rows, held)
        findings += _check_database(connection)
        kept: dict[tuple[str, str], str] = {}
        findings += _read_payloads(connection, rows, kept)
        findings += _compare_rows(connection, kept)
    files = {
        item for key, digest in kept.items() if key[0] == "evidence" for item in (key[1], digest)
    }
    findings += audit_evidence(case.evidence, files)
    return tuple(findings)


def _open_checkpoints(
    connection: Connection, outside: Iterable[str]
) -> Iterator[Checkpoint | Finding]:
    key = read_key(load_fact(connection, "key") or "")
    notes = [(f"checkpoint {number}", note) for number, note, _ in load_checkpoints(connection)]
    notes += [(f"checkpoint from outside {number}", note) for number, note in enumerate(outside, 1)]
    for where, note in notes:
        try:
            yield open_checkpoint(note, key)
        except BrokenLedger as error:
            yield Finding(where=where, code="checkpoint", text=str(error))


def _check_database(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield Finding(where="case.db", code="database", text=str(line))


def _read_payloads(
    connection: Connection, rows: SqlRows, kept: dict[tuple[str, str], str]
) -> list[Finding]:
    """Check what each entry tells of against its digest, and gather the rows it holds fast."""
    findings = []
    for row in rows:
        if row.content is None or row.seed is None:
            continue
        try:
            entry = decode_entry(row.content)
        except BrokenLedger:
            continue
        payload = load_payload(connection, row.sequence) or b""
        digest = digest_payload(payload, derive_payload_salt(row.seed))
        if not hmac.compare_digest(digest, entry.payload_digest):
            text = "What it tells of is not what it told."
            findings.append(Finding(where=name_entry(row.sequence), code="payload", text=text))
        elif entry.kind != "erasure":
            held = msgspec.json.decode(payload, type=tuple[Kept, ...])
            kept.update({(item.table, item.key): item.digest for item in held})
    return findings


def _compare_rows(connection: Connection, kept: dict[tuple[str, str], str]) -> Iterator[Finding]:
    stored = {(item.table, item.key): item.digest for item in list_rows(connection)}
    for table, key in sorted({item for item in kept if item[0] != "evidence"} | stored.keys()):
        where = f"{table} {key}"
        if (table, key) not in stored:
            yield Finding(where=where, code="missing", text="The row is gone.")
        elif (table, key) not in kept:
            yield Finding(where=where, code="unknown", text="No entry of the ledger tells of it.")
        elif stored[table, key] != kept[table, key]:
            yield Finding(where=where, code="changed", text="The row is not what was kept.")
