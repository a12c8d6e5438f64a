"""Clusters: which shooting reports tell of one incident, by the product's linking alone.

The pack asks for one cluster a report: that of the incident in which the report says most.
"""

from collections import Counter
from collections.abc import Sequence

from eval.packs import Record
from eval.texts import join_title, make_text_document
from firsthand.link.copies import find_copies
from firsthand.link.incidents import find_incidents
from firsthand.model.incidents import Incident
from firsthand.model.readings import Reading
from firsthand.model.reports import Document


def flatten_reports(records: Sequence[Record]) -> list[Record]:
    """List every report once, in the order of its id, without the incident it came under."""
    reports = {report.id: report for record in records for report in record.reports}
    return [reports[name] for name in sorted(reports)]


def make_document(report: Record) -> Document:
    """Make the document of a report, with its title as the first line."""
    return make_text_document(join_title(report), report.published, report.publisher, report.id)


def predict_clusters(
    reports: Sequence[Record], readings: Sequence[Reading | None]
) -> list[dict[str, object]]:
    """Predict the cluster of each report from the readings of all."""
    read = [reading for reading in readings if reading is not None]
    documents = [make_document(report) for report in reports if report.text.strip()]
    incidents = find_incidents(read, find_copies(documents))
    homes = _find_homes(incidents)
    lines: list[dict[str, object]] = []
    for report, reading in zip(reports, readings, strict=True):
        cluster = report.id if reading is None else _choose(reading, homes) or report.id
        lines.append({"report": report.id, "cluster": cluster})
    return lines


def _find_homes(incidents: Sequence[Incident]) -> dict[str, str]:
    return {claim: incident.id for incident in incidents for claim in incident.claims}


def _choose(reading: Reading, homes: dict[str, str]) -> str | None:
    """Choose the incident in which a report says most, the one told first of equals."""
    told = [homes[claim.id] for claim in reading.claims if claim.id in homes]
    if not told:
        return None
    counted = Counter(told)
    return max(told, key=lambda name: (counted[name], -told.index(name)))
