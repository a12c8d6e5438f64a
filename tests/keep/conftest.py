"""A case with two reports that were read by hand, for every test of this room."""

from pathlib import Path

import pytest
from tests.servers import keep_plain
from tests.values import (
    make_act,
    make_claim,
    make_count,
    make_place,
    make_reading,
    make_report,
    make_time,
)

from firsthand.keep.cases import Case, change, init_case, tell
from firsthand.model.reports import Document
from firsthand.store.evidence import save_original
from firsthand.store.records import Kept, save_reading, save_report

WHEN = "2019-06-01T10:00:00.000000Z"
TEXT = "Nine people were killed when shells hit the market in Belmuro on Tuesday, they said."


def add_report(case: Case, name: str, low: int, *, place: str = "Belmuro") -> None:
    """Add a report with one claim of a count, as if it had been read."""
    claim = make_claim(
        f"c-{name}",
        report=name,
        start=0,
        act=make_act("shelling"),
        counts=(make_count(low, low),),
        time=make_time("2019-05-14"),
        place=make_place(place),
    )
    report = make_report(name, publisher=f"Paper {name}")
    document = Document(report=report, text=TEXT)
    path = case.folder / "incoming.txt"
    path.write_text(f"{name} {TEXT}")
    with path.open("rb") as file:
        sha256, _ = save_original(case.evidence, file)
    path.unlink()
    with change(case) as connection:
        kept = (
            Kept(table="evidence", key=sha256, digest=sha256),
            save_report(connection, document, sha256, WHEN),
            save_reading(connection, make_reading(report, claim), "{}", WHEN),
        )
        tell(case, connection, "ingest", WHEN, subjects=(name, sha256), kept=kept)


@pytest.fixture(params=["file", "server"])
def case(tmp_path: Path, request: pytest.FixtureRequest) -> Case:
    """Make a case with two reports of one shelling, which count nine and eleven.

    Each test is run on both databases.
    """
    address = request.getfixturevalue("space") if request.param == "server" else None
    made = init_case(tmp_path / "case", title="Harbour", who="Ana", when=WHEN, database=address)
    if address is not None:
        keep_plain(made.engine)
    add_report(made, "r-1", 9)
    add_report(made, "r-2", 11)
    return made
