"""Formats: what an account is written as, one function a file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from firsthand.errors import UsageError
from firsthand.model.accounts import ACCOUNT_MARK, Account, encode_account
from firsthand.publish.csv import make_claims_table, make_incidents_table
from firsthand.publish.geojson import make_geojson
from firsthand.publish.html import make_page, make_text_pages

# Each format takes the account with the texts of its reports by id, and gives the file's bytes.
FORMATS: dict[str, Callable[[Account, Mapping[str, str]], bytes]] = {
    "account.json": lambda account, _texts: encode_account(account),
    "claims.csv": lambda account, _texts: make_claims_table(account),
    "incidents.csv": lambda account, _texts: make_incidents_table(account),
    "incidents.geojson": lambda account, _texts: make_geojson(account),
    "index.html": make_page,
}


def check_folder(out: Path) -> None:
    """Raise UsageError when an account cannot be written to `out` without losing other files."""
    if out.is_file():
        raise UsageError(f"{out} is a file, not a folder. Give another one with --out.")
    present = [name for name in FORMATS if (out / name).exists()]
    account = out / "account.json"
    if present and not (account.exists() and ACCOUNT_MARK in account.read_bytes()):
        raise UsageError(
            f"{out / present[0]} is not from an earlier account and would be lost. "
            "Move it, or give another folder with --out."
        )


def write_account(account: Account, texts: Mapping[str, str], out: Path) -> tuple[Path, ...]:
    """Write every format and the texts into a folder; only our own files there are replaced.

    Returns the files written. Raises UsageError when `out` is a file, cannot be written, or holds
    files of these names that are not from an earlier account.
    """
    check_folder(out)
    try:
        (out / "texts").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"The folder {out} cannot be made: {error.strerror}. Give another one with --out."
        ) from error
    _remove_old_texts(out)
    written = []
    for report in account.reports:
        written.append(_write(out / report.text_file, texts[report.id].encode("utf-8")))
    for name, make in FORMATS.items():
        written.append(_write(out / name, make(account, texts)))
    for name, page in make_text_pages(account, texts).items():
        written.append(_write(out / name, page))
    return tuple(written)


def _remove_old_texts(out: Path) -> None:
    """Remove the texts of an earlier account: only files named as we name them."""
    for ending in ("txt", "html"):
        for path in (out / "texts").glob("r-" + "[0-9a-f]" * 16 + f".{ending}"):
            path.unlink()


def _write(path: Path, content: bytes) -> Path:
    """Write through a new file, so that a broken run leaves the old one whole."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(content)
    fresh.replace(path)
    return path
