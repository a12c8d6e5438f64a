"""The page shows the words of reports as words, never as markup."""

import re

import pytest
from msgspec import structs
from tests.publish.samples import ACCOUNT, CLAIM, TEXTS, TIME, TOLL

from firsthand.publish.html import make_page, show_chain, show_figure, show_time


def test_text_from_reports_and_file_names_is_escaped() -> None:
    page = make_page(ACCOUNT, TEXTS).decode("utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_page_says_that_it_is_an_internal_draft() -> None:
    page = make_page(ACCOUNT, TEXTS).decode("utf-8")
    assert "Internal draft" in page
    assert "Machine draft: quotes checked, reading not" in page


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = make_page(ACCOUNT, TEXTS).decode("utf-8")
    assert not re.search(r"""(src|href)=["'](?!#)""", page)
    assert "default-src 'none'" in page


def test_every_link_lands() -> None:
    page = make_page(ACCOUNT, TEXTS).decode("utf-8")
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


@pytest.mark.parametrize(
    ("low", "high", "is_open", "shown"),
    [
        (31, 31, False, "31"),
        (31, 31, True, "at least 31"),
        (31, None, True, "at least 31"),
        (14, 31, False, "14–31"),
        (14, 31, True, "at least 14, largest stated 31"),
        (None, 40, False, "up to 40"),
        (None, None, True, "unknown"),
        (0, 0, False, "0"),
    ],
)
def test_figures_are_written_as_people_write_them(
    low: int | None,
    high: int | None,
    is_open: bool,
    shown: str,
) -> None:
    assert show_figure(structs.replace(TOLL, low=low, high=high, open=is_open)) == shown


def test_an_unresolved_time_keeps_its_words() -> None:
    time = structs.replace(TIME, start=None, end=None, precision="unknown")
    assert show_time(time) == "unknown (“on Tuesday”)"
    assert show_time(None) == "unknown time"


def test_a_chain_runs_from_the_outermost_link_to_the_first_speaker() -> None:
    (link,) = CLAIM.attribution
    relay = structs.replace(link, role="relay", speaker="AFP")
    assert show_chain((relay, structs.replace(link, speaker="the minister"))) == (
        "AFP (relay) → the minister"
    )
