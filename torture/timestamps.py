"""Timestamps that were damaged or belong to something else: none may say another time or text."""

import datetime
import random
import re
import tempfile
from pathlib import Path

from cryptography.x509 import Certificate
from rfc3161_client import decode_timestamp_response

from firsthand.errors import BrokenLedger
from firsthand.store.timestamps import make_request, verify_timestamp
from torture.authorities import make_authority, stamp
from torture.results import SHOWN, Result

CONTENT, OTHER = b"harbour.example\n3\n", b"harbour.example\n4\n"
SEED = 3161
TIME = re.compile(rb"20\d{12}Z")


def torture_timestamps(count: int) -> Result:
    """Damage a response that often; one damaged in an unsigned byte may pass, saying the same."""
    with tempfile.TemporaryDirectory() as name:
        authority = make_authority(Path(name) / "honest", "Honest Clock")
        request = make_request(CONTENT)
        raw = stamp(authority, request.content)
    said = verify_timestamp(raw, CONTENT, [authority.root], request.nonce)
    chance = random.Random(SEED)
    failures: list[str] = []
    control = 0
    for _ in range(count):
        damaged = _damage(raw, chance)
        # A damaged one must never pass for a timestamp of something else.
        if _verify(damaged, OTHER, authority.root) is not None:
            failures.append("it passed for another text")
        if _verify(damaged, CONTENT, authority.root) not in {None, said.when}:
            failures.append("it passed with another time")
        control += _reads_otherwise(damaged, said.when)
    return Result(ran=count, control=control, failures=tuple(failures[: SHOWN * SHOWN]))


def _damage(raw: bytes, chance: random.Random) -> bytes:
    """Change a byte or two, cut off the end, leave out or repeat a piece."""
    damaged = bytearray(raw)
    place, length = chance.randrange(len(damaged)), chance.randrange(1, 40)
    what = chance.randrange(10)
    if what == 0:
        return bytes(damaged[:place])
    if what == 1:
        return bytes(damaged[:place] + damaged[place + length :])
    if what == 2:
        return bytes(damaged[:place] + damaged[place : place + length] + damaged[place:])
    if what == 3:
        return _forge_time(damaged, chance)
    damaged[place] ^= chance.randrange(1, 256)
    if what == 4:
        damaged[chance.randrange(len(damaged))] ^= chance.randrange(1, 256)
    return bytes(damaged)


def _forge_time(raw: bytearray, chance: random.Random) -> bytes:
    """Change one digit of the time to another digit."""
    found = TIME.search(raw)
    if found is None:
        raise ValueError("The response states no time.")
    place = chance.randrange(found.start(), found.end() - 1)
    digits = [digit for digit in b"0123456789" if digit != raw[place]]
    raw[place] = chance.choice(digits)
    return bytes(raw)


def _verify(raw: bytes, content: bytes, root: Certificate) -> datetime.datetime | None:
    try:
        return verify_timestamp(raw, content, [root]).when
    except BrokenLedger:
        return None


def _reads_otherwise(raw: bytes, when: datetime.datetime) -> bool:
    """Tell whether somebody who reads the time without verifying it is deceived."""
    try:
        return decode_timestamp_response(raw).tst_info.gen_time != when
    except ValueError:
        return False
