"""Promises: each by its name, with the attack on it. Another one is another entry here."""

from torture.cases import torture_cases
from torture.checkpoints import torture_checkpoints
from torture.crashes import torture_crashes
from torture.disks import torture_disks
from torture.evidence import torture_evidence
from torture.flips import torture_flips
from torture.kills import torture_decisions, torture_kills
from torture.ledgers import torture_ledgers
from torture.outages import torture_outages
from torture.parsers import torture_bombs, torture_mutants
from torture.proofs import torture_proofs
from torture.restores import torture_restores
from torture.results import Torture
from torture.timestamps import torture_timestamps
from torture.writers import torture_writers

TORTURES: dict[str, Torture] = {
    "proofs": Torture(
        promise="proofs never lie",
        bar="0 false proofs accepted, 0 honest ones refused",
        few=2_000,
        many=1_000_000,
        run=torture_proofs,
    ),
    "ledgers": Torture(
        promise="any change to a ledger is seen and named",
        bar="0 changes unseen, 0 untouched entries blamed",
        few=1_200,
        many=100_000,
        run=torture_ledgers,
    ),
    "checkpoints": Torture(
        promise="a fork, a rollback or a damaged checkpoint is refused",
        bar="0 followed, 0 opened",
        few=2_000,
        many=100_000,
        run=torture_checkpoints,
    ),
    "evidence": Torture(
        promise="any change to the evidence is seen and named",
        bar="0 changes unseen, 0 untouched files blamed",
        few=300,
        many=20_000,
        run=torture_evidence,
    ),
    "cases": Torture(
        promise="any change to a case's database is seen and named",
        bar="0 changes unseen, 0 named in another table",
        few=60,
        many=5_000,
        run=torture_cases,
    ),
    "flips": Torture(
        promise="any changed byte of a case with 200 reports is seen and named",
        bar="0 bytes unseen; each named in its row or file",
        few=5_000,
        many=500_000,
        run=torture_flips,
    ),
    "crashes": Torture(
        promise="kill -9 at any time over add, decide and package leaves a clean case",
        bar="0 lost, 0 findings",
        few=40,
        many=5_000,
        run=torture_crashes,
    ),
    "outages": Torture(
        promise="an acknowledged save survives a loss of power",
        bar="0 corrupt, 0 lost; synchronous NORMAL and OFF lose some",
        few=500,
        many=50_000,
        run=torture_outages,
    ),
    "bombs": Torture(
        promise="a file made to fill memory, disk or time is refused or read in part",
        bar="0 crashes, 0 over 512 MB, 0 over 20 seconds",
        few=50,
        many=60,
        run=torture_bombs,
    ),
    "mutants": Torture(
        promise="a damaged file of any format gives reports or refusals",
        bar="0 crashes of the main process, 0 over 512 MB",
        few=100,
        many=100_000,
        run=torture_mutants,
    ),
    "restores": Torture(
        promise="what is restored is what was backed up, and a damaged backup is refused",
        bar="0 that differ, 0 damaged ones restored",
        few=50,
        many=200,
        run=torture_restores,
    ),
    "kills": Torture(
        promise="kill -9 at any time loses nothing that was kept",
        bar="0 lost, 0 half",
        few=12,
        many=1_000,
        run=torture_kills,
    ),
    "decisions": Torture(
        promise="kill -9 at any time loses no decision and leaves a clean case",
        bar="0 lost, 0 findings",
        few=9,
        many=1_000,
        run=torture_decisions,
    ),
    "writers": Torture(
        promise="ten processes that decide at once, in a file and on a server, lose nothing",
        bar="0 lost, 0 findings",
        few=20,
        many=200,
        run=torture_writers,
    ),
    "disks": Torture(
        promise="a disk that fails or fills up at any call leaves a clean store",
        bar="0 crashes, 0 lost, 0 half",
        few=12,
        many=200,
        run=torture_disks,
    ),
    "timestamps": Torture(
        promise="a timestamp proves its own time and text only",
        bar="0 accepted with another time or text",
        few=1_000,
        many=50_000,
        run=torture_timestamps,
    ),
}
