"""Settings are made once, from the environment and the command line."""

from pathlib import Path

import pytest

from firsthand.settings import make_settings


def test_the_cache_lies_where_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert make_settings().cache == tmp_path / "firsthand"


def test_the_number_of_workers_is_the_callers() -> None:
    assert make_settings(workers=3).workers == 3
