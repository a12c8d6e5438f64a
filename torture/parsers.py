"""Hostile files: bombs and damaged ones are read by the parser, which must answer each in words."""

import contextlib
import io
import random
import time
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
from tests.ingest import files

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.run.parsers import Limits, Parser
from torture.bombs import LARGE, make_bombs
from torture.results import Result

SEED = 404
# What a parser may use for one file.
MOST_MEMORY, MOST_SECONDS = 512 << 20, 15.0
WORDS = "At least nine people were killed in the market of Belmuro, the ferrymen said. " * 4
# A bomb that is read in part says so in a note, or gives no words.
FEW_WORDS = 1_000_000


def torture_bombs(count: int) -> Result:
    """Have so many bombs read, all if there are fewer."""
    failures: list[str] = []
    control = 0
    bombs = list(make_bombs().items())[:count]
    with Parser(Limits(seconds=MOST_SECONDS)) as parser:
        for name, (file, make) in bombs:
            content = make()
            failures += [f"{name}: {reason}" for reason in explode(parser, file, content)]
            control += _swells(content)
    return Result(ran=len(bombs), control=control, failures=tuple(failures))


def torture_mutants(count: int) -> Result:
    """Have so many damaged files of each format read."""
    failures: list[str] = []
    chance = random.Random(SEED)
    control = ran = 0
    with Parser(Limits(seconds=MOST_SECONDS)) as parser:
        for file, sound in make_specimens().items():
            for number in range(count):
                mutant = damage(sound, chance)
                reasons = read_one(parser, file, mutant)
                failures += [f"{file} {number}: {reason}" for reason in reasons]
                ran += 1
                control += file.endswith("docx") and _breaks_carelessly(mutant)
            if measure_memory(parser) > MOST_MEMORY:
                failures.append(f"{file}: {measure_memory(parser) >> 20} MB")
    return Result(ran=ran, control=control, failures=tuple(failures))


def explode(parser: Parser, file: str, content: bytes) -> list[str]:
    """Have a bomb read; says if it did harm, or was read as if it were none."""
    started = time.monotonic()
    results, reasons = _read(parser, file, content)
    taken, memory = time.monotonic() - started, measure_memory(parser)
    drafts = [item for item in results if isinstance(item, Draft)]
    if sum(len(draft.text) for draft in drafts) > FEW_WORDS:
        reasons.append("it was read whole")
    if taken > MOST_SECONDS + 2:
        reasons.append(f"it took {taken:.0f} seconds")
    if memory > MOST_MEMORY:
        reasons.append(f"it took {memory >> 20} MB")
    # Each bomb is measured for itself.
    if memory > MOST_MEMORY // 2:
        parser.close()
    return reasons


def read_one(parser: Parser, file: str, content: bytes) -> list[str]:
    """Have a damaged file read; says if anything but reports and refusals came of it."""
    return _read(parser, file, content)[1]


def damage(sound: bytes, chance: random.Random) -> bytes:
    """Change bytes, cut a file off, leave out, repeat or exchange a piece of it."""
    content = bytearray(sound)
    for _ in range(chance.choice([1, 1, 2, 8])):
        place, length = chance.randrange(len(content)), chance.randrange(1, 64)
        what = chance.randrange(6)
        if what == 0:
            content[place] = chance.randrange(256)
        elif what == 1:
            content[place : place + length] = chance.randbytes(length)
        elif what == 2 and len(content) > length + 8:
            del content[place : place + length]
        elif what == 3:
            content[place:place] = content[place : place + length]
        elif what == 4 and place > 8:
            del content[place:]
        else:
            content[place] ^= 1 << chance.randrange(8)
    return bytes(content)


def make_specimens() -> dict[str, bytes]:
    """Make a sound file of each format."""
    pages = {"https://harbour.example/": f"<html><p>{WORDS}</p></html>".encode()}
    mail = files.make_mail(WORDS, {"a.docx": files.make_docx([WORDS])})
    return {
        "a.txt": WORDS.encode(),
        "a.html": f"<html><head><title>News</title></head><p>{WORDS}</p></html>".encode(),
        "a.csv": f'text,publisher\n"{WORDS}",Gazette\n'.encode(),
        "a.jsonl": f'{{"text": "{WORDS}", "publisher": "Gazette"}}\n'.encode(),
        "a.json": f'[{{"text": "{WORDS}", "created_at": "2019-06-01"}}]'.encode(),
        "a.rss": files.make_feed(),
        "a.pdf": files.make_pdf([[WORDS[:70]], [WORDS[:70]]]),
        "a.docx": files.make_docx([WORDS]),
        "a.xlsx": files.make_xlsx([["text"], [WORDS]]),
        "a.eml": mail,
        "a.mbox": b"From a@harbour.example Sat Jun  1 10:00:00 2019\n" + mail,
        "a.warc": files.make_warc(pages),
        "a.wacz": files.make_wacz(pages),
        "a.zip": files.make_zip({"a.txt": WORDS.encode(), "b.html": b"<p>words</p>"}),
        "a.jpg": files.make_picture(),
    }


def measure_memory(parser: Parser) -> int:
    """Return the most memory that the parser's processes ever held, in bytes."""
    process = parser._process
    if process is None:
        return 0
    most = 0
    for number in _list_family(process.pid):
        with contextlib.suppress(OSError):
            status = Path(f"/proc/{number}/status").read_text("ascii", "replace")
            most = max(
                [most, *(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line)]
            )
    return most << 10


def _read(
    parser: Parser, file: str, content: bytes
) -> tuple[Sequence[Draft | UnreadableReport], list[str]]:
    try:
        return parser.read(file, content), []
    except UnreadableReport as refusal:
        return (refusal,), []
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return (), [f"{type(error).__name__}: {error}"]


def _list_family(number: int) -> Iterator[int]:
    yield number
    with contextlib.suppress(OSError):
        children = Path(f"/proc/{number}/task/{number}/children").read_text("ascii")
        for child in children.split():
            yield from _list_family(int(child))


def _swells(content: bytes) -> bool:
    """Tell whether somebody who unpacks whatever comes gets far more than was given."""
    try:
        if content.startswith(b"\x1f\x8b"):
            unpacked = zlib.decompressobj(31).decompress(content, LARGE // 2)
            return len(unpacked) == LARGE // 2
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return sum(entry.file_size for entry in archive.infolist()) > LARGE // 2
    except (zipfile.BadZipFile, zlib.error):
        return False


def _breaks_carelessly(mutant: bytes) -> bool:
    """Tell whether somebody who trusts a library to read it gets whatever error it has."""
    try:
        docx.Document(io.BytesIO(mutant))
    except Exception:  # noqa: BLE001 - whatever it is
        return True
    return False
