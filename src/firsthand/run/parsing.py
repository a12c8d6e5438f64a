"""Parsing: what runs in the parser's process; it reads files from its input and answers them."""

import struct
import sys
from typing import BinaryIO

import msgspec

from firsthand.errors import UnreadableReport
from firsthand.ingest.formats import read_content
from firsthand.run.parsers import Answer, Ask, limit_process, pack_result

_LENGTH = struct.Struct(">Q")


def run(memory: int) -> None:
    """Bind this process to its limits and answer what comes."""
    limit_process(memory)
    serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer files until there are no more."""
    while head := source.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(head)
        ask = msgspec.msgpack.decode(source.read(length), type=Ask)
        encoded = msgspec.msgpack.encode(parse(ask))
        target.write(_LENGTH.pack(len(encoded)) + encoded)
        target.flush()


def parse(ask: Ask) -> Answer:
    """Read one file; whatever its reader raises becomes an answer."""
    try:
        results = read_content(ask.name, ask.content)
    except UnreadableReport as refusal:
        results = (refusal,)
    except MemoryError:
        results = (_refuse("killed", "The file needs more memory than a report may."),)
    except Exception as error:  # noqa: BLE001 - the parser is a door: the run goes on
        results = (_refuse("damaged", f"Reading it failed: {type(error).__name__}."),)
    return Answer(found=tuple(pack_result(result) for result in results))


def _refuse(code: str, reason: str) -> UnreadableReport:
    return UnreadableReport(code, reason, "Have its text copied elsewhere, and read that.")
