"""Command: keep one original after the other and say so each time, until somebody kills it."""

import io
import random
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from firsthand.store.evidence import ORIGINAL, find_folder, save_original

# Large enough that a kill often comes in the middle of one.
SIZE = 300_000
PIECES = 50
# A stick is slow.
PAUSE = 0.001


def main(arguments: Sequence[str]) -> None:
    """Save into a folder, as Firsthand does or carelessly, from a seed."""
    folder, manner, seed = arguments
    chance = random.Random(int(seed))
    while True:
        digest = SAVERS[manner](Path(folder), chance.randbytes(SIZE))
        sys.stdout.write(f"{digest}\n")
        sys.stdout.flush()


def save(evidence: Path, content: bytes) -> str:
    """Keep bytes as Firsthand does."""
    return save_original(evidence, io.BytesIO(content))[0]


def save_carelessly(evidence: Path, content: bytes) -> str:
    """Write bytes piece by piece where they belong, as is often done."""
    digest = sha256(content).hexdigest()
    target = find_folder(evidence, digest) / ORIGINAL
    target.parent.mkdir(parents=True)
    step = SIZE // PIECES
    with target.open("wb") as file:
        for start in range(0, SIZE, step):
            file.write(content[start : start + step])
            file.flush()
            time.sleep(PAUSE)
    return digest


SAVERS: dict[str, Callable[[Path, bytes], str]] = {
    "carefully": save,
    "carelessly": save_carelessly,
}


if __name__ == "__main__":
    main(sys.argv[1:])
