"""Command: attack every promise, print a table, and fail if one breaks."""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence

from torture.promises import TORTURES
from torture.results import Row, show_failures, show_rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the attacks; returns 0 if every promise stands, otherwise 1."""
    parser = argparse.ArgumentParser(prog="python -m torture", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(TORTURES)}")
    parser.add_argument("--few", action="store_true", help="as often as the tests do")
    given = parser.parse_args(arguments)
    unknown = sorted(set(given.names) - set(TORTURES))
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; choose of {', '.join(TORTURES)}")
    rows = list(attack(given.names or TORTURES, few=given.few))
    sys.stdout.write("\n".join(show_rows(rows)) + "\n")
    sys.stderr.write("".join(f"{line}\n" for line in show_failures(rows)))
    return 0 if all(result.passed for _, _, result, _ in rows) else 1


def attack(names: Iterable[str], *, few: bool) -> Iterator[Row]:
    """Make the named attacks one after the other and give their results with the time taken."""
    for name in names:
        torture = TORTURES[name]
        count = torture.few if few else torture.many
        sys.stderr.write(f"{name}: {count:,} times …\n")
        started = time.monotonic()
        result = torture.run(count)
        yield name, torture, result, time.monotonic() - started


if __name__ == "__main__":
    sys.exit(main())
