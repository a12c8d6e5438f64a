"""An entry that is disclosed can be checked by anyone; docs/safety.md says how, and is tested."""

import hashlib
import io
import re
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from msgspec.structs import replace
from torture.authorities import make_authority, stamp

from firsthand.errors import BrokenLedger
from firsthand.store.checkpoints import open_checkpoint
from firsthand.store.disclosures import (
    disclose_entry,
    read_disclosure,
    verify_disclosure,
    write_disclosure,
)
from firsthand.store.evidence import Capture, Extraction, save_capture, save_original, save_text
from firsthand.store.keys import make_key, make_private_key, write_public_pem
from firsthand.store.leaves import Event
from firsthand.store.ledgers import (
    Ledger,
    append_event,
    checkpoint_ledger,
    erase_entry,
    open_ledger,
)
from firsthand.store.timestamps import make_request

ORIGIN, WHEN = "harbour.example", "2019-05-14T09:30:00Z"
PRIVATE = make_private_key()
KEY = make_key(ORIGIN, PRIVATE)
SAFETY = Path(__file__).parents[2] / "docs" / "safety.md"
TEXT = "At least nine people were killed."


def make_ledger(count: int = 11) -> Ledger:
    ledger = open_ledger([])
    for number in range(count):
        event = Event(when=WHEN, who="Ilse Varn", kind="ingest", subjects=(f"r-{number}",))
        ledger, _ = append_event(ledger, event)
    return ledger


def test_every_entry_is_disclosed_against_a_checkpoint() -> None:
    ledger = make_ledger()
    checkpoint = open_checkpoint(checkpoint_ledger(ledger, ORIGIN, PRIVATE, None), KEY)
    ledger, _ = append_event(ledger, Event(when=WHEN, who="Ilse Varn", kind="export"))
    for sequence in range(11):
        disclosure = disclose_entry(ledger, sequence, checkpoint.size)
        entry = verify_disclosure(read_disclosure(write_disclosure(disclosure)), checkpoint)
        assert entry.subjects == (f"r-{sequence}",)


def test_a_disclosure_of_something_else_is_refused() -> None:
    ledger = make_ledger()
    checkpoint = open_checkpoint(checkpoint_ledger(ledger, ORIGIN, PRIVATE, None), KEY)
    honest = disclose_entry(ledger, 4)
    for false in (
        replace(honest, entry=honest.entry.replace("Ilse", "Else")),
        replace(honest, salt="0" * 64),
        replace(honest, index=5),
        replace(honest, size=10),
        replace(honest, hashes=honest.hashes[:-1]),
        disclose_entry(make_ledger(), 4),
    ):
        with pytest.raises(BrokenLedger, match="does not hold this one"):
            verify_disclosure(false, checkpoint)


@pytest.mark.parametrize("content", [b"", b"{}", b"words"])
def test_what_is_no_disclosure_is_refused(content: bytes) -> None:
    with pytest.raises(BrokenLedger, match="cannot be read"):
        read_disclosure(content)


def test_an_erased_entry_cannot_be_disclosed() -> None:
    ledger, _ = erase_entry(make_ledger(), 4, when=WHEN, who="Ilse Varn", reason=b"")
    with pytest.raises(BrokenLedger, match="is erased"):
        disclose_entry(ledger, 4)


def list_recipes() -> list[str]:
    """Return the commands that the page of safety gives for checking by hand."""
    chapter = SAFETY.read_text("utf-8").split("### Check it with openssl and sha256sum")[1]
    return re.findall(r"^```\n(.*?)^```$", chapter.split("\n### ")[0], re.DOTALL | re.MULTILINE)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Make what a second person is given: evidence, checkpoint, key, timestamp, roots, proof."""
    sha256, size = save_original(tmp_path / "evidence", io.BytesIO(b"<p>words</p>"))
    capture = Capture(sha256=sha256, size=size, who="Ilse Varn", when=WHEN, means="by mail")
    save_capture(tmp_path / "evidence", capture)
    text_sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    extraction = Extraction(
        sha256=sha256, text_sha256=text_sha256, extractor="html", version="1", when=WHEN
    )
    save_text(tmp_path / "evidence", TEXT, extraction)
    ledger = make_ledger()
    checkpoint = checkpoint_ledger(ledger, ORIGIN, PRIVATE, None).encode()
    clock = make_authority(tmp_path / "clock", "Harbour Clock")
    (tmp_path / "checkpoint").write_bytes(checkpoint)
    (tmp_path / "key.pem").write_bytes(write_public_pem(KEY))
    raw = stamp(clock, make_request(checkpoint).content)
    (tmp_path / "checkpoint.tsr").write_bytes(raw)
    (tmp_path / "roots.pem").write_bytes(clock.root.public_bytes(Encoding.PEM))
    (tmp_path / "proof.json").write_bytes(write_disclosure(disclose_entry(ledger, 4)))
    return tmp_path


def run(recipe: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    command = ["bash", "-euo", "pipefail", "-c", recipe]
    return subprocess.run(command, cwd=folder, capture_output=True)


def test_the_page_of_safety_is_right(package: Path) -> None:
    recipes = list_recipes()
    assert len(recipes) == 4
    for recipe in recipes:
        done = run(recipe, package)
        assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (0, "evidence/*/*/original"),
        (0, "evidence/*/*/*/*.json"),
        (0, "evidence/*/*/*/*.txt"),
        (1, "checkpoint"),
        (1, "key.pem"),
        (2, "checkpoint"),
        (2, "checkpoint.tsr"),
        (3, "proof.json"),
        (3, "checkpoint"),
    ],
)
def test_its_commands_see_what_was_changed(number: int, name: str, package: Path) -> None:
    path = next(iter(sorted(package.glob(name))))
    content = bytearray(path.read_bytes())
    # In the middle stands something that counts: words, a root, a key, a hash, a signature.
    place = content.index(b"\n", 20) - 3 if name == "checkpoint" else len(content) // 2
    content[place] ^= 1
    path.chmod(0o600)
    path.write_bytes(bytes(content))
    assert run(list_recipes()[number], package).returncode != 0
