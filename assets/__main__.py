"""Fetch the assets of `assets/list.tsv` that are missing: `python -m assets`."""

import csv
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, convert

LIST = Path(__file__).parent / "list.tsv"
FOLDER = Path(__file__).parent.parent / "src" / "firsthand" / "publish" / "assets"


class Asset(Struct, frozen=True, kw_only=True):
    """One file of an npm package, with the digest it must have."""

    file: str
    package: str
    version: str
    member: str
    sha256: str
    licence: str
    what: str


def main() -> int:
    """Fetch what is missing; without npm or a network pages do without, and say so."""
    FOLDER.mkdir(exist_ok=True)
    missing = [asset for asset in load_list(LIST) if not is_present(asset, FOLDER)]
    failed = [asset for asset in missing if not fetch_asset(asset, FOLDER)]
    for asset in failed:
        sys.stderr.write(
            f"{asset.file} ({asset.package} {asset.version}) could not be fetched: "
            f"pages do without {asset.what}. It needs npm and its registry; then run "
            "`make assets` again.\n"
        )
    return 0


def load_list(path: Path) -> list[Asset]:
    """Load the list of assets; its first line is a remark."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[2:]
    fields = Asset.__struct_fields__
    return [convert(dict(zip(fields, row, strict=True)), Asset) for row in rows]


def is_present(asset: Asset, folder: Path) -> bool:
    """Tell whether the very file is there already."""
    path = folder / asset.file
    return path.is_file() and hash_bytes(path.read_bytes()) == asset.sha256


def fetch_asset(asset: Asset, folder: Path) -> bool:
    """Fetch a package, take the one file out of it, keep it only if its digest is right."""
    npm = shutil.which("npm")
    if npm is None:
        return False
    with tempfile.TemporaryDirectory() as place:
        name = f"{asset.package}@{asset.version}"
        command = [npm, "pack", "--silent", "--pack-destination", place, name]
        run = subprocess.run(command, cwd=place, capture_output=True, check=False)
        if run.returncode:
            return False
        content = read_member(Path(place).glob("*.tgz"), asset.member)
    if content is None or hash_bytes(content) != asset.sha256:
        sys.stderr.write(f"{asset.file}: not the file that is listed; it is not kept.\n")
        return False
    (folder / asset.file).write_bytes(content)
    return True


def read_member(archives: Iterable[Path], member: str) -> bytes | None:
    """Read one file out of the first archive that holds it."""
    for archive in archives:
        with tarfile.open(archive) as packed:
            if member in packed.getnames():
                file = packed.extractfile(member)
                return None if file is None else file.read()
    return None


def hash_bytes(content: bytes) -> str:
    """Return the digest as the list writes it."""
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
