"""Sites: the tables of places that were given with reports, kept and used for all that follow."""

from collections.abc import Sequence
from pathlib import Path

from firsthand.keep.cases import Case, change, tell
from firsthand.lexicon.sites import Site, load_sites, read_sites
from firsthand.store.evidence import Capture, read_original, save_capture, save_original
from firsthand.store.leaves import decode_entry
from firsthand.store.records import Kept
from firsthand.store.rows import SqlRows, find_entries

# The subject of the entries that tell of a table, and the means it came by.
SUBJECT = "sites"
MEANS = "a table of sites beside added files"


def keep_sites(case: Case, tables: Sequence[Path], when: str) -> None:
    """Keep tables as evidence; raises BrokenTable, and keeps none, if one cannot be used."""
    for table in tables:
        load_sites(table)
    known = set(list_tables(case))
    for table in tables:
        with table.open("rb") as file:
            sha256, size = save_original(case.evidence, file, case.vault)
        if sha256 in known:
            continue
        capture = Capture(
            sha256=sha256, size=size, who=case.who, when=when, means=MEANS, name=table.name
        )
        record = save_capture(case.evidence, capture, case.vault)
        with change(case) as connection:
            held = Kept(table="evidence", key=sha256, digest=record)
            tell(case, connection, "ingest", when, subjects=(SUBJECT, sha256), kept=(held,))
        known.add(sha256)


def list_tables(case: Case) -> tuple[str, ...]:
    """List the digests of the tables in a case, in the order they came."""
    with case.engine.connect() as connection:
        rows = SqlRows(connection)
        contents = [rows[number].content for number in find_entries(connection, SUBJECT)]
    entries = [decode_entry(content) for content in contents if content is not None]
    return tuple(name for entry in entries for name in entry.subjects if name != SUBJECT)


def load_case_sites(case: Case) -> tuple[Site, ...]:
    """Load all sites of a case; what a later table says of a name counts."""
    sites: dict[str, Site] = {}
    for sha256 in list_tables(case):
        content = read_original(case.evidence, sha256, case.vault)
        for site in read_sites(content, f"{SUBJECT} {sha256[:8]}"):
            sites[site.name.casefold()] = site
    return tuple(sites.values())
