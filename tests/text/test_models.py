"""The model is named as it names itself, without being loaded."""

from firsthand.text.models import name_model
from firsthand.text.parses import load_parser


def test_the_model_is_named_as_it_names_itself() -> None:
    meta = load_parser().meta
    assert name_model() == f"{meta['lang']}_{meta['name']} {meta['version']}"
