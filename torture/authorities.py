"""Authorities of time for tests: each a key and certificates of its own, answering by openssl."""

import datetime
import subprocess
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import Certificate
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from msgspec import Struct

# What a timestamp says, as a kind of signed content (RFC 3161, section 2.4.2).
SAID = "1.2.840.113549.1.9.16.1.4"
DAY = datetime.timedelta(days=1)
SETTINGS = """
[tsa]
default_tsa = one
[one]
serial = serial
crypto_device = builtin
signer_cert = signer.pem
signer_key = signer.key
{chain}
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = {digests}
accuracy = secs:1, millisecs:500
ordering = no
tsa_name = {named}
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


class Authority(Struct, frozen=True, kw_only=True):
    """An authority in a folder, with the root that vouches for it."""

    folder: Path
    root: Certificate


class Habits(Struct, frozen=True, kw_only=True):
    """How an authority differs from a plain one: what it may sign, how long, what it sends."""

    usage: x509.ObjectIdentifier = ExtendedKeyUsageOID.TIME_STAMPING
    critical: bool = True
    begins: datetime.timedelta = -DAY
    lasts: datetime.timedelta = 2 * DAY
    chain: bool = False
    named: bool = True
    digests: str = "sha256, sha384, sha512"


def make_authority(folder: Path, name: str, habits: Habits | None = None) -> Authority:
    """Make an authority; its root and its signer have keys of their own."""
    habits = habits or Habits()
    folder.mkdir(parents=True)
    root_key, signer_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = (
        _begin(f"{name} root", f"{name} root", root_key.public_key(), Habits())
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_name_key(root_key), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    signer = (
        _begin(name, f"{name} root", signer_key.public_key(), habits)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([habits.usage]), critical=habits.critical)
        .add_extension(_name_issuer(root_key), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    secret = signer_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "signer.key").write_bytes(secret)
    (folder / "signer.pem").write_bytes(signer.public_bytes(Encoding.PEM))
    (folder / "root.pem").write_bytes(root.public_bytes(Encoding.PEM))
    (folder / "serial").write_text("01\n", "ascii")
    settings = SETTINGS.format(
        chain="certs = root.pem" if habits.chain else "",
        named="yes" if habits.named else "no",
        digests=habits.digests,
    )
    (folder / "settings").write_text(settings, "ascii")
    return Authority(folder=folder, root=root)


def stamp(authority: Authority, request: bytes) -> bytes:
    """Answer a request as the authority does."""
    (authority.folder / "request").write_bytes(request)
    command = "openssl ts -reply -config settings -queryfile request -out answer"
    subprocess.run(command.split(), cwd=authority.folder, check=True, capture_output=True)
    return (authority.folder / "answer").read_bytes()


def stamp_by_force(authority: Authority, honest: bytes) -> bytes:
    """Sign anew what an honest answer says, as an authority with a certificate for anything can.

    `openssl ts` itself stamps only with certificates that are for stamping.
    """
    (authority.folder / "honest").write_bytes(honest)
    for command in (
        "openssl ts -reply -in honest -token_out -out token",
        "openssl cms -verify -noverify -inform DER -in token -out said",
        "openssl cms -sign -binary -nodetach -in said -signer signer.pem -inkey signer.key"
        f" -econtent_type {SAID} -outform DER -out forced",
    ):
        subprocess.run(command.split(), cwd=authority.folder, check=True, capture_output=True)
    token = (authority.folder / "forced").read_bytes()
    granted = b"\x30\x03\x02\x01\x00" + token
    return b"\x30\x82" + len(granted).to_bytes(2) + granted


def _begin(
    name: str, issuer: str, key: ec.EllipticCurvePublicKey, habits: Habits
) -> x509.CertificateBuilder:
    now = datetime.datetime.now(datetime.UTC)
    begins = now + habits.begins
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + habits.lasts)
    )


def _name_key(key: ec.EllipticCurvePrivateKey) -> x509.SubjectKeyIdentifier:
    return x509.SubjectKeyIdentifier.from_public_key(key.public_key())


def _name_issuer(key: ec.EllipticCurvePrivateKey) -> x509.AuthorityKeyIdentifier:
    """Tell roots of one name apart by their keys."""
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())
