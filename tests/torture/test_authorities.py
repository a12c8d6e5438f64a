"""An authority of the tests answers as one of RFC 3161 does."""

from pathlib import Path

from rfc3161_client import decode_timestamp_response
from torture.authorities import Habits, make_authority, stamp, stamp_by_force

from firsthand.store.timestamps import make_request


def test_an_answer_repeats_the_nonce(tmp_path: Path) -> None:
    clock = make_authority(tmp_path / "clock", "Harbour Clock")
    request = make_request(b"words")
    assert decode_timestamp_response(stamp(clock, request.content)).tst_info.nonce == request.nonce


def test_an_answer_by_force_says_the_same_under_another_certificate(tmp_path: Path) -> None:
    clock = make_authority(tmp_path / "clock", "Harbour Clock")
    other = make_authority(tmp_path / "other", "Other Clock", Habits(critical=False))
    honest = stamp(clock, make_request(b"words").content)
    forced = decode_timestamp_response(stamp_by_force(other, honest))
    assert forced.tst_info.nonce == decode_timestamp_response(honest).tst_info.nonce
    assert (
        forced.signed_data.certificates
        != decode_timestamp_response(honest).signed_data.certificates
    )
