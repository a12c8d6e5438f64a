"""Command: decide one thing after the other in a case and say so, until somebody kills it."""

import secrets
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from firsthand.keep.cases import Case, change, open_case, tell
from firsthand.keep.decisions import decide
from firsthand.model.decisions import Decision
from firsthand.store.records import load_decisions, save_decision

WHEN, WHO = "2019-06-01T10:00:00.000000Z", "Ilse Varn"
DECISION = Decision(id="", when=WHEN, who=WHO, kind="confirm", target="c-1", why="seen")
# The careless one does in two transactions what belongs into one.
PAUSE = 0.2


def main(arguments: Sequence[str]) -> int:
    """Decide in the case of a folder, as Firsthand does or carelessly, so many times."""
    folder, manner, times = arguments
    case = open_case(Path(folder), who=WHO, when=WHEN)
    for _ in range(int(times)):
        sys.stdout.write(f"{DECIDERS[manner](case)}\n")
        sys.stdout.flush()
    return 0


def decide_carefully(case: Case) -> str:
    """Keep a decision as Firsthand does and return its id."""
    return decide(case, DECISION).id


def decide_carelessly(case: Case) -> str:
    """Keep a decision first, and tell the ledger of it later."""
    decision = replace(DECISION, id=f"d-{secrets.token_hex(8)}")
    with change(case) as connection:
        kept = save_decision(connection, decision)
    time.sleep(PAUSE)
    with change(case) as connection:
        tell(case, connection, "decision", WHEN, subjects=("c-1",), kept=(kept,))
    return decision.id


def decide_blindly(case: Case) -> str:
    """Number a decision after those that were there before it was this one's turn."""
    with case.engine.connect() as connection:
        decision = replace(DECISION, id=f"d-{len(load_decisions(connection))}")
    time.sleep(PAUSE / 10)
    with change(case) as connection:
        kept = save_decision(connection, decision)
        tell(case, connection, "decision", WHEN, subjects=("c-1",), kept=(kept,))
    return decision.id


DECIDERS: dict[str, Callable[[Case], str]] = {
    "carefully": decide_carefully,
    "carelessly": decide_carelessly,
    "blindly": decide_blindly,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
