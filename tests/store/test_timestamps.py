"""A timestamp holds only for its own bytes, from an authority whose root was chosen."""

import datetime
import time
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID
from torture.authorities import Authority, Habits, make_authority, stamp, stamp_by_force

from firsthand.errors import BrokenLedger
from firsthand.store.timestamps import (
    make_request,
    read_roots,
    verify_timestamp,
    verify_with_openssl,
)

CONTENT = b"harbour.example\n3\n"


@pytest.fixture
def clock(tmp_path: Path) -> Authority:
    return make_authority(tmp_path / "clock", "Harbour Clock")


def test_a_timestamp_says_when_and_by_whom(clock: Authority) -> None:
    request = make_request(CONTENT)
    said = verify_timestamp(stamp(clock, request.content), CONTENT, [clock.root], request.nonce)
    assert abs(said.when - datetime.datetime.now(datetime.UTC)) < datetime.timedelta(minutes=1)
    assert (said.authority, said.policy) == ("CN=Harbour Clock", "1.2.3.4.1")
    assert (said.accuracy, said.serial) == (1.5, 2)


def test_openssl_comes_to_the_same(clock: Authority) -> None:
    raw = stamp(clock, make_request(CONTENT).content)
    said = verify_timestamp(raw, CONTENT, [clock.root])
    assert verify_with_openssl(raw, CONTENT, [clock.root], said.when) is True
    assert verify_with_openssl(raw, b"other", [clock.root], said.when) is False
    later = said.when + datetime.timedelta(days=400)
    assert verify_with_openssl(raw, CONTENT, [clock.root], later) is False


def test_where_openssl_is_missing_nothing_is_said(
    clock: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = stamp(clock, make_request(CONTENT).content)
    monkeypatch.setenv("PATH", "")
    assert verify_with_openssl(raw, CONTENT, [clock.root], datetime.datetime.now()) is None


def test_other_bytes_have_no_timestamp(clock: Authority) -> None:
    raw = stamp(clock, make_request(CONTENT).content)
    with pytest.raises(BrokenLedger, match="does not hold"):
        verify_timestamp(raw, CONTENT + b"\n", [clock.root])


def test_an_answer_to_another_request_is_refused(clock: Authority) -> None:
    raw = stamp(clock, make_request(CONTENT).content)
    with pytest.raises(BrokenLedger, match="Nonce"):
        verify_timestamp(raw, CONTENT, [clock.root], make_request(CONTENT).nonce)


def test_an_authority_of_the_same_name_is_another_one(clock: Authority, tmp_path: Path) -> None:
    other = make_authority(tmp_path / "other", "Harbour Clock")
    raw = stamp(other, make_request(CONTENT).content)
    with pytest.raises(BrokenLedger, match="does not hold"):
        verify_timestamp(raw, CONTENT, [clock.root])
    assert verify_timestamp(raw, CONTENT, [clock.root, other.root]).authority == "CN=Harbour Clock"


@pytest.mark.parametrize(
    "habits",
    [
        Habits(begins=datetime.timedelta(days=-9), lasts=datetime.timedelta(days=2)),
        Habits(begins=datetime.timedelta(days=3)),
    ],
)
def test_a_certificate_of_another_time_is_refused(habits: Habits, tmp_path: Path) -> None:
    clock = make_authority(tmp_path / "late", "Late Clock", habits)
    with pytest.raises(BrokenLedger, match="does not hold"):
        verify_timestamp(stamp(clock, make_request(CONTENT).content), CONTENT, [clock.root])


@pytest.mark.parametrize(
    ("habits", "reason"),
    [
        (Habits(usage=ExtendedKeyUsageOID.CODE_SIGNING), "KeyPurposeID|purpose"),
        (Habits(critical=False), "not critical|purpose"),
    ],
)
def test_a_certificate_for_something_else_is_refused(
    habits: Habits, reason: str, clock: Authority, tmp_path: Path
) -> None:
    honest = stamp(clock, make_request(CONTENT).content)
    assert verify_timestamp(stamp_by_force(clock, honest), CONTENT, [clock.root])
    odd = make_authority(tmp_path / "odd", "Odd Clock", habits)
    with pytest.raises(BrokenLedger, match=reason):
        verify_timestamp(stamp_by_force(odd, honest), CONTENT, [odd.root])


def test_a_timestamp_outlives_the_certificate_of_its_authority(tmp_path: Path) -> None:
    second = datetime.timedelta(seconds=1)
    clock = make_authority(
        tmp_path / "brief", "Brief Clock", Habits(begins=-second, lasts=3 * second)
    )
    raw = stamp(clock, make_request(CONTENT).content)
    time.sleep(3)
    said = verify_timestamp(raw, CONTENT, [clock.root])
    assert verify_with_openssl(raw, CONTENT, [clock.root], said.when) is True
    with pytest.raises(BrokenLedger, match="does not hold"):
        verify_timestamp(stamp(clock, make_request(CONTENT).content), CONTENT, [clock.root])


def test_a_chain_in_any_order_is_read(tmp_path: Path) -> None:
    clock = make_authority(tmp_path / "chain", "Chained Clock", Habits(chain=True, named=False))
    said = verify_timestamp(stamp(clock, make_request(CONTENT).content), CONTENT, [clock.root])
    assert said.authority is None


def test_a_refusal_says_why(tmp_path: Path) -> None:
    clock = make_authority(tmp_path / "picky", "Picky Clock", Habits(digests="sha256"))
    raw = stamp(clock, make_request(CONTENT).content)
    with pytest.raises(BrokenLedger, match=r"refused \(2\): Message digest algorithm"):
        verify_timestamp(raw, CONTENT, [clock.root])


@pytest.mark.parametrize("raw", [b"", b"words", b"\x30\x03\x02\x01\x00", bytes(100_001)])
def test_what_is_no_timestamp_is_refused(raw: bytes, clock: Authority) -> None:
    with pytest.raises(BrokenLedger):
        verify_timestamp(raw, CONTENT, [clock.root])


def test_nobody_vouches_where_no_root_was_chosen(clock: Authority) -> None:
    raw = stamp(clock, make_request(CONTENT).content)
    with pytest.raises(BrokenLedger, match="root"):
        verify_timestamp(raw, CONTENT, [])


def test_roots_are_read_from_a_file(clock: Authority) -> None:
    pem = clock.root.public_bytes(Encoding.PEM)
    assert read_roots(pem + pem) == (clock.root, clock.root)
    with pytest.raises(BrokenLedger, match="no certificates"):
        read_roots(b"words")
