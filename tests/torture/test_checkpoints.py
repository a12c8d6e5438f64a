"""The attack on checkpoints fools somebody careless, and not us."""

from torture.checkpoints import torture_checkpoints
from torture.promises import TORTURES


def test_no_fork_is_followed_and_no_damaged_checkpoint_opened() -> None:
    result = torture_checkpoints(TORTURES["checkpoints"].few)
    assert result.failures == ()
    assert result.control > 400
