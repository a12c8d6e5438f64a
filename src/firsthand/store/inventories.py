"""Inventories: every file of the evidence is hashed anew, and what is not as kept is named."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from firsthand.errors import BrokenEvidence
from firsthand.store.evidence import (
    CAPTURES,
    DIGEST,
    EXTRACTIONS,
    INCOMING,
    ORIGINAL,
    TEXTS,
    Capture,
    Extraction,
    read_record,
)
from firsthand.store.files import hash_file
from firsthand.store.findings import Finding
from firsthand.store.vaults import PLAIN, Vault, name_digest, read_content

ROOT = "evidence/"
SUFFIXES = {CAPTURES: ".json", TEXTS: ".txt", EXTRACTIONS: ".json"}


def audit_evidence(
    evidence: Path, expected: Iterable[str] = (), vault: Vault = PLAIN
) -> tuple[Finding, ...]:
    """Return everything that is wrong with the evidence; nothing if it is clean.

    `expected` are the digests of all that ledger and records tell of: originals, captures, texts,
    extractions. Without it nobody can see that something is gone with all that points to it.
    """
    findings: list[Finding] = []
    there: set[str] = set()
    for name in _walk(evidence) if evidence.is_dir() else ():
        promised = _read_name(name)
        if promised is None:
            findings.append(_report(name, "unknown", "Nothing of the case has such a name."))
            continue
        there.add(promised)
        findings.extend(_check_file(evidence / name, name, promised, vault))
    names = {name_digest(vault, digest) for digest in expected}
    gone = sorted(names - there - {_read_where(found) for found in findings})
    findings.extend(_report(digest, "missing", "It was kept, and is gone.") for digest in gone)
    return tuple(dict.fromkeys(findings))


def _walk(folder: Path, above: str = "") -> Iterator[str]:
    """Yield the names of all files and links in their order, but not of the passing files."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        name = above + entry.name
        if name == INCOMING:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{name}/")
        else:
            yield name


def _read_name(name: str) -> str | None:
    """Return the digest that a file must have by its place and name; None if it has no place."""
    match name.split("/"):
        case [prefix, folder, original] if original == ORIGINAL:
            digest = folder
        case [prefix, folder, room, file] if file.endswith(SUFFIXES.get(room, "/")):
            digest = file.removesuffix(SUFFIXES[room])
        case _:
            return None
    fits = folder.startswith(prefix) and len(prefix) == 2 and DIGEST.fullmatch(folder)
    return digest if fits and DIGEST.fullmatch(digest) else None


def _read_where(found: Finding) -> str | None:
    return _read_name(found.where.removeprefix(ROOT))


def _check_file(path: Path, name: str, promised: str, vault: Vault) -> Iterator[Finding]:
    """Check a file's bytes and, if it is a record, what it points to."""
    try:
        if name_digest(vault, hash_file(path, vault)) != promised:
            yield _report(name, "changed", "Its bytes are not the ones that were kept.")
            return
        if path.suffix == ".json":
            yield from _check_record(path, name, vault)
    except BrokenEvidence as error:
        yield _report(name, "unreadable", str(error))


def _check_record(path: Path, name: str, vault: Vault) -> Iterator[Finding]:
    """Check that a record lies beside its original, and the text that it names as well."""
    kind = Extraction if path.parent.name == EXTRACTIONS else Capture
    record = read_record(read_content(vault, path), kind)
    folder = path.parent.parent
    if name_digest(vault, record.sha256) != folder.name:
        yield _report(name, "moved", f"It tells of {record.sha256}, not of what it lies beside.")
    needed = [folder / ORIGINAL]
    if isinstance(record, Extraction):
        needed.append(folder / TEXTS / f"{name_digest(vault, record.text_sha256)}.txt")
    for file in needed:
        if not file.exists():
            where = "/".join([*name.split("/")[:2], *file.relative_to(folder).parts])
            yield _report(where, "missing", "It is gone, and records tell of it.")


def _report(name: str, code: str, text: str) -> Finding:
    return Finding(where=f"{ROOT}{name}", code=code, text=text)
