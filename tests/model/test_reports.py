"""A report says of itself whether anything was read in it."""

from msgspec import structs
from tests.values import make_report

from firsthand.model.reports import UNREAD, Caution, is_unread


def test_a_report_in_which_nothing_was_read_says_so() -> None:
    caution = Caution(code=UNREAD, text="It is a film.")
    assert is_unread(structs.replace(make_report(), cautions=(caution,)))
    assert not is_unread(make_report())
