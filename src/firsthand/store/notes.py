"""Signed notes: a few lines of text, and below them who signed for them (C2SP signed-note)."""

from collections.abc import Iterable

from msgspec import Struct

from firsthand.errors import BrokenLedger
from firsthand.store.keys import (
    ID_BYTES,
    SIGNATURE_BYTES,
    Key,
    PrivateKey,
    check_name,
    decode_base64,
    encode_base64,
    make_key,
    verify_signature,
)

# An em dash and a blank stand before each signature.
DASH = "\N{EM DASH} "
# Nothing we sign comes near to these; a note that does is an attack on memory.
MOST_CHARACTERS, MOST_SIGNATURES = 1_000_000, 100


class Signature(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One signature below a note: under which name, by which key, and its bytes."""

    name: str
    key_id: bytes
    signed: bytes


class Note(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A note as read: nothing of it is proved before its signatures are verified."""

    text: str
    signatures: tuple[Signature, ...]


def sign_text(text: str, name: str, private: PrivateKey) -> str:
    """Sign lines of text; raises BrokenLedger for a text that no note can hold."""
    return f"{_check_text(text)}\n{_sign(text, name, private)}"


def add_signature(content: str, name: str, private: PrivateKey) -> str:
    """Add a signature to a signed note, as a witness does who has checked what it says."""
    return content + _sign(read_note(content).text, name, private)


def read_note(content: str) -> Note:
    """Part a note from its signatures; raises BrokenLedger if it is not one."""
    if len(content) > MOST_CHARACTERS:
        raise BrokenLedger(f"A note of {len(content):,} characters is none of ours.")
    before, gap, below = content.rpartition("\n\n")
    if not gap or not below.endswith("\n"):
        raise BrokenLedger("The note is not signed, or was cut off.")
    lines = below.removesuffix("\n").split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise BrokenLedger(f"A note with {len(lines):,} signatures is none of ours.")
    return Note(text=_check_text(before + "\n"), signatures=tuple(map(_read_signature, lines)))


def verify_note(content: str, keys: Iterable[Key]) -> tuple[Note, tuple[Key, ...]]:
    """Return a note and those of the keys that signed it; keys that are not known are passed over.

    Raises BrokenLedger if none of the keys signed it, or one of them signed something else.
    """
    note = read_note(content)
    known = {(key.name, key.id): key for key in keys}
    signers: list[Key] = []
    for signature in note.signatures:
        key = known.get((signature.name, signature.key_id))
        if key is None:
            continue
        if not verify_signature(key, note.text.encode(), signature.signed):
            raise BrokenLedger(f"The signature of {key.name} is not that of this text.")
        if key not in signers:
            signers.append(key)
    if not signers:
        raise BrokenLedger("None of the known keys signed this note. Check whose it should be.")
    return note, tuple(signers)


def _sign(text: str, name: str, private: PrivateKey) -> str:
    key = make_key(name, private)
    return f"{DASH}{name} {encode_base64(key.id + private.sign(text.encode()))}\n"


def _read_signature(line: str) -> Signature:
    name, gap, encoded = line.removeprefix(DASH).partition(" ")
    if not line.startswith(DASH) or not gap:
        raise BrokenLedger(f"{line[:80]!r} is not a signature.")
    material = decode_base64(encoded)
    # Other kinds of key sign at other lengths; only ours is ever verified.
    if len(material) <= ID_BYTES or len(material) > ID_BYTES + 100 * SIGNATURE_BYTES:
        raise BrokenLedger(f"The signature of {name!r} was cut off.")
    return Signature(name=check_name(name), key_id=material[:ID_BYTES], signed=material[ID_BYTES:])


def _check_text(text: str) -> str:
    whole = text.endswith("\n") and text != "\n"
    odd = any((sign < " " and sign != "\n") or "\ud800" <= sign <= "\udfff" for sign in text)
    if not whole or odd:
        raise BrokenLedger("A note needs whole lines of text without control characters.")
    return text
