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
    copy_originals,
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
from firsthand.store.locks import LOCK
from firsthand.store.vaults import PLAIN, Vault

WORDS = b"<p>At least nine people were killed.</p>"
DIGEST = hashlib.sha256(WORDS).hexdigest()
SEALED = Vault(seal=b"s" * 32, names=b"n" * 32)
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


class Watched(io.BytesIO):
    """Bytes that look, whenever they are read on, at what was written of them so far."""

    folder: Path
    seen: bool = False

    def read(self, size: int | None = -1, /) -> bytes:
        paths = self.folder.rglob("*")
        self.seen |= any(b"nine people" in path.read_bytes() for path in paths if path.is_file())
        return super().read(size)


@pytest.mark.parametrize(("vault", "seen"), [(PLAIN, True), (SEALED, False)])
def test_sealed_bytes_never_lie_open_on_the_disk(tmp_path: Path, vault: Vault, seen: bool) -> None:
    source = Watched(WORDS * 40_000)
    source.folder = tmp_path
    sha256, _ = save_original(tmp_path, source, vault)
    assert read_original(tmp_path, sha256, vault) == WORDS * 40_000
    assert source.seen is seen


def test_sealed_evidence_gives_what_was_kept_to_whoever_has_its_keys(tmp_path: Path) -> None:
    evidence = tmp_path / "evidence"
    assert save_original(evidence, io.BytesIO(WORDS), SEALED) == (DIGEST, len(WORDS))
    assert save_original(evidence, io.BytesIO(WORDS), SEALED) == (DIGEST, len(WORDS))
    save_capture(evidence, CAPTURE, SEALED)
    save_text(evidence, TEXT, make_extraction(TEXT), SEALED)
    assert read_original(evidence, DIGEST, SEALED) == WORDS
    assert list_captures(evidence, DIGEST, SEALED) == (CAPTURE,)
    assert list_extractions(evidence, DIGEST, SEALED) == (make_extraction(TEXT),)
    assert not any(DIGEST in str(path) for path in evidence.rglob("*"))
    with pytest.raises(BrokenEvidence):
        read_original(evidence, DIGEST)
    other = Vault(seal=b"o" * 32, names=SEALED.names)
    with pytest.raises(BrokenEvidence, match="another key"):
        read_original(evidence, DIGEST, other)
    (tmp_path / "out").mkdir()
    copy_originals(evidence, tmp_path / "out", SEALED)
    assert (tmp_path / "out" / DIGEST).read_bytes() == WORDS
    erase_original(evidence, DIGEST, SEALED)
    assert not any(path.is_file() for path in evidence.rglob("*"))


def test_nothing_is_written_openly_beside_a_lock(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text("{}")
    with pytest.raises(BrokenEvidence, match="keys were not given"):
        save_original(tmp_path / "evidence", io.BytesIO(WORDS))
    assert not (tmp_path / "evidence").exists()
