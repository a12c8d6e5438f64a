"""Bombs are small, and each is made as it is named."""

import io
import zipfile

from torture.bombs import LARGE, lie, make_bombs, nest, overlap, replace_member, swell


def test_there_are_more_than_forty() -> None:
    assert len(make_bombs()) > 40


def test_an_archive_of_zeros_is_small() -> None:
    assert len(swell()) * 100 < LARGE


def test_entries_that_overlap_lead_to_the_same_bytes() -> None:
    with zipfile.ZipFile(io.BytesIO(overlap(3))) as archive:
        assert [entry.header_offset for entry in archive.infolist()] == [0, 0, 0]


def test_an_archive_states_the_size_it_is_told_to() -> None:
    with zipfile.ZipFile(io.BytesIO(lie(10))) as archive:
        assert archive.infolist()[0].file_size == 10


def test_archives_lie_in_archives() -> None:
    with zipfile.ZipFile(io.BytesIO(nest(2))) as archive:
        assert archive.namelist() == ["1.zip"]
        assert archive.read("1.zip") == nest(1)


def test_a_member_is_replaced() -> None:
    with zipfile.ZipFile(io.BytesIO(replace_member(nest(1), "a.txt", b"others"))) as archive:
        assert archive.read("a.txt") == b"others"
