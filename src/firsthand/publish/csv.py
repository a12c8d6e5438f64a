"""CSV tables of an account: one row a claim, one row an incident and figure."""

import csv
import io
from collections.abc import Iterable, Sequence

from firsthand.model.accounts import Account
from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, Toll

CLAIM_COLUMNS = (
    "claim",
    "report",
    "publisher",
    "published",
    "incident",
    "kind",
    "stance",
    "review",
    "quote",
    "speakers",
    "standing",
    "act",
    "agents",
    "targets",
    "casualties",
    "time_start",
    "time_end",
    "time_precision",
    "time_basis",
    "place",
    "latitude",
    "longitude",
    "place_precision",
    "norms",
    "parts",
)

INCIDENT_COLUMNS = (
    "incident",
    "title",
    "review",
    "time_start",
    "time_end",
    "time_precision",
    "place",
    "latitude",
    "longitude",
    "place_precision",
    "outcome",
    "status",
    "side",
    "scope",
    "low",
    "high",
    "open",
    "best",
    "rule",
    "reason",
    "claims",
    "reports",
    "origins_low",
    "origins_high",
    "origins_unresolved",
)

# A spreadsheet takes a cell that begins so as a formula (OWASP, "CSV injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def make_claims_table(account: Account) -> bytes:
    """Return the claims as CSV, RFC 4180, UTF-8; unknown cells are empty."""
    reports = {report.id: report for report in account.reports}
    rows = []
    for claim in account.claims:
        report = reports[claim.report]
        rows.append(
            [
                claim.id,
                claim.report,
                report.publisher,
                report.published,
                claim.incident,
                claim.kind,
                claim.stance,
                claim.review,
                claim.quote,
                _join(link.speaker for link in claim.attribution),
                claim.attribution[-1].standing if claim.attribution else None,
                *_claim_findings(claim),
                _join((f"{start}:{end}" for start, end in claim.parts), ";"),
            ]
        )
    return _write_table(CLAIM_COLUMNS, rows)


def make_incidents_table(account: Account) -> bytes:
    """Return the incidents as CSV, one row for each toll; an incident without one has one row."""
    rows = []
    for incident in account.incidents:
        for toll in incident.tolls or (None,):
            rows.append([*_incident_cells(incident), *_toll_cells(toll), *_source_cells(incident)])
    return _write_table(INCIDENT_COLUMNS, rows)


def _claim_findings(claim: Claim) -> list[object]:
    act, time, place = claim.act, claim.time, claim.place
    return [
        act.type if act else None,
        _join((agent.text for agent in act.agents) if act else ()),
        _join((target.text for target in act.targets) if act else ()),
        _join(f"{count.outcome}: {count.text}" for count in claim.casualties),
        time.start if time else None,
        time.end if time else None,
        time.precision if time else None,
        time.basis if time else None,
        place.name if place else None,
        place.latitude if place else None,
        place.longitude if place else None,
        place.precision if place else None,
        _join(norm.name for norm in claim.norms),
    ]


def _incident_cells(incident: Incident) -> list[object]:
    time, place = incident.time, incident.place
    return [
        incident.id,
        incident.title,
        incident.review,
        time.start if time else None,
        time.end if time else None,
        time.precision if time else None,
        place.name if place else None,
        place.latitude if place else None,
        place.longitude if place else None,
        place.precision if place else None,
    ]


def _toll_cells(toll: Toll | None) -> list[object]:
    if toll is None:
        return [None] * 11
    return [
        toll.outcome,
        toll.status,
        toll.side,
        toll.scope,
        toll.low,
        toll.high,
        "yes" if toll.open else "no",
        toll.best,
        toll.rule,
        toll.reason,
        _join(toll.claims, ";"),
    ]


def _source_cells(incident: Incident) -> list[object]:
    origins = incident.sources.origins if incident.sources else None
    return [
        _join(incident.reports, ";"),
        origins.low if origins else None,
        origins.high if origins else None,
        origins.unresolved if origins else None,
    ]


def _join(words: Iterable[str | None], joiner: str = " | ") -> str:
    return joiner.join(word for word in words if word)


def _write_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_escape(cell) for cell in row])
    return table.getvalue().encode("utf-8")


def _escape(cell: object) -> object:
    """Put an apostrophe before what a spreadsheet would run; numbers stay numbers."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return "'" + cell
    return cell
