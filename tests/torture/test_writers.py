"""Ten who decide at once lose nothing, unless they look before they wait for their turn."""

from torture.promises import TORTURES
from torture.writers import torture_writers


def test_what_many_decide_at_once_is_all_kept() -> None:
    result = torture_writers(TORTURES["writers"].few)
    assert result.failures == ()
    assert result.control > 0
