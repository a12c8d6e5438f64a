"""`firsthand explain` tells a claim's words, patterns and reasons, or what is wrong."""

import json
from pathlib import Path

import pytest
from tests.publish.samples import ACCOUNT, TEXTS
from typer.testing import CliRunner

from firsthand.cli.main import app
from firsthand.errors import BrokenAccount, UsageError
from firsthand.publish.formats import write_account


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_account(ACCOUNT, TEXTS, tmp_path)
    return tmp_path


def test_a_claim_is_told_with_its_words_and_patterns(folder: Path) -> None:
    claim = ACCOUNT.claims[0]
    done = CliRunner().invoke(app, ["explain", str(folder), claim.id])
    assert done.exit_code == 0, done.output
    assert claim.pattern in done.stdout
    assert " ".join(claim.quote.split()) in done.stdout


def test_a_name_that_fits_no_claim_is_an_error(folder: Path) -> None:
    done = CliRunner().invoke(app, ["explain", str(folder), "c-none"])
    assert isinstance(done.exception, UsageError)


@pytest.mark.parametrize("content", [b"{}", b"not json", json.dumps({"format": "else"}).encode()])
def test_a_damaged_account_is_an_error(folder: Path, content: bytes) -> None:
    (folder / "account.json").write_bytes(content)
    done = CliRunner().invoke(app, ["explain", str(folder), "c-"])
    assert isinstance(done.exception, BrokenAccount)


def test_a_folder_without_an_account_is_an_error(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["explain", str(tmp_path), "c-"])
    assert isinstance(done.exception, BrokenAccount)
