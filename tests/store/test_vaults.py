"""A vault seals what it writes and names it so that nobody can look for it, or does neither."""

import hashlib
from pathlib import Path

import pytest

from firsthand.errors import BrokenEvidence
from firsthand.store.vaults import (
    PLAIN,
    Vault,
    name_digest,
    read_content,
    read_pieces,
    write_pieces,
)

SEALED = Vault(seal=b"s" * 32, names=b"n" * 32)
WORDS = b"Dario Vens saw it."
DIGEST = hashlib.sha256(WORDS).hexdigest()


@pytest.mark.parametrize(("vault", "there"), [(PLAIN, True), (SEALED, False)])
def test_what_is_written_is_read_again(tmp_path: Path, vault: Vault, *, there: bool) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"".join(write_pieces(vault, [WORDS[:5], WORDS[5:]])))
    assert read_content(vault, path) == b"".join(read_pieces(vault, path)) == WORDS
    assert (WORDS in path.read_bytes()) is there


def test_a_name_tells_the_digest_only_where_files_lie_open() -> None:
    assert name_digest(PLAIN, DIGEST) == DIGEST
    other = Vault(seal=b"s" * 32, names=b"m" * 32)
    names = {name_digest(vault, DIGEST) for vault in (PLAIN, SEALED, other)}
    assert len(names) == 3
    assert {len(name) for name in names} == {64}


def test_an_open_file_among_sealed_ones_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(WORDS * 100)
    with pytest.raises(BrokenEvidence, match="not sealed"):
        read_content(SEALED, tmp_path / "file")


def test_keys_are_not_shown() -> None:
    assert repr(SEALED) == "Vault(sealed)"
    assert repr(PLAIN) == "Vault(plain)"
