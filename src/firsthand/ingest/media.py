"""Media: pictures, sound and film, in which nothing is read; a picture says how it was made."""

import io
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import msgspec
from PIL import ExifTags, Image, UnidentifiedImageError
from PIL import __version__ as pillow

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft

# Values longer than this are previews and makers' notes, not facts about a picture.
LONGEST_VALUE = 500
MOST_VALUES = 200
# The groups of EXIF that lie behind a pointer, by the name they are given here.
_GROUPS = {"": None, "exif ": ExifTags.IFD.Exif, "gps ": ExifTags.IFD.GPSInfo}
_NAMES = {"gps ": ExifTags.GPSTAGS}
_POINTERS = frozenset({ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.Interop})


def read_picture(content: bytes) -> tuple[Draft, ...]:
    """Keep a picture and read its EXIF; no pixel is decoded. Raises UnreadableReport if damaged."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            told = dict(_list_values(picture.getexif()))
    except UnidentifiedImageError as error:
        raise UnreadableReport(
            "damaged", "It has the name of a picture and is none.", "Give it its right name."
        ) from error
    except (OSError, ValueError, TypeError, SyntaxError, Image.DecompressionBombError):
        told = {}
    return (_make_draft("picture", content, told),)


def keep_unread(medium: str, content: bytes) -> tuple[Draft, ...]:
    """Keep sound, film or a scan as it is: nothing in it is read."""
    return (_make_draft(medium, content, {}),)


Reader = Callable[[bytes], tuple[Draft, ...]]
PICTURES: dict[str, Reader] = {
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp"), read_picture
    ),
    # What telephones write and Pillow alone does not open.
    **dict.fromkeys((".heic", ".heif"), partial(keep_unread, "picture")),
}
RECORDINGS: dict[str, Reader] = {
    **dict.fromkeys(
        (".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".aac", ".amr"),
        partial(keep_unread, "recording"),
    ),
    **dict.fromkeys(
        (".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".3gp", ".mpg", ".mpeg"),
        partial(keep_unread, "film"),
    ),
}


def _make_draft(medium: str, content: bytes, told: Mapping[str, str]) -> Draft:
    notes = []
    taken = told.get("exif DateTimeOriginal") or told.get("DateTime")
    if taken is not None:
        notes.append(
            f"Its EXIF says that it was taken on {taken}. That is what its camera or a later "
            "program wrote; the rest of it lies beside the original in the case."
        )
    return Draft(
        content=content,
        text="",
        basis="metadata",
        extractor=f"none: {medium}",
        notes=tuple(notes),
        medium=medium,
        metadata=_write(told) if told else None,
    )


def _write(told: Mapping[str, str]) -> str:
    content = {"reader": f"pillow {pillow}", "exif": dict(told)}
    return msgspec.json.format(msgspec.json.encode(content, order="sorted")).decode()


def _list_values(exif: Image.Exif) -> Iterator[tuple[str, str]]:
    """List what EXIF tells by the names of the standard; a damaged group tells nothing."""
    for group, pointer in _GROUPS.items():
        try:
            values = dict(exif if pointer is None else exif.get_ifd(pointer))
        except (OSError, ValueError, TypeError, KeyError, SyntaxError):
            continue
        names = _NAMES.get(group, ExifTags.TAGS)
        for tag in sorted(values, key=int)[:MOST_VALUES]:
            words = _show(values[tag])
            if tag not in _POINTERS and words and len(words) <= LONGEST_VALUE:
                yield f"{group}{names.get(tag, tag)}", words


def _show(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    words = str(value).encode("utf-8", "replace").decode("utf-8")
    return "".join(sign for sign in words if sign.isprintable()).strip()
