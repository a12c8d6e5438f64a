"""Promises: each by its name, with the attack on it. Another one is another entry here."""

from torture.proofs import torture_proofs
from torture.results import Torture

TORTURES: dict[str, Torture] = {
    "proofs": Torture(
        promise="proofs never lie",
        bar="0 false proofs accepted, 0 honest ones refused",
        few=2_000,
        many=1_000_000,
        run=torture_proofs,
    ),
}
