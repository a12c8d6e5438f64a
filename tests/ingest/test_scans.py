"""A picture is read only where tesseract is installed."""

import os
import shutil

import pypdfium2
import pytest
from PIL import Image
from tests.ingest.files import WORDS, make_pdf

from firsthand.ingest.scans import read_scan

here = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def test_where_every_change_is_tested_nothing_of_this_is_left_out() -> None:
    assert shutil.which("tesseract") or not os.environ.get("CI"), "install tesseract"


def test_without_tesseract_no_picture_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    made: list[str] = []

    def render() -> Image.Image:
        made.append("picture")
        return Image.new("L", (10, 10), 255)

    assert read_scan(render) is None
    assert made == []


@here
def test_the_words_of_a_picture_are_read() -> None:
    page = pypdfium2.PdfDocument(make_pdf([[WORDS]]))[0]
    text = read_scan(page.render(scale=3).to_pil)
    assert text is not None
    assert " ".join(text.split()) == WORDS


@here
def test_an_empty_picture_has_no_words() -> None:
    text = read_scan(lambda: Image.new("L", (200, 100), 255))
    assert text is not None
    assert text.strip() == ""
