"""A workbook gives one report a row; what is hidden in it is told."""

import pytest
from tests.ingest.files import WORDS, make_xlsx

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.sheets import read_xlsx

ROWS = [["Title", "Text", "Published"], ["Nine dead", WORDS, "2019-05-14"], ["Empty", "", ""]]


def test_each_row_is_a_report() -> None:
    draft, empty = read_xlsx(make_xlsx(ROWS))
    assert isinstance(draft, Draft)
    assert (draft.title, draft.text, draft.published) == ("Nine dead", WORDS, "2019-05-14")
    assert isinstance(empty, UnreadableReport)


def test_hidden_rows_are_read_and_told() -> None:
    draft, _ = read_xlsx(make_xlsx(ROWS, hide=2))
    assert isinstance(draft, Draft)
    assert draft.notes == (
        "The workbook has 0 hidden sheets and 1 hidden rows, which were read too.",
    )


@pytest.mark.parametrize("content", [b"PK", b"none", make_xlsx([["a", "b"], ["1", "2"]])])
def test_what_has_no_texts_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableReport):
        read_xlsx(content)
