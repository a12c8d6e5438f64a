"""Languages are told from their words; what cannot be told stays unknown."""

import pytest

from firsthand.text.languages import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("At least nine people were killed when shells hit the market, residents said.", "en"),
        ("قال السكان إن تسعة أشخاص على الأقل قتلوا عندما سقطت القذائف على السوق", "ar"),
        ("Au moins neuf personnes ont été tuées sur le marché, selon des habitants.", "fr"),
        ("12 345 — 67", None),
        ("", None),
    ],
)
def test_a_language_is_detected(text: str, language: str | None) -> None:
    assert detect_language(text) == language


def test_half_a_character_does_no_harm() -> None:
    assert detect_language("Nine people were killed in the market \ud800 on Tuesday.") == "en"
