"""Timestamps of RFC 3161: somebody else's signed word that bytes existed at a time.

The response is kept as received: bytes that no signature covers (about one in seventy) can be
changed without notice, so its digest belongs into the ledger. It is verified as of the time it
states, against roots that the user has chosen; the roots of web browsers are none.
"""

import datetime
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from shutil import which

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate, DirectoryName
from msgspec import Struct
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    TimeStampTokenInfo,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from firsthand.errors import BrokenLedger
from firsthand.store.certificates import sort_certificates

# A response with a long chain has about 8 KB.
MOST_BYTES = 100_000
SECONDS = 30


class Request(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is sent to an authority, and the nonce that its answer must repeat."""

    content: bytes
    nonce: int


class Timestamp(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a verified response says: when, how exactly (seconds), by whom, under which policy."""

    when: datetime.datetime
    accuracy: float | None
    authority: str | None
    policy: str
    serial: int


def make_request(content: bytes) -> Request:
    """Make a request for a timestamp of bytes; only their SHA-512 is in it."""
    request = TimestampRequestBuilder().data(content).hash_algorithm(HashAlgorithm.SHA512).build()
    if request.nonce is None:
        raise BrokenLedger("The request has no nonce: an old answer would pass for a new one.")
    return Request(content=request.as_bytes(), nonce=request.nonce)


def read_roots(content: bytes) -> tuple[Certificate, ...]:
    """Read the root certificates of authorities from PEM; raises BrokenLedger if there are none."""
    try:
        return tuple(x509.load_pem_x509_certificates(content))
    except ValueError as error:
        raise BrokenLedger("The file of roots holds no certificates in PEM.") from error


def verify_timestamp(
    raw: bytes, content: bytes, roots: Sequence[Certificate], nonce: int | None = None
) -> Timestamp:
    """Return what a response says of the bytes; the nonce is checked where it is still known.

    Raises BrokenLedger unless one of the roots vouches for it and it is of these very bytes.
    """
    response = _read_response(raw)
    try:
        VerifierBuilder(roots=list(roots), nonce=nonce).build().verify_message(response, content)
        return _read_info(response.tst_info)
    except (VerificationError, ValueError) as error:
        raise BrokenLedger(f"The timestamp does not hold: {error}.") from error


def verify_with_openssl(
    raw: bytes, content: bytes, roots: Sequence[Certificate], when: datetime.datetime
) -> bool | None:
    """Let openssl verify a response as of the time it states; None where it is not installed."""
    openssl = which("openssl")
    if openssl is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "response").write_bytes(raw)
        (folder / "content").write_bytes(content)
        (folder / "roots").write_bytes(b"".join(map(_write_pem, roots)))
        command = "ts -verify -in response -data content -CAfile roots -attime".split()
        done = subprocess.run(
            [openssl, *command, str(int(when.timestamp()))],
            cwd=folder,
            capture_output=True,
            timeout=SECONDS,
        )
    return done.returncode == 0 and b"Verification: OK" in done.stdout + done.stderr


def _read_response(raw: bytes) -> TimeStampResponse:
    if len(raw) > MOST_BYTES:
        raise BrokenLedger(f"A timestamp of {len(raw):,} bytes is none.")
    try:
        response = decode_timestamp_response(sort_certificates(raw))
    except ValueError as error:
        raise BrokenLedger(f"The timestamp cannot be read: {error}.") from error
    if response.status != 0:
        words = " ".join(response.status_string) or "without a reason"
        raise BrokenLedger(f"The authority refused ({response.status}): {words}")
    return response


def _read_info(info: TimeStampTokenInfo) -> Timestamp:
    authority = info.name.value.rfc4514_string() if isinstance(info.name, DirectoryName) else None
    return Timestamp(
        when=info.gen_time,
        accuracy=_read_accuracy(info),
        authority=authority,
        policy=info.policy.dotted_string,
        serial=info.serial_number,
    )


def _read_accuracy(info: TimeStampTokenInfo) -> float | None:
    accuracy = info.accuracy
    if accuracy is None:
        return None
    parts = (accuracy.seconds or 0, accuracy.millis or 0, accuracy.micros or 0)
    return round(parts[0] + parts[1] / 1e3 + parts[2] / 1e6, 6)


def _write_pem(certificate: Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)
