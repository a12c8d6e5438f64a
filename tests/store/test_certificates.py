"""Certificates are sorted; everything else of a response stays as it was."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from torture.authorities import Habits, make_authority, stamp

from firsthand.errors import BrokenLedger
from firsthand.store.certificates import sort_certificates
from firsthand.store.timestamps import make_request


def wrap(tag: int, content: bytes) -> bytes:
    """Put content into an element of DER, with a long length where it needs one."""
    if len(content) < 128:
        return bytes([tag, len(content)]) + content
    length = len(content).to_bytes(2)
    return bytes([tag, 0x82]) + length + content


def make_response(certificates: list[bytes]) -> bytes:
    kind = wrap(0x06, b"\x2a\x03")
    signed = wrap(0x30, wrap(0x02, b"\x03") + wrap(0xA0, b"".join(certificates)))
    token = wrap(0x30, kind + wrap(0xA0, signed))
    return wrap(0x30, wrap(0x30, wrap(0x02, b"\x00")) + token)


def test_certificates_are_put_in_order() -> None:
    short, long = wrap(0x30, b"\x05\x00"), wrap(0x30, b"\x04\x81\xc8" + bytes(200))
    assert sort_certificates(make_response([long, short])) == make_response([short, long])
    assert sort_certificates(make_response([short, long])) == make_response([short, long])


def test_a_chain_of_openssl_is_put_in_order(tmp_path: Path) -> None:
    authority = make_authority(tmp_path / "chain", "Chained Clock", Habits(chain=True))
    raw = stamp(authority, make_request(b"words").content)
    ordered = sort_certificates(raw)
    assert sorted(ordered) == sorted(raw)
    assert sort_certificates(ordered) == ordered


def test_a_refusal_without_a_token_is_left_alone() -> None:
    refusal = wrap(0x30, wrap(0x30, wrap(0x02, b"\x02")))
    assert sort_certificates(refusal) == refusal


@pytest.mark.parametrize(
    "raw", [b"", b"\x30", b"\x30\x05\x00", b"\x30\x80\x00\x00", b"\x30\x85\x00"]
)
def test_what_is_no_der_is_refused(raw: bytes) -> None:
    with pytest.raises(BrokenLedger):
        sort_certificates(raw)


@given(some.binary(max_size=60))
def test_any_bytes_are_sorted_or_refused(raw: bytes) -> None:
    with suppress(BrokenLedger):
        assert len(sort_certificates(raw)) == len(raw)
