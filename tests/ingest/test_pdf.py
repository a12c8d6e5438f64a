"""A PDF gives its words in paragraphs, its pages, and where each part stands."""

import pytest
from tests.ingest.files import WORDS, make_pdf

from firsthand.errors import UnreadableReport
from firsthand.ingest.pdf import HIDDEN, find_boxes, read_pdf

LONG = "Residents of Belmuro said that shells struck the market where many people were buying fish"


def test_lines_are_joined_inside_a_sentence_and_pages_are_kept() -> None:
    (draft,) = read_pdf(make_pdf([[LONG, "on Tuesday morning."], ["Nobody was at the harbour."]]))
    assert "buying fish on Tuesday morning." in draft.text
    first, second = draft.pages
    assert draft.text[second.start : second.end] == "Nobody was at the harbour."
    assert (first.number, first.start) == (1, 0)


def test_a_short_line_before_a_capital_is_a_heading() -> None:
    (draft,) = read_pdf(make_pdf([["Nine dead", LONG, "on Tuesday."]]))
    assert draft.text.startswith("Nine dead\n\nResidents")


def test_running_headers_are_left_out_and_told() -> None:
    pages = [
        [f"Tavarra Wire, page {number}", f"Shell {number} fell.", last]
        for number, last in enumerate(("Nobody came.", "A siren was heard.", "Ten fled."), 1)
    ]
    (draft,) = read_pdf(make_pdf(pages))
    assert "Tavarra Wire" not in draft.text
    assert "Shell 2 fell." in draft.text
    assert any("Tavarra Wire, page 1" in note for note in draft.notes)


def test_words_under_a_filled_box_are_not_read_and_are_told() -> None:
    (draft,) = read_pdf(make_pdf([["The witness Dario Vens saw it."]], covered="Dario Vens"))
    assert draft.text == f"The witness {HIDDEN * 5} {HIDDEN * 4} saw it."
    assert any("9 characters lie under a filled box" in note for note in draft.notes)


def test_a_part_of_the_text_has_its_box_on_its_page() -> None:
    content = make_pdf([["Nobody came."], [LONG]])
    (draft,) = read_pdf(content)
    start = draft.text.index("market")
    (box,) = find_boxes(content, start, start + len("market"))
    assert box.page == 2
    assert 72 < box.left < box.right < 540
    assert 715 < box.bottom < box.top < 735


@pytest.mark.parametrize(
    ("content", "code"), [(b"%PDF-1.4 none", "damaged"), (make_pdf([[]]), "scanned")]
)
def test_what_has_no_words_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableReport) as refusal:
        read_pdf(content)
    assert refusal.value.code == code


def test_the_title_of_the_metadata_counts_only_if_it_stands_in_the_text() -> None:
    (draft,) = read_pdf(make_pdf([[WORDS]]))
    assert draft.title is None
