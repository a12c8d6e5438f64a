"""Tables are safe to open in a spreadsheet and lose nothing."""

import csv
import io

from tests.publish.samples import ACCOUNT, CLAIM, INCIDENT

from firsthand.publish.csv import make_claims_table, make_incidents_table


def read_rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8"), newline="")))


def test_a_claim_is_one_row_with_its_exact_parts() -> None:
    (row,) = read_rows(make_claims_table(ACCOUNT))
    assert row["claim"] == CLAIM.id
    assert row["parts"] == f"{CLAIM.parts[0][0]}:{CLAIM.parts[0][1]}"
    assert row["casualties"] == "killed: nine people"


def test_no_cell_is_a_formula() -> None:
    (row,) = read_rows(make_claims_table(ACCOUNT))
    assert row["publisher"] == "'@SUM(A1)"
    assert row["speakers"].startswith("'=cmd")


def test_a_negative_coordinate_stays_a_number() -> None:
    (row,) = read_rows(make_incidents_table(ACCOUNT))
    assert row["longitude"] == "-28.4"


def test_an_incident_has_a_row_for_each_toll() -> None:
    (row,) = read_rows(make_incidents_table(ACCOUNT))
    assert (row["incident"], row["outcome"], row["low"], row["high"]) == (
        INCIDENT.id,
        "killed",
        "9",
        "9",
    )
    assert row["best"] == "", "unknown is empty"
