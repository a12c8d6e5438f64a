"""Certificates in a timestamp: put into the order that DER asks for.

Many authorities, and `openssl ts` itself, send their chain unsorted, and strict readers refuse
it. The certificates are not covered by the signature, so sorting them changes nothing proved.
"""

from collections.abc import Iterator

from msgspec import Struct

from firsthand.errors import BrokenLedger

SEQUENCE, CHOICE_ZERO = 0x30, 0xA0
LONG_FORM = 0x80
# More than four bytes of length would be a token of over 4 GB.
MOST_LENGTH_BYTES = 4


class Part(Struct, frozen=True, kw_only=True):
    """One element of DER: its tag, where it begins, where its content begins, where it ends."""

    tag: int
    start: int
    inside: int
    end: int


def sort_certificates(raw: bytes) -> bytes:
    """Return a timestamp response with its certificates in order; unchanged if it holds none.

    Raises BrokenLedger if it is no DER of that shape.
    """
    found = _find_certificates(raw)
    if found is None:
        return raw
    parts = [raw[part.start : part.end] for part in _list_parts(raw, found)]
    return raw[: found.inside] + b"".join(sorted(parts)) + raw[found.end :]


def _find_certificates(raw: bytes) -> Part | None:
    """Walk from the response through token, content and signed data (RFC 3161, RFC 5652)."""
    response = _read_part(raw, 0, len(raw))
    fields = list(_list_parts(raw, response))
    if len(fields) < 2:
        return None
    content = _find_tag(raw, fields[1], CHOICE_ZERO)
    signed = content and _find_tag(raw, content, SEQUENCE)
    return signed and _find_tag(raw, signed, CHOICE_ZERO)


def _find_tag(raw: bytes, outer: Part, tag: int) -> Part | None:
    return next((part for part in _list_parts(raw, outer) if part.tag == tag), None)


def _list_parts(raw: bytes, outer: Part) -> Iterator[Part]:
    """Yield the elements inside another."""
    place = outer.inside
    while place < outer.end:
        part = _read_part(raw, place, outer.end)
        yield part
        place = part.end


def _read_part(raw: bytes, start: int, end: int) -> Part:
    """Read the tag and length of the element at a place; it must end before `end`."""
    inside = start + 2
    if inside > end:
        raise BrokenLedger("The timestamp was cut off.")
    length = raw[start + 1]
    if length >= LONG_FORM:
        count = length - LONG_FORM
        if not 1 <= count <= MOST_LENGTH_BYTES:
            raise BrokenLedger("The timestamp is not in DER.")
        length = int.from_bytes(raw[inside : inside + count])
        inside += count
    if inside + length > end:
        raise BrokenLedger("The timestamp was cut off.")
    return Part(tag=raw[start], start=start, inside=inside, end=inside + length)
