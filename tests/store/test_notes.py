"""A note holds only if a known key signed exactly its text."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from firsthand.errors import BrokenLedger
from firsthand.store.keys import (
    encode_base64,
    make_key,
    make_private_key,
    write_public_pem,
)
from firsthand.store.notes import add_signature, read_note, sign_text, verify_note

PRIVATE, WITNESS = make_private_key(), make_private_key()
KEY, WITNESS_KEY = make_key("harbour.example", PRIVATE), make_key("witness.example", WITNESS)
TEXT = "harbour.example\n3\n\nnine of them\n"
NOTE = sign_text(TEXT, "harbour.example", PRIVATE)


def test_a_note_is_its_text_and_signatures_below() -> None:
    signature = encode_base64(KEY.id + PRIVATE.sign(TEXT.encode()))
    assert f"{TEXT}\n— harbour.example {signature}\n" == NOTE
    note, signers = verify_note(NOTE, [KEY])
    assert note.text == TEXT
    assert signers == (KEY,)


def test_a_witness_signs_the_same_text() -> None:
    content = add_signature(NOTE, "witness.example", WITNESS)
    assert verify_note(content, [KEY, WITNESS_KEY])[1] == (KEY, WITNESS_KEY)
    assert verify_note(content, [WITNESS_KEY])[1] == (WITNESS_KEY,)


def test_the_same_signature_twice_is_one_signer() -> None:
    assert verify_note(add_signature(NOTE, "harbour.example", PRIVATE), [KEY])[1] == (KEY,)


def test_an_unknown_key_proves_nothing() -> None:
    with pytest.raises(BrokenLedger, match="None of the known keys"):
        verify_note(NOTE, [WITNESS_KEY])


def test_a_key_under_another_name_is_not_known() -> None:
    with pytest.raises(BrokenLedger, match="None of the known keys"):
        verify_note(NOTE.replace("— harbour", "— harbor"), [KEY])


def test_a_known_key_that_signed_something_else_is_refused() -> None:
    content = add_signature(NOTE, "witness.example", WITNESS).replace("nine", "none")
    with pytest.raises(BrokenLedger, match="is not that of this text"):
        verify_note(content, [KEY, WITNESS_KEY])


@given(some.integers(0, len(NOTE.encode()) - 1), some.integers(1, 255))
def test_no_changed_byte_goes_unseen(place: int, change: int) -> None:
    content = bytearray(NOTE.encode())
    content[place] ^= change
    with pytest.raises(BrokenLedger):
        verify_note(content.decode("utf-8", "surrogateescape"), [KEY])


@given(some.integers(0, len(NOTE) - 1))
def test_no_note_that_was_cut_off_holds(end: int) -> None:
    with pytest.raises(BrokenLedger):
        verify_note(NOTE[:end], [KEY])


@pytest.mark.parametrize("text", ["", "\n", "no end", "tab\tinside\n", "half \ud800\n", "a\r\n"])
def test_what_no_note_can_hold_is_not_signed(text: str) -> None:
    with pytest.raises(BrokenLedger, match="whole lines"):
        sign_text(text, "harbour.example", PRIVATE)


@pytest.mark.parametrize(
    "below",
    ["harbour.example AAAAAAA=", "— harbour.example", "— harbour.example AAAA", "— a+b AAAAAAA="],
)
def test_what_is_no_signature_is_refused(below: str) -> None:
    with pytest.raises(BrokenLedger):
        read_note(f"{TEXT}\n{below}\n")


def test_a_flood_is_refused() -> None:
    line = NOTE.splitlines()[-1]
    with pytest.raises(BrokenLedger, match="101 signatures"):
        read_note(f"{TEXT}\n" + f"{line}\n" * 101)
    with pytest.raises(BrokenLedger, match="characters"):
        read_note("x" * 1_000_001)


def test_openssl_verifies_the_signature(tmp_path: Path) -> None:
    """docs/safety.md tells a second person to do this."""
    (tmp_path / "key.pem").write_bytes(write_public_pem(KEY))
    (tmp_path / "text").write_bytes(TEXT.encode())
    (tmp_path / "signed").write_bytes(read_note(NOTE).signatures[0].signed)
    command = "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in text -sigfile signed"
    done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=True)
    assert b"Verified Successfully" in done.stdout
