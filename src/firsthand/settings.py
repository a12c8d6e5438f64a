"""Settings: one frozen value made at the door and handed down."""

import datetime
import getpass
import os
from pathlib import Path

from msgspec import Struct


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a run may depend on besides its reports.

    `cache` is the folder for what is built once (the gazetteer); `workers` the number of reading
    processes; `today` bounds publication dates: later ones are kept as words only.
    """

    cache: Path
    workers: int = 1
    today: datetime.date


def make_settings(*, workers: int = 1) -> Settings:
    """Make settings from the environment: XDG_CACHE_HOME names the cache's parent folder."""
    parent = os.environ.get("XDG_CACHE_HOME")
    cache = Path(parent) if parent else Path.home() / ".cache"
    today = datetime.datetime.now(datetime.UTC).date()
    return Settings(cache=cache / "firsthand", workers=workers, today=today)


def read_clock() -> str:
    """Return the moment in UTC, as a case records it."""
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
    return now.replace("+00:00", "Z")


def name_user() -> str:
    """Name who works: FIRSTHAND_WHO, else the name of the account on this machine."""
    return os.environ.get("FIRSTHAND_WHO") or getpass.getuser()
