"""Accuracies: how often readings like these were right, as measured before this version."""

from functools import cache
from importlib import resources

from msgspec import Struct


class Accuracy(Struct, frozen=True, kw_only=True):
    """One measured share with what it means and on what it was measured."""

    what: str
    share: str
    measured_on: str


@cache
def load_accuracies() -> tuple[Accuracy, ...]:
    """Load what the gate measured last; empty where nothing was."""
    lines = resources.files("firsthand.publish").joinpath("accuracy.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in lines.splitlines() if line and not line.startswith("#")]
    return tuple(Accuracy(what=what, share=share, measured_on=on) for what, share, on in rows[1:])
