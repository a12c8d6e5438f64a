"""Findings: what a check of a case found wrong, and where."""

from msgspec import Struct


class Finding(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that is not as it was kept: where, a stable code, and what it means."""

    where: str
    code: str
    text: str
