"""Sites: camps, prisons, hospitals and other places that the user's own table adds."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from firsthand.errors import BrokenTable

COLUMNS = ("name", "names", "latitude", "longitude", "country", "kind")


class Site(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One place of the user's table: WGS84 degrees, ISO 3166 country or null."""

    name: str
    names: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    country: str | None
    kind: str


def load_sites(path: Path) -> tuple[Site, ...]:
    """Load a table of sites; raises BrokenTable with the line that cannot be used."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BrokenTable(
            f"{path} cannot be opened: {error.strerror}. Check the name of the table of sites."
        ) from error
    return read_sites(content, str(path))


def read_sites(content: bytes, name: str) -> tuple[Site, ...]:
    """Read the bytes of a table of sites; raises BrokenTable with the line that cannot be used."""
    try:
        return _read_lines(io.StringIO(content.decode("utf-8-sig"), newline=""), name)
    except (UnicodeDecodeError, csv.Error) as error:
        raise BrokenTable(f"{name} is no CSV table in UTF-8: {error}. Save it again.") from error


def _read_lines(lines: Iterable[str], name: str) -> tuple[Site, ...]:
    reader = csv.DictReader(lines)
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise BrokenTable(
            f"{name}: the columns {', '.join(missing)} are missing. "
            f"The first line must be: {','.join(COLUMNS)}"
        )
    return tuple(_read_site(row, f"{name}, line {reader.line_num}") for row in reader)


def _read_site(row: dict[str, str | None], where: str) -> Site:
    name = (row["name"] or "").strip()
    if not name:
        raise BrokenTable(f"{where}: the name is empty. Fill it in or remove the line.")
    return Site(
        name=name,
        names=tuple(part.strip() for part in (row["names"] or "").split("|") if part.strip()),
        latitude=_read_degrees(row["latitude"], 90, f"{where}, latitude"),
        longitude=_read_degrees(row["longitude"], 180, f"{where}, longitude"),
        country=(row["country"] or "").strip().upper() or None,
        kind=(row["kind"] or "").strip() or "site",
    )


def _read_degrees(cell: str | None, most: float, where: str) -> float | None:
    if cell is None or not cell.strip():
        return None
    try:
        degrees = float(cell)
    except ValueError:
        degrees = float("nan")
    if not -most <= degrees <= most:
        raise BrokenTable(f"{where}: “{cell}” is not a number of degrees from -{most} to {most}.")
    return round(degrees, 4)
