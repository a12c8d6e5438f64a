"""Pictures, sound and film are kept; a picture says how it was made, and no more is read."""

import json

import pytest
from tests.ingest.files import make_picture

from firsthand.errors import UnreadableReport
from firsthand.ingest.media import PICTURES, RECORDINGS, keep_unread, read_picture


def test_a_picture_says_how_it_was_made() -> None:
    (draft,) = read_picture(make_picture())
    assert (draft.text, draft.medium) == ("", "picture")
    assert draft.metadata is not None
    told = json.loads(draft.metadata)["exif"]
    assert told["Make"] == "Coastcam"
    assert told["exif DateTimeOriginal"] == "2019:05:14 09:10:11"
    assert told["gps GPSLatitudeRef"] == "N"
    assert any("taken on 2019:05:14 09:10:11" in note for note in draft.notes)


def test_a_picture_without_exif_tells_nothing() -> None:
    (draft,) = read_picture(make_picture(exif=False))
    assert draft.metadata is None
    assert draft.notes == ()


def test_where_a_picture_was_taken_stays_in_the_case() -> None:
    (draft,) = read_picture(make_picture())
    assert not any("41" in note for note in draft.notes)


def test_what_only_has_the_name_of_a_picture_is_refused() -> None:
    with pytest.raises(UnreadableReport, match="is none"):
        read_picture(b"not a picture")


def test_sound_and_film_are_kept_as_they_are() -> None:
    (draft,) = keep_unread("recording", b"any bytes")
    assert (draft.medium, draft.content, draft.metadata) == ("recording", b"any bytes", None)
    assert RECORDINGS[".mp4"](b"")[0].medium == "film"
    assert PICTURES[".heic"](b"")[0].medium == "picture"
    assert not PICTURES.keys() & RECORDINGS.keys()


@pytest.mark.parametrize("cut", range(20, 320, 20))
def test_a_picture_that_is_cut_is_kept_or_refused(cut: int) -> None:
    try:
        (draft,) = read_picture(make_picture()[:cut])
    except UnreadableReport:
        return
    assert draft.medium == "picture"
