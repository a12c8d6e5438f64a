"""Keys: the Ed25519 pair with which a ledger signs, and the text form of its public half.

The text form is that of C2SP signed-note: name, short id and key, joined by plus signs. The id
says which key made a signature; it is a part of a digest and no proof of anything.
"""

import base64
import binascii
import hashlib
from typing import TypeAlias

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Struct

from firsthand.errors import BrokenLedger

PrivateKey: TypeAlias = Ed25519PrivateKey

# The number that C2SP signed-note gives to Ed25519.
ED25519 = b"\x01"
KEY_BYTES, SIGNATURE_BYTES, ID_BYTES = 32, 64, 4


class Key(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The public half of a key, under the name of whoever signs with it."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Return the short id that stands before each signature of this key."""
        material = self.name.encode() + b"\n" + ED25519 + self.public
        return hashlib.sha256(material).digest()[:ID_BYTES]


def make_private_key() -> PrivateKey:
    """Draw a new key from the system's source of randomness."""
    return Ed25519PrivateKey.generate()


def make_key(name: str, private: PrivateKey) -> Key:
    """Return the public half of a key; raises BrokenLedger if the name cannot be one."""
    check_name(name)
    return Key(name=name, public=private.public_key().public_bytes_raw())


def write_key(key: Key) -> str:
    """Write a public key as one line of text."""
    return f"{key.name}+{key.id.hex()}+{encode_base64(ED25519 + key.public)}"


def read_key(text: str) -> Key:
    """Read a public key; raises BrokenLedger if it is damaged or of another kind."""
    name, _, rest = text.strip().partition("+")
    key_id, _, encoded = rest.partition("+")
    material = decode_base64(encoded)
    if material[:1] != ED25519 or len(material) != 1 + KEY_BYTES:
        raise BrokenLedger(f"The key of {name!r} is no Ed25519 key. Ask for it again.")
    key = Key(name=check_name(name), public=material[1:])
    if key.id.hex() != key_id:
        raise BrokenLedger(f"The key of {name!r} was damaged: its id is {key.id.hex()}.")
    return key


def write_private_key(private: PrivateKey, passphrase: bytes) -> bytes:
    """Write a private key as PEM, locked by the passphrase unless that is empty."""
    lock: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase:
        lock = serialization.BestAvailableEncryption(passphrase)
    return private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock
    )


def read_private_key(content: bytes, passphrase: bytes) -> PrivateKey:
    """Read a private key from PEM; raises BrokenLedger if it cannot be unlocked."""
    try:
        private = serialization.load_pem_private_key(content, passphrase or None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise BrokenLedger("The signing key cannot be read. Check file and passphrase.") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise BrokenLedger("The signing key is no Ed25519 key. Use the one the case was made with.")
    return private


def write_public_pem(key: Key) -> bytes:
    """Write a public key as PEM, for whoever checks signatures with openssl."""
    return Ed25519PublicKey.from_public_bytes(key.public).public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def verify_signature(key: Key, content: bytes, signature: bytes) -> bool:
    """Tell whether the key signed the content."""
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def check_name(name: str) -> str:
    """Return the name of a key; raises BrokenLedger if it is empty, spaced or has a plus sign."""
    odd = "+" in name or any(character.isspace() or character < " " for character in name)
    if not name or odd:
        raise BrokenLedger(f"{name!r} cannot name a key: it must have no blanks and no plus sign.")
    return name


def encode_base64(content: bytes) -> str:
    """Write bytes in base64."""
    return base64.b64encode(content).decode("ascii")


def decode_base64(text: str) -> bytes:
    """Read base64 in its one right form; raises BrokenLedger for any other."""
    try:
        content = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise BrokenLedger(f"{text[:80]!r} is not base64.") from error
    if encode_base64(content) != text:
        raise BrokenLedger(f"{text[:80]!r} is base64 in a form that nobody writes.")
    return content
