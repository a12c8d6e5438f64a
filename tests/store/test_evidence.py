"""Evidence is kept as received, with how it came, and every reading stands beside it."""

import hashlib
import io
from pathlib import Path

import pytest
from msgspec.structs import replace

from firsthand.errors import BrokenEvidence
from firsthand.store.evidence import (
    Capture,
    Extraction,
    erase_original,
    find_folder,
    list_captures,
    list_extractions,
    read_original,
    read_record,
    save_capture,
    save_original,
    save_text,
    write_record,
)
from firsthand.store.inventories import audit_evidence

WORDS = b"<p>At least nine people were killed.</p>"
DIGEST = hashlib.sha256(WORDS).hexdigest()
TEXT = "At least nine people were killed."
CAPTURE = Capture(
    sha256=DIGEST,
    size=len(WORDS),
    who="Ilse Varn",
    when="2019-05-14T09:30:00Z",
    means="saved from the browser",
    uri="https://courier.example/nine",
)


def make_extraction(
    text: str, version: str = "1", when: str = "2019-05-14T10:00:00Z"
) -> Extraction:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Extraction(
        sha256=DIGEST, text_sha256=digest, extractor="html", version=version, when=when
    )


def keep(evidence: Path) -> None:
    save_original(evidence, io.BytesIO(WORDS))
    save_capture(evidence, CAPTURE)
    save_text(evidence, TEXT, make_extraction(TEXT))


def test_bytes_are_found_by_their_digest(tmp_path: Path) -> None:
    assert save_original(tmp_path, io.BytesIO(WORDS)) == (DIGEST, len(WORDS))
    assert save_original(tmp_path, io.BytesIO(WORDS)) == (DIGEST, len(WORDS))
    assert read_original(tmp_path, DIGEST) == WORDS
    assert (tmp_path / DIGEST[:2] / DIGEST / "original").is_file()


def test_the_same_bytes_can_come_twice(tmp_path: Path) -> None:
    keep(tmp_path)
    later = replace(CAPTURE, when="2019-08-01T12:00:00Z", gone_since="2019-07-30", uri=None)
    save_capture(tmp_path, later)
    save_capture(tmp_path, CAPTURE)
    assert list_captures(tmp_path, DIGEST) == (CAPTURE, later)


def test_a_second_reading_stands_beside_the_first(tmp_path: Path) -> None:
    keep(tmp_path)
    other = "At least nine people were killed.\n"
    second = make_extraction(other, "2", "2020-01-01T00:00:00Z")
    same = make_extraction(TEXT, "3", "2020-02-01T00:00:00Z")
    save_text(tmp_path, other, second)
    save_text(tmp_path, TEXT, same)
    assert list_extractions(tmp_path, DIGEST) == (make_extraction(TEXT), second, same)
    texts = find_folder(tmp_path, DIGEST) / "texts"
    assert {path.read_text("utf-8") for path in texts.iterdir()} == {TEXT, other}


def test_a_record_needs_its_original(tmp_path: Path) -> None:
    with pytest.raises(BrokenEvidence, match="Keep it first"):
        save_capture(tmp_path, CAPTURE)


def test_a_text_needs_its_own_record(tmp_path: Path) -> None:
    save_original(tmp_path, io.BytesIO(WORDS))
    with pytest.raises(BrokenEvidence, match="another text"):
        save_text(tmp_path, "something else", make_extraction(TEXT))


@pytest.mark.parametrize(
    "capture",
    [replace(CAPTURE, when="yesterday"), replace(CAPTURE, size=-1), replace(CAPTURE, who="")],
)
def test_a_record_that_could_not_be_read_is_not_kept(capture: Capture, tmp_path: Path) -> None:
    save_original(tmp_path, io.BytesIO(WORDS))
    with pytest.raises(BrokenEvidence, match="cannot be read"):
        save_capture(tmp_path, capture)
    assert list_captures(tmp_path, DIGEST) == ()


def test_a_record_has_one_form() -> None:
    content = write_record(CAPTURE)
    assert content.startswith(b'{"archived":null,"gone_since":null,')
    assert read_record(content, Capture) == CAPTURE


@pytest.mark.parametrize("digest", ["", "..", "../" * 20, DIGEST.upper(), DIGEST + "\n", "a" * 63])
def test_a_digest_cannot_lead_elsewhere(digest: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenEvidence, match="is not the SHA-256"):
        read_original(tmp_path, digest)


def test_changed_bytes_are_not_given_out(tmp_path: Path) -> None:
    keep(tmp_path)
    path = find_folder(tmp_path, DIGEST) / "original"
    path.chmod(0o600)
    path.write_bytes(WORDS.replace(b"nine", b"none"))
    with pytest.raises(BrokenEvidence, match="was changed"):
        read_original(tmp_path, DIGEST)
    with pytest.raises(BrokenEvidence, match="other bytes are there"):
        save_original(tmp_path, io.BytesIO(WORDS))


def test_what_is_erased_is_gone_with_all_beside_it(tmp_path: Path) -> None:
    keep(tmp_path)
    save_original(tmp_path, io.BytesIO(b"another"))
    erase_original(tmp_path, DIGEST)
    erase_original(tmp_path, DIGEST)
    assert not any(b"nine" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert audit_evidence(tmp_path) == ()
    with pytest.raises(BrokenEvidence, match="cannot be read"):
        read_original(tmp_path, DIGEST)
