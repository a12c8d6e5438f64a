"""Rereads: the reports of a case read anew; decisions stay on the claims that still stand."""

from collections.abc import Callable

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, select

from firsthand.keep.cases import Case, change, tell
from firsthand.keep.readings import NO_VERSIONS, Fresh, name_versions, read_kept, save_fresh
from firsthand.model.readings import Reading
from firsthand.model.reports import Refusal
from firsthand.review.names import follow_names
from firsthand.settings import Settings
from firsthand.store.records import (
    encode_value,
    load_documents,
    load_names,
    load_redirects,
    save_names,
)
from firsthand.store.schema import READINGS

Progress = Callable[[str, int, int], None]


class Reread(Struct, frozen=True, kw_only=True):
    """What reading anew did: how many reports, which gave another reading, which failed."""

    reports: int
    changed: tuple[str, ...]
    refused: tuple[Refusal, ...]


def reread_case(case: Case, settings: Settings, when: str, progress: Progress) -> Reread:
    """Read every report of a case with this version; new readings stand beside the old ones.

    One that is the same in every word, by the same versions, is not kept again, so that what was
    interrupted can be started anew. Where reading fails, the last reading goes on to count.
    """
    with case.engine.connect() as connection:
        documents = load_documents(connection)
        last = _load_last(connection)
    changed: list[str] = []
    refused: list[Refusal] = []
    for fresh in read_kept(case, documents, settings, progress):
        name = fresh.document.report.id
        if isinstance(fresh.result, Refusal):
            refused.append(fresh.result)
            continue
        software, content = last.get(name, (NO_VERSIONS, ""))
        if (name_versions(fresh), encode_value(fresh.result)) == (software, content):
            continue
        _save(case, fresh, fresh.result, content, when)
        if content != encode_value(fresh.result):
            changed.append(name)
    return Reread(reports=len(documents), changed=tuple(changed), refused=tuple(refused))


def _load_last(connection: Connection) -> dict[str, tuple[str, str]]:
    """Load versions and content of the last reading of every report."""
    last = select(func.max(READINGS.c.number)).group_by(READINGS.c.report)
    query = select(READINGS).where(READINGS.c.number.in_(last))
    return {row.report: (row.software, row.content) for row in connection.execute(query)}


def _save(case: Case, fresh: Fresh, reading: Reading, before: str, when: str) -> None:
    """Keep a reading; claims in the place of earlier ones take over the names of incidents."""
    with change(case) as connection:
        kept = [save_fresh(connection, fresh, reading, when)]
        if before:
            names = load_names(connection)
            known = msgspec.json.decode(before, type=Reading)
            followed = follow_names(known.claims, reading.claims, names)
            if followed != names:
                kept += save_names(connection, followed, load_redirects(connection))
        tell(case, connection, "reading", when, subjects=(reading.report.id,), kept=tuple(kept))
