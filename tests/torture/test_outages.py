"""A loss of power loses nothing that was said to be kept, unless syncing was switched off."""

import random

import pytest
from torture.outages import Disk, Step, leave, read_steps, take_step, torture_outages
from torture.promises import TORTURES

LOG = r"""write(1<pipe:[7]>, "\x64\x2d\x31\x0a", 4) = 4
pwrite64(5</x/case/case.db-wal>, "\x61\x62", 2, 32) = 2
pwrite64(6</x/case/other>, "\x61", 1, 0) = 1
fdatasync(5</x/case/case.db-wal>) = 0
ftruncate(5</x/case/case.db>, 4096) = 0
unlink("\x2f\x78\x2f\x63\x61\x73\x65\x2e\x64\x62\x2d\x77\x61\x6c") = 0
fsync(5</x/case/case.db>) = -1 EIO (Input/output error)
"""
NEW = Step(kind="write", file="case.db", place=2, content=b"new")


def test_no_loss_of_power_loses_what_was_said() -> None:
    result = torture_outages(TORTURES["outages"].few)
    assert result.failures == ()
    assert result.control > 0


def test_a_log_is_read_as_the_steps_of_the_database() -> None:
    assert list(read_steps(LOG)) == [
        Step(kind="say", file="d-1"),
        Step(kind="write", file="case.db-wal", place=32, content=b"ab"),
        Step(kind="sync", file="case.db-wal"),
        Step(kind="truncate", file="case.db", place=4096),
        Step(kind="delete", file="case.db-wal"),
    ]


@pytest.mark.parametrize(("kind", "content"), [("all", b"olnew"), ("none", b"old")])
def test_a_disk_keeps_all_or_nothing_of_what_was_not_synced(kind: str, content: bytes) -> None:
    disk = Disk(synced={"case.db": bytearray(b"old")}, pending={}, replaced=[])
    take_step(disk, NEW)
    assert leave(disk, kind, random.Random(1)) == {"case.db": content}
    take_step(disk, Step(kind="sync", file="case.db"))
    assert leave(disk, "none", random.Random(1)) == {"case.db": b"olnew"}


def test_a_torn_write_leaves_whole_sectors() -> None:
    disk = Disk(synced={"case.db": bytearray(2048)}, pending={}, replaced=[])
    take_step(disk, Step(kind="write", file="case.db", place=500, content=b"x" * 1000))
    left = {leave(disk, "torn", random.Random(seed))["case.db"] for seed in range(40)}
    assert {content.count(b"x") for content in left} <= {0, 12, 476, 488, 512, 524, 988, 1000}
    assert len(left) == 8


def test_a_deletion_that_did_not_last_brings_the_file_back() -> None:
    disk = Disk(synced={"case.db-wal": bytearray(b"old")}, pending={}, replaced=[])
    take_step(disk, Step(kind="delete", file="case.db-wal"))
    assert leave(disk, "all", random.Random(1)) == {}
    assert leave(disk, "none", random.Random(1)) == {"case.db-wal": b"old"}
