"""Command: keep originals and say so each time, once or until somebody kills it."""

import io
import random
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from firsthand.errors import FirsthandError
from firsthand.store.evidence import (
    ORIGINAL,
    Capture,
    Extraction,
    find_folder,
    save_capture,
    save_original,
    save_text,
)

# Large enough that a kill often comes in the middle of one.
SIZE = 300_000
PIECES = 50
# A stick is slow.
PAUSE = 0.001
REFUSED = 3
WHEN = "2019-05-14T09:30:00Z"


def main(arguments: Sequence[str]) -> int:
    """Save into a folder, as Firsthand does or carelessly, from a seed, so many times.

    Returns 3 if something could not be kept, with a sentence on stderr, or could not be said.
    """
    folder, manner, seed, times = arguments
    chance = random.Random(int(seed))
    for _ in range(int(times)):
        try:
            digests = SAVERS[manner](Path(folder), chance.randbytes(SIZE))
        except FirsthandError as error:
            sys.stderr.write(f"{error}\n")
            return REFUSED
        if not say(digests):
            return REFUSED
    return 0


def say(digests: Sequence[str]) -> bool:
    """Say what is kept; tells whether it could be said."""
    try:
        sys.stdout.write("".join(f"{digest}\n" for digest in digests))
        sys.stdout.flush()
    except OSError:
        return False
    return True


def save(evidence: Path, content: bytes) -> tuple[str, ...]:
    """Keep bytes with a capture and a text, as Firsthand does."""
    digest, size = save_original(evidence, io.BytesIO(content))
    capture = Capture(sha256=digest, size=size, who="Ilse Varn", when=WHEN, means="by mail")
    text = f"Words of {digest}."
    extraction = Extraction(
        sha256=digest,
        text_sha256=sha256(text.encode()).hexdigest(),
        extractor="html",
        version="1",
        when=WHEN,
    )
    kept = save_capture(evidence, capture), save_text(evidence, text, extraction)
    return digest, extraction.text_sha256, *kept


def save_carelessly(evidence: Path, content: bytes) -> tuple[str, ...]:
    """Write bytes piece by piece where they belong, as is often done."""
    digest = sha256(content).hexdigest()
    target = find_folder(evidence, digest) / ORIGINAL
    target.parent.mkdir(parents=True, exist_ok=True)
    step = SIZE // PIECES
    with target.open("wb") as file:
        for start in range(0, SIZE, step):
            file.write(content[start : start + step])
            file.flush()
            time.sleep(PAUSE)
    return (digest,)


SAVERS: dict[str, Callable[[Path, bytes], tuple[str, ...]]] = {
    "carefully": save,
    "carelessly": save_carelessly,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
