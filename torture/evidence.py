"""Evidence that was changed on disk: each change must be found, and the right file named."""

import hashlib
import io
import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from firsthand.store.evidence import (
    Capture,
    Extraction,
    save_capture,
    save_original,
    save_text,
)
from firsthand.store.inventories import audit_evidence
from torture.results import Result

ITEMS = 6
SEED = 200
WHEN = "2019-05-14T09:30:00Z"


def torture_evidence(count: int) -> Result:
    """Change one or two files of the evidence that often, audit it, and put them back."""
    chance = random.Random(SEED)
    failures: list[str] = []
    control = 0
    names = list(CHANGES)
    with tempfile.TemporaryDirectory() as name:
        evidence = Path(name) / "evidence"
        digests = keep_evidence(evidence)
        files = {path: path.read_bytes() for path in list_files(evidence)}
        for number in range(count):
            kind = names[number % len(names)]
            touched = CHANGES[kind](evidence, sorted(files), chance)
            found = {item.where for item in audit_evidence(evidence, digests)}
            if found != {f"evidence/{path.relative_to(evidence).as_posix()}" for path in touched}:
                failures.append(f"{kind}: {sorted(found) or 'clean'}")
            # Whoever looks at names and sizes only misses most.
            control += all(_weighs_as_before(path, files) for path in touched)
            _put_back(touched, files)
    return Result(ran=count, control=control, failures=tuple(failures))


def keep_evidence(evidence: Path) -> list[str]:
    """Keep some originals, each with a capture and a text, and return all their digests."""
    digests: list[str] = []
    for number in range(ITEMS):
        text = f"Report {number}: at least nine people were killed."
        sha256, size = save_original(evidence, io.BytesIO(f"<p>{text}</p>".encode()))
        capture = Capture(sha256=sha256, size=size, who="Ilse Varn", when=WHEN, means="by mail")
        text_sha256 = hashlib.sha256(text.encode()).hexdigest()
        extraction = Extraction(
            sha256=sha256, text_sha256=text_sha256, extractor="html", version="1", when=WHEN
        )
        captured, extracted = (
            save_capture(evidence, capture),
            save_text(evidence, text, extraction),
        )
        digests += [sha256, captured, text_sha256, extracted]
    return digests


def list_files(evidence: Path) -> list[Path]:
    """Return all files and links of the evidence."""
    return sorted(path for path in evidence.rglob("*") if path.is_symlink() or path.is_file())


def flip_bit(_: Path, files: list[Path], chance: random.Random) -> list[Path]:
    """Flip one bit of a file."""
    path = chance.choice(files)
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    _overwrite(path, bytes(content))
    return [path]


def cut_off(_: Path, files: list[Path], chance: random.Random) -> list[Path]:
    """Cut off the end of a file."""
    path = chance.choice(files)
    content = path.read_bytes()
    _overwrite(path, content[: chance.randrange(len(content))])
    return [path]


def delete_file(_: Path, files: list[Path], chance: random.Random) -> list[Path]:
    """Delete an original or a text, which records tell of."""
    path = chance.choice([path for path in files if path.suffix != ".json"])
    path.unlink()
    return [path]


def swap_files(_: Path, files: list[Path], chance: random.Random) -> list[Path]:
    """Exchange two files of one kind under their names."""
    one = chance.choice(files)
    other = chance.choice([path for path in files if _is_like(path, one) and path != one])
    first, second = one.read_bytes(), other.read_bytes()
    _overwrite(one, second)
    _overwrite(other, first)
    return [one, other]


def plant_file(_: Path, files: list[Path], chance: random.Random) -> list[Path]:
    """Put a file where none belongs."""
    path = chance.choice(files).parent / "planted"
    path.write_bytes(b"planted")
    return [path]


def link_away(evidence: Path, files: list[Path], chance: random.Random) -> list[Path]:
    """Put a link to the very same bytes in the place of a file."""
    path = chance.choice(files)
    elsewhere = evidence.parent / "elsewhere"
    elsewhere.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(elsewhere)
    return [path]


CHANGES: dict[str, Callable[[Path, list[Path], random.Random], list[Path]]] = {
    "a flipped bit": flip_bit,
    "a lost end": cut_off,
    "a deleted file": delete_file,
    "swapped files": swap_files,
    "a planted file": plant_file,
    "a link": link_away,
}


def _overwrite(path: Path, content: bytes) -> None:
    path.chmod(0o600)
    path.write_bytes(content)


def _put_back(touched: list[Path], files: dict[Path, bytes]) -> None:
    for path in touched:
        path.unlink(missing_ok=True)
        if path in files:
            path.write_bytes(files[path])


def _is_like(path: Path, other: Path) -> bool:
    return (path.parent.name if path.suffix else "") == (other.parent.name if other.suffix else "")


def _weighs_as_before(path: Path, files: dict[Path, bytes]) -> bool:
    return path in files and path.exists() and path.stat().st_size == len(files[path])
