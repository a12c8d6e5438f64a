"""Results: what an attack found, and what a promise needs to stand."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec import Struct

# No more of them is shown: the first few say where to look.
SHOWN = 5


class Result(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often a promise was attacked, how it broke, and whether the attack can break anything.

    `control` is the number of breaks that the same attack found in something deliberately careless
    in place of ours: when it is 0, the attack proves nothing.
    """

    ran: int
    control: int
    failures: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Tell whether the promise stands and the attack was one."""
        return self.ran > 0 and not self.failures and self.control > 0


class Torture(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A promise, its bar, the attack on it, and how often it is made."""

    promise: str
    bar: str
    few: int
    many: int
    run: Callable[[int], Result]


Row: TypeAlias = tuple[str, Torture, Result, float]


def show_rows(rows: Iterable[Row]) -> list[str]:
    """Show promises, bars and results as a Markdown table."""
    lines = [
        "| | promise | bar | ran | result | control | seconds |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, torture, result, seconds in rows:
        lines.append(
            f"| {name} | {torture.promise} | {torture.bar} | {result.ran:,} | {_judge(result)} "
            f"| {result.control:,} broken | {seconds:.0f} |"
        )
    return lines


def show_failures(rows: Iterable[Row]) -> list[str]:
    """Say the first failures of each promise."""
    return [
        f"{name}: {failure}" for name, _, result, _ in rows for failure in result.failures[:SHOWN]
    ]


def _judge(result: Result) -> str:
    if result.passed:
        return "holds"
    if result.failures:
        return f"**{len(result.failures):,} failures**"
    return "**proves nothing**"
