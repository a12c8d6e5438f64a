"""A real Chromium, and account folders as people would open them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.browser.samples import write_hostile, write_long

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour-market"
# A browser asks its maker for updates and safe-browsing lists unless told not to.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("These tests need a real browser: install the Debian package `chromium`.")
    # Chromium refuses to run as root inside its own sandbox.
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=[*QUIET, *root])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The account of the example bundle, as the command writes it."""
    out = tmp_path_factory.mktemp("example")
    command = [sys.executable, "-m", "firsthand", "account", str(EXAMPLE), "--out", str(out)]
    subprocess.run([*command, "--workers", "1"], check=True, capture_output=True)
    return out


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An account whose reports are full of markup, scripts and scripts of other directions."""
    return write_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An account of three hundred reports."""
    return write_long(tmp_path_factory.mktemp("long"))
