"""Whatever happens to a file of the evidence is found and named."""

import hashlib
import io
from pathlib import Path

import pytest

from firsthand.store.evidence import (
    Capture,
    Extraction,
    find_folder,
    save_capture,
    save_original,
    save_text,
)
from firsthand.store.inventories import audit_evidence
from firsthand.store.vaults import Vault, name_digest

WORDS, TEXT = b"<p>At least nine people were killed.</p>", "At least nine people were killed."
DIGEST = hashlib.sha256(WORDS).hexdigest()
TEXT_DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()
HOME = f"evidence/{DIGEST[:2]}/{DIGEST}"
SEALED = Vault(seal=b"s" * 32, names=b"n" * 32)
WHEN = "2019-05-14T09:30:00Z"


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    save_original(tmp_path, io.BytesIO(WORDS))
    capture = Capture(sha256=DIGEST, size=len(WORDS), who="Ilse Varn", when=WHEN, means="by mail")
    save_capture(tmp_path, capture)
    extraction = Extraction(
        sha256=DIGEST, text_sha256=TEXT_DIGEST, extractor="html", version="1", when=WHEN
    )
    save_text(tmp_path, TEXT, extraction)
    return tmp_path


def list_files(evidence: Path) -> list[Path]:
    return sorted(path for path in evidence.rglob("*") if path.is_file())


def list_findings(evidence: Path, *expected: str) -> list[tuple[str, str]]:
    return [(found.where, found.code) for found in audit_evidence(evidence, expected)]


def test_what_is_as_it_was_kept_has_no_findings(evidence: Path) -> None:
    assert len(list_files(evidence)) == 4
    assert list_findings(evidence, DIGEST, TEXT_DIGEST) == []
    assert list_findings(evidence / "nowhere") == []


def test_every_byte_of_every_file_counts(evidence: Path) -> None:
    for path in list_files(evidence):
        path.chmod(0o600)
        content = path.read_bytes()
        for place in range(len(content)):
            path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
            where = f"evidence/{path.relative_to(evidence).as_posix()}"
            assert list_findings(evidence) == [(where, "changed")]
        path.write_bytes(content)
    assert list_findings(evidence) == []


def test_an_original_that_is_gone_is_named_once(evidence: Path) -> None:
    (find_folder(evidence, DIGEST) / "original").unlink()
    assert list_findings(evidence, DIGEST) == [(f"{HOME}/original", "missing")]


def test_a_text_that_is_gone_is_named(evidence: Path) -> None:
    (find_folder(evidence, DIGEST) / "texts" / f"{TEXT_DIGEST}.txt").unlink()
    assert list_findings(evidence, TEXT_DIGEST) == [(f"{HOME}/texts/{TEXT_DIGEST}.txt", "missing")]


def test_what_is_gone_without_a_trace_is_missed_by_those_who_know_of_it(evidence: Path) -> None:
    assert list_findings(evidence, "0" * 64) == [(f"evidence/{'0' * 64}", "missing")]


@pytest.mark.parametrize(
    "name",
    [
        "note.txt",
        f"{DIGEST[:2]}/note.txt",
        f"{DIGEST[:2]}/{DIGEST}/note.txt",
        f"{DIGEST[:2]}/{DIGEST}/captures/note.json",
        f"{DIGEST[:2]}/{DIGEST}/captures/{DIGEST}.txt",
        f"{DIGEST[:2]}/{DIGEST}/notes/{DIGEST}.json",
        f"00/{DIGEST}/original",
    ],
)
def test_a_file_that_does_not_belong_there_is_named(name: str, evidence: Path) -> None:
    path = evidence / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(WORDS)
    assert list_findings(evidence) == [(f"evidence/{name}", "unknown")]


def test_a_link_in_place_of_a_file_is_named(evidence: Path) -> None:
    path = find_folder(evidence, DIGEST) / "original"
    path.rename(evidence.parent / f"{evidence.name}-original")
    path.symlink_to(evidence.parent / f"{evidence.name}-original")
    assert list_findings(evidence) == [(f"{HOME}/original", "unreadable")]


def test_a_record_beside_another_original_is_named(evidence: Path) -> None:
    other, _ = save_original(evidence, io.BytesIO(b"another"))
    (record,) = (find_folder(evidence, DIGEST) / "captures").iterdir()
    moved = find_folder(evidence, other) / "captures" / record.name
    moved.parent.mkdir()
    record.rename(moved)
    assert list_findings(evidence) == [
        (f"evidence/{other[:2]}/{other}/captures/{record.name}", "moved")
    ]


def test_a_record_that_is_none_is_named(evidence: Path) -> None:
    content = b"{}"
    name = f"{hashlib.sha256(content).hexdigest()}.json"
    (find_folder(evidence, DIGEST) / "captures" / name).write_bytes(content)
    assert list_findings(evidence) == [(f"{HOME}/captures/{name}", "unreadable")]


def test_passing_files_are_not_looked_at(evidence: Path) -> None:
    (evidence / "incoming" / "tmp123").write_bytes(b"half of")
    assert list_findings(evidence) == []


def test_whatever_happens_to_a_sealed_file_is_named(tmp_path: Path) -> None:
    save_original(tmp_path, io.BytesIO(WORDS), SEALED)
    capture = Capture(sha256=DIGEST, size=len(WORDS), who="Ilse Varn", when=WHEN, means="by mail")
    record = save_capture(tmp_path, capture, SEALED)
    expected = (DIGEST, record)
    assert audit_evidence(tmp_path, expected, SEALED) == ()
    first, second = list_files(tmp_path)
    contents = first.read_bytes(), second.read_bytes()
    for path, content in zip((first, second), contents, strict=True):
        path.chmod(0o600)
        where = f"evidence/{path.relative_to(tmp_path).as_posix()}"
        # What is sealed rightly, but under the name of something else, is found as well.
        for changed in (content[:-1], content[:60] + b"x" + content[61:], contents[path is first]):
            path.write_bytes(changed)
            assert where in {found.where for found in audit_evidence(tmp_path, expected, SEALED)}
        path.write_bytes(content)
    first.unlink()
    gone = name_digest(SEALED, record)
    (found,) = audit_evidence(tmp_path, expected, SEALED)
    assert (found.where, found.code) == (f"evidence/{gone}", "missing")
