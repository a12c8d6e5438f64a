"""Workers: add, decide and package in a case, and say each time what is done, until killed.

A worker is a process of its own. It says a thing only after the call that did it has returned.
"""

import random
import secrets
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from msgspec.structs import replace

from firsthand.ingest.documents import Fallback
from firsthand.keep.additions import Intake, add_files
from firsthand.keep.cases import Case, change, open_case, tell
from firsthand.keep.decisions import decide
from firsthand.keep.packages import package_case
from firsthand.model.decisions import Decision
from firsthand.settings import make_settings
from firsthand.store.records import save_decision
from torture.reports import WHEN

WHO = "Ilse Varn"
DECISION = Decision(id="", when=WHEN, who=WHO, kind="confirm", target="c-1", why="seen")
# In a language that is kept and not read: what is read is proved elsewhere, and takes its time.
WORDS = (
    "Los barqueros del muelle {number} dijeron que al menos nueve personas murieron en el mercado "
    "de Belmuro cuando cayeron los proyectiles el martes por la mañana."
)
INTAKE = Intake(fallback=Fallback(), sites=(), settings=make_settings(), when=WHEN)
# The careless one does in two transactions what belongs into one.
PAUSE = 0.2
# So rarely is a package written, since it takes as long as many decisions.
SELDOM = 6


def work(folder: str, manner: str, seed: int, said: Connection) -> None:
    """Do one thing after the other in the case of a folder and say each."""
    case = open_case(Path(folder) / "case", who=WHO, when=WHEN)
    chance = random.Random(seed)
    for number in range(1_000_000):
        kind = "package" if number % SELDOM == SELDOM - 1 else chance.choice(["add", "decide"])
        for name in WORKS[manner if manner in WORKS else kind](case, number):
            said.send_bytes(name.encode())


def add(case: Case, number: int) -> tuple[str, ...]:
    """Add a file; its report is kept."""
    path = case.folder.parent / f"{number}.txt"
    path.write_text(WORDS.format(number=number), "utf-8")
    return add_files(case, [path], INTAKE, lambda *_: None).new


def decide_once(case: Case, number: int) -> tuple[str, ...]:
    """Keep a decision."""
    return (decide(case, replace(DECISION, why=f"seen {number} times")).id,)


def package(case: Case, number: int) -> tuple[str, ...]:
    """Write a package; all that its list names is in it."""
    name = f"package-{number}"
    package_case(case, case.folder.parent / name, WHEN)
    return (name,)


def decide_carelessly(case: Case, _number: int) -> tuple[str, ...]:
    """Keep a decision first, and tell the ledger of it later."""
    decision = replace(DECISION, id=f"d-{secrets.token_hex(8)}")
    with change(case) as connection:
        kept = save_decision(connection, decision)
    time.sleep(PAUSE)
    with change(case) as connection:
        tell(case, connection, "decision", WHEN, subjects=("c-1",), kept=(kept,))
    return (decision.id,)


WORKS: dict[str, Callable[[Case, int], tuple[str, ...]]] = {
    "add": add,
    "decide": decide_once,
    "package": package,
    "carelessly": decide_carelessly,
}
