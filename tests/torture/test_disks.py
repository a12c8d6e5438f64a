"""A saver on a failing disk says so and leaves nothing half, unless it is a careless one."""

from torture.disks import Fault, list_faults, spread, torture_disks, try_fault
from torture.promises import TORTURES


def test_no_failing_call_leaves_anything_half() -> None:
    result = torture_disks(TORTURES["disks"].few)
    assert result.failures == ()
    assert result.ran == 12
    assert result.control == 3


def test_every_call_that_changes_a_disk_is_made_to_fail() -> None:
    faults = list_faults("carefully")
    assert {fault.call for fault in faults} == {
        "write",
        "fsync",
        "link",
        "fchmod",
        "mkdir",
        "unlink",
    }
    assert len(faults) > 90


def test_a_passing_file_that_cannot_be_deleted_harms_nobody() -> None:
    assert try_fault(Fault(call="unlink", turn=1, fault="error=EIO"), "carefully") == []


def test_points_are_spread_evenly() -> None:
    points = [Fault(call="write", turn=turn, fault="error=EIO") for turn in range(10)]
    assert [fault.turn for fault in spread(points, 3)] == [0, 3, 6]
    assert spread(points, 99) == points
