"""Records: what a case holds, saved and loaded as the values of the model."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, CursorResult, Table, func, select

from firsthand.model.decisions import Decision
from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Refusal, Report
from firsthand.store.schema import (
    CHECKPOINTS,
    DECISIONS,
    FACTS,
    NAMES,
    READINGS,
    REDIRECTS,
    REFUSALS,
    REPORTS,
    SETTINGS,
)

# Tables that are replaced whole; the ledger holds all their rows fast as one.
WHOLE, ALL = (NAMES, REDIRECTS), "all"
# The answers of authorities come later than the checkpoints beside which they lie.
TOKENS = "tokens"


class Kept(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the ledger holds fast of a stored row: table, key, and the digest of the rest.

    `number` is the row's place among others, where its key is not that.
    """

    table: str
    key: str
    digest: str
    number: int | None = None


def encode_value(value: Struct) -> str:
    """Write a value as it is stored: equal values give equal bytes."""
    return msgspec.json.encode(value, order="deterministic").decode()


def digest_row(*cells: str) -> str:
    """Return the digest of a stored row; no two rows run into the same bytes.

    Cells that are no text any more have none.
    """
    try:
        return hashlib.sha256(msgspec.json.encode(cells)).hexdigest()
    except UnicodeEncodeError:
        return ""


def load_fact(connection: Connection, name: str) -> str | None:
    """Load what is true of the case as a whole."""
    query = select(FACTS.c.value).where(FACTS.c.name == name)
    return connection.execute(query).scalar_one_or_none()


def save_fact(connection: Connection, name: str, value: str) -> None:
    """Save what is true of the case from its beginning; it is never changed."""
    connection.execute(FACTS.insert().values(name=name, value=value))


def load_settings(connection: Connection) -> str | None:
    """Load what case.toml said when it was last looked at."""
    query = select(SETTINGS.c.content).order_by(SETTINGS.c.number.desc()).limit(1)
    return connection.execute(query).scalar_one_or_none()


def save_settings(connection: Connection, content: str, when: str) -> Kept:
    """Save what case.toml says now, beside what it said before."""
    added = connection.execute(SETTINGS.insert().values(changed=when, content=content))
    return Kept(table="settings", key=str(_number(added)), digest=digest_row(when, content))


def has_report(connection: Connection, name: str) -> bool:
    """Tell whether a report is in the case already."""
    query = select(func.count()).select_from(REPORTS).where(REPORTS.c.id == name)
    return bool(connection.execute(query).scalar_one())


def save_report(connection: Connection, document: Document, evidence: str, when: str) -> Kept:
    """Save a report with its text; `evidence` is the digest of the file it came in."""
    report = encode_value(document.report)
    added = connection.execute(
        REPORTS.insert().values(
            id=document.report.id,
            sha256=document.report.sha256,
            evidence=evidence,
            added=when,
            report=report,
            text=document.text,
        )
    )
    digest = digest_row(document.report.sha256, evidence, when, report, document.text)
    return Kept(table="reports", key=document.report.id, digest=digest, number=_number(added))


def load_documents(connection: Connection) -> tuple[Document, ...]:
    """Load every report with its text, by id, so that the order of adding shows nowhere."""
    rows = connection.execute(select(REPORTS.c.id, REPORTS.c.report, REPORTS.c.text)).all()
    # Sorted here: a server sorts by its own language.
    return tuple(
        Document(report=msgspec.json.decode(row.report, type=Report), text=row.text)
        for row in sorted(rows, key=lambda row: row.id)
    )


def save_reading(connection: Connection, reading: Reading, software: str, when: str) -> Kept:
    """Save what was read in a report, beside what was read in it before."""
    content = encode_value(reading)
    added = connection.execute(
        READINGS.insert().values(
            report=reading.report.id, read=when, software=software, content=content
        )
    )
    digest = digest_row(reading.report.id, when, software, content)
    return Kept(table="readings", key=str(_number(added)), digest=digest)


def load_readings(connection: Connection) -> tuple[Reading, ...]:
    """Load the last reading of every report, by the id of the report."""
    last = select(func.max(READINGS.c.number)).group_by(READINGS.c.report)
    query = select(READINGS.c.report, READINGS.c.content).where(READINGS.c.number.in_(last))
    rows = sorted(connection.execute(query), key=lambda row: row.report)
    return tuple(msgspec.json.decode(row.content, type=Reading) for row in rows)


def save_refusal(connection: Connection, refusal: Refusal, when: str) -> Kept | None:
    """Save what could not be read and why; the same refusal is kept once."""
    content = encode_value(refusal)
    query = select(func.count()).select_from(REFUSALS).where(REFUSALS.c.content == content)
    if connection.execute(query).scalar_one():
        return None
    added = connection.execute(REFUSALS.insert().values(refused=when, content=content))
    return Kept(table="refusals", key=str(_number(added)), digest=digest_row(when, content))


def load_refusals(connection: Connection) -> tuple[Refusal, ...]:
    """Load what could not be read."""
    query = select(REFUSALS.c.content).order_by(REFUSALS.c.number)
    return tuple(
        msgspec.json.decode(content, type=Refusal)
        for content in connection.execute(query).scalars()
    )


def save_decision(connection: Connection, decision: Decision) -> Kept:
    """Save a decision after the others."""
    content = encode_value(decision)
    added = connection.execute(
        DECISIONS.insert().values(id=decision.id, target=decision.target, content=content)
    )
    digest = digest_row(decision.target, content)
    return Kept(table="decisions", key=decision.id, digest=digest, number=_number(added))


def load_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Load all decisions in the order they were made."""
    rows = connection.execute(select(DECISIONS.c.content).order_by(DECISIONS.c.number)).scalars()
    return tuple(msgspec.json.decode(content, type=Decision) for content in rows)


def load_names(connection: Connection) -> dict[str, str]:
    """Load the incident that each claim is known under."""
    return {row.claim: row.incident for row in connection.execute(select(NAMES))}


def load_redirects(connection: Connection) -> dict[str, str]:
    """Load the incident that each merged one is part of now."""
    return {row.incident: row.now for row in connection.execute(select(REDIRECTS))}


def save_names(
    connection: Connection, names: Mapping[str, str], redirects: Mapping[str, str]
) -> tuple[Kept, ...]:
    """Save the names of incidents by claim, and where merged ones lead."""
    for table, values in (
        (NAMES, [{"claim": claim, "incident": name} for claim, name in names.items()]),
        (REDIRECTS, [{"incident": name, "now": now} for name, now in redirects.items()]),
    ):
        connection.execute(table.delete())
        if values:
            connection.execute(table.insert(), values)
    return tuple(hold_whole(connection, table) for table in WHOLE)


def hold_whole(connection: Connection, table: Table) -> Kept:
    """Hold all rows of a table of names fast as one."""
    rows = sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
    digest = digest_row(*(cell for row in rows for cell in row))
    return Kept(table=str(table.name), key=ALL, digest=digest)


def save_checkpoint(connection: Connection, note: str, when: str) -> Kept:
    """Save a signed checkpoint."""
    added = connection.execute(CHECKPOINTS.insert().values(signed=when, note=note))
    return Kept(table="checkpoints", key=str(_number(added)), digest=digest_row(when, note))


def save_token(connection: Connection, number: int, token: bytes) -> Kept:
    """Save the timestamp of a checkpoint as it was received."""
    connection.execute(
        CHECKPOINTS.update().where(CHECKPOINTS.c.number == number).values(token=token)
    )
    return Kept(table=TOKENS, key=str(number), digest=_digest_bytes(token))


def load_checkpoints(connection: Connection) -> tuple[tuple[int, str, bytes | None], ...]:
    """Load the checkpoints: number, signed note, timestamp."""
    query = select(CHECKPOINTS.c.number, CHECKPOINTS.c.note, CHECKPOINTS.c.token)
    rows = connection.execute(query.order_by(CHECKPOINTS.c.number))
    return tuple((row.number, row.note, row.token) for row in rows)


def list_rows(connection: Connection) -> Iterator[Kept]:
    """List every stored row as the ledger holds it fast, but those of the ledger itself."""
    yield from list_standing(connection)
    for row in connection.execute(select(SETTINGS)):
        digest = digest_row(row.changed, row.content)
        yield Kept(table="settings", key=str(row.number), digest=digest)
    for row in connection.execute(select(REPORTS)):
        digest = digest_row(row.sha256, row.evidence, row.added, row.report, row.text)
        yield Kept(table="reports", key=row.id, digest=digest, number=row.number)
    for row in connection.execute(select(READINGS)):
        digest = digest_row(row.report, row.read, row.software, row.content)
        yield Kept(table="readings", key=str(row.number), digest=digest)
    for row in connection.execute(select(REFUSALS)):
        digest = digest_row(row.refused, row.content)
        yield Kept(table="refusals", key=str(row.number), digest=digest)
    for row in connection.execute(select(DECISIONS)):
        digest = digest_row(row.target, row.content)
        yield Kept(table="decisions", key=row.id, digest=digest, number=row.number)


def list_standing(connection: Connection) -> Iterator[Kept]:
    """List what no erasure deletes: facts, checkpoints, timestamps, and names as a whole.

    Cases of version 1 did not hold these fast; an upgrade tells the ledger of them.
    """
    for row in connection.execute(select(FACTS)):
        yield Kept(table="facts", key=row.name, digest=digest_row(row.value))
    for table in WHOLE:
        yield hold_whole(connection, table)
    for row in connection.execute(select(CHECKPOINTS)):
        digest = digest_row(row.signed, row.note)
        yield Kept(table="checkpoints", key=str(row.number), digest=digest)
        if row.token is not None:
            digest = _digest_bytes(row.token) if isinstance(row.token, bytes) else ""
            yield Kept(table=TOKENS, key=str(row.number), digest=digest)


def _number(added: CursorResult[Any]) -> int:
    """Return the number that a new row got."""
    return int(added.inserted_primary_key[0]) if added.inserted_primary_key else 0


def _digest_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
