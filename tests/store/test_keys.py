"""Keys are written as others write them, and locked when a passphrase is given."""

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from firsthand.errors import BrokenLedger
from firsthand.store.keys import (
    Key,
    check_name,
    decode_base64,
    encode_base64,
    make_key,
    make_private_key,
    read_key,
    read_private_key,
    verify_signature,
    write_key,
    write_private_key,
    write_public_pem,
)

# The public key of the Go project's checksum database, which has the same text form.
PUBLISHED = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"


def test_a_published_key_is_read_and_written_as_it_was() -> None:
    assert read_key(PUBLISHED).id.hex() == "033de0ae"
    assert write_key(read_key(f"{PUBLISHED}\n")) == PUBLISHED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sum.golang.org",
        PUBLISHED.replace("033d", "133d"),
        PUBLISHED.replace("+Ac4z", "+Bc4z"),
        PUBLISHED[:-4],
        PUBLISHED.replace("golang", "golang2"),
        PUBLISHED.replace("sum.", "sum "),
    ],
)
def test_a_damaged_key_is_refused(text: str) -> None:
    with pytest.raises(BrokenLedger):
        read_key(text)


def test_a_key_signs_for_itself_only() -> None:
    private = make_private_key()
    key = make_key("harbour.example", private)
    signed = private.sign(b"words")
    assert verify_signature(key, b"words", signed)
    assert not verify_signature(key, b"other words", signed)
    assert not verify_signature(key, b"words", signed[:-1])
    assert not verify_signature(make_key("harbour.example", make_private_key()), b"words", signed)
    assert not verify_signature(Key(name="short", public=b"short"), b"words", signed)


@pytest.mark.parametrize("passphrase", [b"", b"nine grey herons"])
def test_a_private_key_comes_back_from_its_file(passphrase: bytes) -> None:
    private = make_private_key()
    content = write_private_key(private, passphrase)
    assert (b"ENCRYPTED" in content) is bool(passphrase)
    assert read_private_key(content, passphrase).private_bytes_raw() == private.private_bytes_raw()


@pytest.mark.parametrize("passphrase", [b"", b"ten grey herons"])
def test_a_locked_key_needs_its_passphrase(passphrase: bytes) -> None:
    content = write_private_key(make_private_key(), b"nine grey herons")
    with pytest.raises(BrokenLedger, match="passphrase"):
        read_private_key(content, passphrase)


def test_a_key_of_another_kind_is_refused() -> None:
    content = generate_private_key(SECP256R1()).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    with pytest.raises(BrokenLedger, match="no Ed25519 key"):
        read_private_key(content, b"")


def test_the_public_half_is_written_for_openssl() -> None:
    content = write_public_pem(read_key(PUBLISHED))
    assert content.startswith(b"-----BEGIN PUBLIC KEY-----\n")


@pytest.mark.parametrize("name", ["", "two words", "a+b", "tab\t", "bell\x07", "wide\u3000blank"])
def test_a_name_has_no_blanks_and_no_plus(name: str) -> None:
    with pytest.raises(BrokenLedger, match="cannot name a key"):
        check_name(name)


@pytest.mark.parametrize("text", ["AAA", "AAB=", "AA==\n", "AA-_", "ÄÄ==", " AA=="])
def test_base64_has_one_right_form(text: str) -> None:
    with pytest.raises(BrokenLedger, match="base64"):
        decode_base64(text)
    assert decode_base64(encode_base64(b"\x00")) == b"\x00"
