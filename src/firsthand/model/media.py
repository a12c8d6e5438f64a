"""Media: where in a picture, a page, a recording or a film a claim stands."""

from msgspec import Struct


class Box(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rectangle from the top left corner: of a picture in pixels, of a page of a PDF in points.

    `page` counts from 1; a picture has none.
    """

    page: int | None
    left: float
    top: float
    right: float
    bottom: float


class Stretch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch of a recording or a film, in seconds from its beginning."""

    start: float
    end: float


class MediaPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a claim rests on that is no text: a box, a stretch of time, or a box during one.

    Both null mean the whole: a claim may rest on all that a picture shows.
    """

    box: Box | None = None
    time: Stretch | None = None
