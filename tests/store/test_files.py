"""Files are written whole, read-only, and never over others."""

import hashlib
import io
import os
import stat
from pathlib import Path

import pytest

from firsthand.errors import BrokenEvidence
from firsthand.store.files import (
    Received,
    clear_incoming,
    hash_file,
    make_folder,
    receive_file,
    settle_file,
    sync_folder,
)

WORDS = b"at least nine people were killed"
DIGEST = hashlib.sha256(WORDS).hexdigest()


def receive(folder: Path, content: bytes = WORDS) -> Received:
    return receive_file(folder / "incoming", io.BytesIO(content))


class Failing(io.RawIOBase):
    """A stream that breaks off, as a stick does that is pulled out."""

    def readable(self) -> bool:
        return True

    def readinto(self, _: object) -> int:
        raise OSError(5, "Input/output error")


def test_a_file_gets_its_name_when_it_is_whole(tmp_path: Path) -> None:
    received = receive(tmp_path)
    target = tmp_path / "a" / "b" / "file"
    assert (received.sha256, received.size) == (DIGEST, len(WORDS))
    assert settle_file(received, target)
    assert target.read_bytes() == WORDS
    assert list((tmp_path / "incoming").iterdir()) == []


def test_a_file_is_for_its_owner_to_read_and_for_nobody_to_write(tmp_path: Path) -> None:
    target = tmp_path / "a" / "file"
    settle_file(receive(tmp_path), target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o400
    assert stat.S_IMODE(target.parent.stat().st_mode) == 0o700


def test_the_same_bytes_again_change_nothing(tmp_path: Path) -> None:
    settle_file(receive(tmp_path), tmp_path / "file")
    before = (tmp_path / "file").stat()
    assert not settle_file(receive(tmp_path), tmp_path / "file")
    assert (tmp_path / "file").stat().st_ino == before.st_ino
    assert list((tmp_path / "incoming").iterdir()) == []


def test_other_bytes_are_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"other")
    with pytest.raises(BrokenEvidence, match="other bytes are there"):
        settle_file(receive(tmp_path), tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"other"
    assert list((tmp_path / "incoming").iterdir()) == []


def test_a_stream_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(BrokenEvidence, match="Input/output error"):
        receive_file(tmp_path / "incoming", io.BufferedReader(Failing()))
    assert list((tmp_path / "incoming").iterdir()) == []


def test_where_links_are_not_to_be_had_a_file_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert settle_file(receive(tmp_path), tmp_path / "file")
    assert not settle_file(receive(tmp_path), tmp_path / "file")
    with pytest.raises(BrokenEvidence, match="other bytes are there"):
        settle_file(receive(tmp_path, b"other"), tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == WORDS


def test_a_target_that_cannot_be_made_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "wall").write_bytes(b"")
    with pytest.raises(BrokenEvidence, match="cannot be written"):
        settle_file(receive(tmp_path), tmp_path / "wall" / "inside" / "file")


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(WORDS)
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert hash_file(tmp_path / "file") == DIGEST
    with pytest.raises(BrokenEvidence, match="is a link"):
        hash_file(tmp_path / "link")


@pytest.mark.parametrize("name", ["", "missing"])
def test_what_cannot_be_read_says_so(name: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenEvidence, match="cannot be read"):
        hash_file(tmp_path / name)


def test_what_an_interruption_left_is_cleared(tmp_path: Path) -> None:
    receive(tmp_path)
    receive(tmp_path)
    assert clear_incoming(tmp_path / "incoming") == 2
    assert clear_incoming(tmp_path / "incoming") == 0
    assert clear_incoming(tmp_path / "never") == 0


def test_a_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    sync_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
