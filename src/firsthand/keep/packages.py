"""Packages: a case in one folder that anyone can verify without this program."""

import base64
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from firsthand.errors import BrokenCase
from firsthand.keep.accounts import make_case_account
from firsthand.keep.cases import Case, change, tell
from firsthand.keep.checkpoints import sign_case
from firsthand.keep.checks import verify_case
from firsthand.publish.formats import write_account
from firsthand.store.evidence import copy_originals
from firsthand.store.files import hash_file
from firsthand.store.keys import read_key, write_public_pem
from firsthand.store.leaves import derive_entry_salt
from firsthand.store.records import load_checkpoints, load_fact
from firsthand.store.rows import SqlRows

ACCOUNT, ORIGINALS = "account", "originals"
HOW = """\
How to verify this folder without the program that made it.

1. Every file is the one that is listed:
       sha256sum -c SHA256SUMS
   Keep SHA256SUMS itself apart, or compare it with one you were given before.
2. The originals are named after their bytes: originals/<sha256>.
3. checkpoint.txt says how long the ledger was, and its root in base64: the second and third line.
   It is signed. With the key you were given (not the one in here):
       head -3 checkpoint.txt > signed
       tail -1 checkpoint.txt | cut -d' ' -f3 | base64 -d | tail -c +5 > signature
       openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed -sigfile signature
4. ledger.jsonl holds every entry with its salt, or only its leaf where it was erased. These lines
   of Python make the root of it, which must be the one in checkpoint.txt:

       import base64, hashlib, json
       def leaf(row):
           if row["entry"] is None: return bytes.fromhex(row["leaf"])
           salted = b"firsthand-entry/1\\n" + base64.b64decode(row["salt"]) + row["entry"].encode()
           return hashlib.sha256(b"\\0" + hashlib.sha256(salted).digest()).digest()
       def root(leaves):
           if len(leaves) == 1: return leaves[0]
           k = 1 << (len(leaves) - 1).bit_length() - 1
           return hashlib.sha256(b"\\1" + root(leaves[:k]) + root(leaves[k:])).digest()
       size = int(open("checkpoint.txt").read().split("\\n")[1])
       rows = [json.loads(line) for line in open("ledger.jsonl")]
       print(base64.b64encode(root([leaf(row) for row in rows[:size]])).decode())

5. timestamp.tsr, if it is here, is an authority's answer (RFC 3161) of when checkpoint.txt was
   there; roots.pem are the authority's roots, which you get from the authority:
       openssl ts -verify -in timestamp.tsr -data checkpoint.txt -CAfile roots.pem
"""


class Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of ledger.jsonl: the entry and its salt, or only the leaf of an erased one."""

    entry: str | None
    salt: str | None
    leaf: str


def package_case(case: Case, target: Path, when: str) -> None:
    """Write a case as a folder for others; raises BrokenCase if it is not clean.

    It holds names and full texts, unencrypted even if the case is not: it is for courts and
    partners, not for publication.
    """
    if target.exists():
        raise BrokenCase(f"{target} is there already. Name a new folder for the package.")
    findings = verify_case(case)
    if findings:
        raise BrokenCase(f"The case is not clean: {findings[0].where}: {findings[0].text}")
    result = make_case_account(case, when)
    with change(case) as connection:
        tell(case, connection, "export", when, subjects=("package",))
    sign_case(case, when)
    target.mkdir(parents=True, mode=0o700)
    write_account(result.account, result.texts, target / ACCOUNT)
    _copy_originals(case, target / ORIGINALS)
    _write_ledger(case, target)
    (target / "HOW-TO-VERIFY.txt").write_text(HOW, "utf-8")
    sums = "".join(f"{sha256}  {name}\n" for sha256, name in _list_sums(target))
    (target / "SHA256SUMS").write_text(sums, "utf-8")


def _copy_originals(case: Case, target: Path) -> None:
    target.mkdir()
    copy_originals(case.evidence, target, case.vault)


def _write_ledger(case: Case, target: Path) -> None:
    with case.engine.connect() as connection:
        lines = [msgspec.json.encode(line) for line in _list_lines(SqlRows(connection))]
        _, note, token = load_checkpoints(connection)[-1]
        key = read_key(load_fact(connection, "key") or "")
    (target / "ledger.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
    (target / "checkpoint.txt").write_text(note, "utf-8")
    (target / "key.pem").write_bytes(write_public_pem(key))
    if token is not None:
        (target / "timestamp.tsr").write_bytes(token)


def _list_lines(rows: SqlRows) -> Iterator[Line]:
    for row in rows:
        if row.content is None or row.seed is None:
            yield Line(entry=None, salt=None, leaf=row.leaf.hex())
        else:
            salt = base64.b64encode(derive_entry_salt(row.seed)).decode()
            yield Line(entry=row.content.decode(), salt=salt, leaf=row.leaf.hex())


def _list_sums(target: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(target.rglob("*")):
        if path.is_file():
            yield hash_file(path), path.relative_to(target).as_posix()
