"""A sealed file is read whole and right, or not at all."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import BrokenEvidence
from firsthand.store.seals import (
    CHUNK,
    HEAD_BYTES,
    TAG_BYTES,
    derive_key,
    open_pieces,
    pad_size,
    seal_pieces,
)

KEY, OTHER = b"k" * 32, b"o" * 32
WHOLE = CHUNK + TAG_BYTES


def seal(content: bytes, key: bytes = KEY) -> bytes:
    return b"".join(seal_pieces([content], key))


def unseal(sealed: bytes, key: bytes = KEY) -> bytes:
    return b"".join(open_pieces(io.BytesIO(sealed), key))


@pytest.mark.parametrize(
    "size",
    [0, 1, 1015, 1016, 1017, CHUNK - 8, CHUNK - 7, CHUNK, CHUNK + 1, 3 * CHUNK - 8, 3 * CHUNK],
)
def test_what_is_sealed_is_opened(size: int) -> None:
    content = bytes(number % 251 for number in range(size))
    assert unseal(seal(content)) == content


@given(st.lists(st.binary(max_size=400), max_size=8))
def test_the_pieces_it_comes_in_do_not_matter(pieces: list[bytes]) -> None:
    assert unseal(b"".join(seal_pieces(pieces, KEY))) == b"".join(pieces)


def test_every_byte_of_a_sealed_file_counts() -> None:
    sealed = seal(b"Nine people were killed.")
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1 << place % 8
        with pytest.raises(BrokenEvidence):
            unseal(bytes(changed))


@pytest.mark.parametrize("place", [HEAD_BYTES, HEAD_BYTES + WHOLE, HEAD_BYTES + 2 * WHOLE, -1])
def test_a_bit_in_any_chunk_counts(place: int) -> None:
    sealed = bytearray(seal(bytes(3 * CHUNK)))
    sealed[place] ^= 128
    with pytest.raises(BrokenEvidence, match="changed"):
        unseal(bytes(sealed))


def test_a_bit_in_what_only_fills_up_counts() -> None:
    content = bytes(20 * CHUNK + 9)
    sealed = bytearray(seal(content))
    assert len(sealed) > len(content) + CHUNK // 2
    sealed[HEAD_BYTES + 20 * WHOLE + 4_000] ^= 1
    with pytest.raises(BrokenEvidence):
        unseal(bytes(sealed))


def test_a_file_cannot_be_cut_lengthened_or_put_together_anew() -> None:
    sealed = seal(bytes(3 * CHUNK))
    head, body = sealed[:HEAD_BYTES], sealed[HEAD_BYTES:]
    chunks = [body[start : start + WHOLE] for start in range(0, len(body), WHOLE)]
    other = seal(bytes(3 * CHUNK))
    changed = [
        sealed[: HEAD_BYTES + 2 * WHOLE],
        sealed[:-1],
        sealed[:HEAD_BYTES],
        sealed[:3],
        b"",
        sealed + b"\0",
        sealed + chunks[-1],
        head + b"".join([chunks[1], chunks[0], *chunks[2:]]),
        head + b"".join([*chunks[1:]]),
        other[:HEAD_BYTES] + body,
    ]
    for content in changed:
        with pytest.raises(BrokenEvidence):
            unseal(content)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(BrokenEvidence, match="another key"):
        unseal(seal(b"words"), OTHER)


def test_the_same_content_is_never_sealed_to_the_same_bytes() -> None:
    first, second = seal(b"words"), seal(b"words")
    assert first[HEAD_BYTES:] != second[HEAD_BYTES:]
    assert b"words" not in first + second


def test_lengths_that_are_near_become_equal() -> None:
    assert {pad_size(size) for size in (8, 500, 1024)} == {1024}
    assert pad_size(100_353) == pad_size(102_400) == 102_400
    assert len(seal(bytes(100_353))) == len(seal(bytes(102_000)))
    for size in (1025, 4096, 65_537, 1_000_000, 123_456_789):
        assert size <= pad_size(size) <= size * 1.125
        assert pad_size(pad_size(size)) == pad_size(size)


def test_each_purpose_has_its_own_key() -> None:
    assert len({derive_key(KEY, b"a"), derive_key(KEY, b"b"), derive_key(OTHER, b"a"), KEY}) == 4
