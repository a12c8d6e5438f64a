"""Every error Firsthand raises on purpose.

    FirsthandError
    ├── UsageError            a command was called in a way that cannot work
    ├── UnreadableReport      one report cannot be read; the others go on
    ├── BrokenAccount         an account folder is missing, damaged or of another format
    ├── BrokenTable           a table of ours or of the user's (sites.csv) is not as it must be
    ├── BrokenLedger          an entry, proof, checkpoint or timestamp does not hold
    │   └── ForkedHistory     two checkpoints of one ledger cannot both be true
    ├── BrokenEvidence        stored bytes are missing, changed or cannot be kept
    └── BrokenCase            a case is missing, damaged, locked or of another version

A message says what, where, and what to do. `UnreadableReport` carries them apart, because a
refusal is part of the account.
"""


class FirsthandError(Exception):
    """The root of all errors that are raised on purpose."""


class UsageError(FirsthandError):
    """A command was called in a way that cannot work."""


class UnreadableReport(FirsthandError):
    """One report that cannot be read: a stable code, the reason, and the remedy.

    `member` names the part of an archive or a mail that it was found in.
    """

    def __init__(self, code: str, reason: str, remedy: str, *, member: str | None = None) -> None:
        super().__init__(f"{reason} {remedy}")
        self.code = code
        self.reason = reason
        self.remedy = remedy
        self.member = member


class BrokenAccount(FirsthandError):
    """An account folder is missing, damaged or of another format."""


class BrokenTable(FirsthandError):
    """A table is missing a column or holds a value that cannot be used."""


class BrokenLedger(FirsthandError):
    """An entry, a proof, a checkpoint or a timestamp of a ledger does not hold."""


class ForkedHistory(BrokenLedger):
    """Two checkpoints of one ledger cannot both be true: it was forked or rolled back."""


class BrokenEvidence(FirsthandError):
    """Stored bytes are missing or changed, or cannot be kept."""


class BrokenCase(FirsthandError):
    """A case is missing, damaged, locked or of another version."""
