"""A picture is read only where tesseract is installed."""

import shutil

import pytest
from PIL import Image

from firsthand.ingest.scans import read_scan


def test_without_tesseract_no_picture_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    made: list[str] = []

    def render() -> Image.Image:
        made.append("picture")
        return Image.new("L", (10, 10), 255)

    assert read_scan(render) is None
    assert made == []


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_an_empty_picture_has_no_words() -> None:
    text = read_scan(lambda: Image.new("L", (200, 100), 255))
    assert text is not None
    assert text.strip() == ""
