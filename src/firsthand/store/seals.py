"""Seals: files that nobody without the key can read, cut, lengthen or put together anew.

    firsthand-sealed/1\\n | 32 random bytes | chunk | chunk | … | last chunk

Each file has a key of its own, made from the case's key and the random bytes. A chunk is 64 KiB
under ChaCha20-Poly1305; its nonce is its number and whether it is the last, so none can be left
out, moved or taken for the end. What is sealed is the content, zeros, and the length of the
content: files of nearly the same length become equally long, as an exact length is a fingerprint.
"""

import os
import secrets
import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from firsthand.errors import BrokenEvidence

MARK = b"firsthand-sealed/1\n"
KEY_BYTES, DRAWN_BYTES, TAG_BYTES = 32, 32, 16
HEAD_BYTES = len(MARK) + DRAWN_BYTES
CHUNK = 1 << 16
# Short texts and records are all alike.
LEAST = 1 << 10
_LENGTH = struct.Struct(">Q")


def derive_key(key: bytes, purpose: bytes) -> bytes:
    """Make a key for one purpose, which tells nothing of the key or of those for others."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(key)


def seal_pieces(pieces: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """Yield what is written to the disk for content that comes in pieces of any length."""
    drawn = secrets.token_bytes(DRAWN_BYTES)
    yield MARK + drawn
    cipher = _make_cipher(key, drawn)
    number, held = 0, bytearray()
    for piece in _pad_pieces(pieces):
        held += piece
        while len(held) > CHUNK:
            yield cipher.encrypt(_make_nonce(number, last=False), bytes(held[:CHUNK]), None)
            del held[:CHUNK]
            number += 1
    yield cipher.encrypt(_make_nonce(number, last=True), bytes(held), None)


def open_pieces(file: BinaryIO, key: bytes) -> Iterator[bytes]:
    """Yield the content of a sealed file, piece by piece.

    Raises BrokenEvidence as soon as a piece is not as it was sealed. Only whoever takes all pieces
    knows that the whole file is.
    """
    head = file.read(HEAD_BYTES)
    size = file.seek(0, os.SEEK_END) - HEAD_BYTES
    if head[: len(MARK)] != MARK or size < TAG_BYTES + _LENGTH.size:
        raise BrokenEvidence("A file is not sealed as the others are. Restore it from a backup.")
    cipher = _make_cipher(key, head[len(MARK) :])
    count = -(-size // (CHUNK + TAG_BYTES))
    last = _open_chunk(file, cipher, count - 1, last=True)
    missing = _LENGTH.unpack(last[-_LENGTH.size :])[0]
    for number in range(count):
        final = number == count - 1
        chunk = last if final else _open_chunk(file, cipher, number, last=False)
        if missing:
            yield chunk[:missing]
            missing -= min(missing, len(chunk))


def pad_size(size: int) -> int:
    """Return the length that content is filled up to: at most an eighth more than it has.

    The rule is Padmé (Nikitin and others, 2019): a length tells only how many bits it has, and of
    those the first few.
    """
    if size <= LEAST:
        return LEAST
    bits = size.bit_length() - 1
    step = 1 << (bits - bits.bit_length())
    return -(-size // step) * step


def _pad_pieces(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield content, zeros, and the length of the content, which never parts between two chunks."""
    size = 0
    for piece in pieces:
        size += len(piece)
        yield piece
    missing = pad_size(size + _LENGTH.size) - size - _LENGTH.size
    while missing:
        yield bytes(min(missing, CHUNK))
        missing -= min(missing, CHUNK)
    yield _LENGTH.pack(size)


def _open_chunk(file: BinaryIO, cipher: ChaCha20Poly1305, number: int, *, last: bool) -> bytes:
    file.seek(HEAD_BYTES + number * (CHUNK + TAG_BYTES))
    sealed = file.read(CHUNK + TAG_BYTES)
    try:
        return cipher.decrypt(_make_nonce(number, last=last), sealed, None)
    except InvalidTag as error:
        raise BrokenEvidence(
            "A sealed file was changed, cut or sealed with another key. Restore it from a backup."
        ) from error


def _make_cipher(key: bytes, drawn: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(derive_key(key, MARK + drawn))


def _make_nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
