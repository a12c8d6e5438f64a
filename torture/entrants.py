"""Command: decide so many times in a case, say each, with a setting of the database as asked."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from sqlalchemy import event

from firsthand.keep.cases import open_case
from firsthand.keep.decisions import decide
from torture.reports import WHEN
from torture.workers import DECISION, WHO

# What Firsthand itself asks for.
FULL = "FULL"


def main(arguments: Sequence[str]) -> int:
    """Decide in the case of a folder; somebody else has it open where `company` is yes."""
    folder, synchronous, company, times = arguments
    case = open_case(Path(folder), who=WHO, when=WHEN)
    if synchronous != FULL:

        @event.listens_for(case.engine, "connect")
        def _weaken(connection: Any, _record: Any) -> None:
            connection.execute(f"PRAGMA synchronous = {synchronous}")

    with case.engine.connect() as reader:
        if company == "yes":
            reader.exec_driver_sql("SELECT count(*) FROM ledger")
            reader.rollback()
        else:
            reader.close()
        for number in range(int(times)):
            decided = decide(case, replace(DECISION, why=f"seen {number} times"))
            sys.stdout.write(f"{decided.id}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
