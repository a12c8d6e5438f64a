"""The attack on timestamps deceives whoever does not verify them, and not us."""

from torture.promises import TORTURES
from torture.timestamps import torture_timestamps


def test_no_damaged_timestamp_says_another_time() -> None:
    result = torture_timestamps(TORTURES["timestamps"].few)
    assert result.failures == ()
    assert result.control > 0
