"""Assets are kept only if they are the very files that are listed."""

import io
import tarfile
from pathlib import Path

from assets.__main__ import LIST, fetch_asset, hash_bytes, is_present, load_list, read_member
from msgspec import structs


def test_every_listed_asset_is_pinned_and_has_a_licence() -> None:
    for asset in load_list(LIST):
        assert asset.version.count(".") == 2
        assert len(asset.sha256) == 64
        assert asset.licence


def test_a_changed_file_is_not_the_asset(tmp_path: Path) -> None:
    asset = structs.replace(load_list(LIST)[0], sha256=hash_bytes(b"lines"))
    (tmp_path / asset.file).write_bytes(b"lines")
    assert is_present(asset, tmp_path)
    (tmp_path / asset.file).write_bytes(b"other lines")
    assert not is_present(asset, tmp_path)


def test_one_file_is_taken_out_of_an_archive(tmp_path: Path) -> None:
    archive = tmp_path / "some.tgz"
    with tarfile.open(archive, "w:gz") as packed:
        entry = tarfile.TarInfo("package/lines.json")
        entry.size = 2
        packed.addfile(entry, io.BytesIO(b"{}"))
    assert read_member([archive], "package/lines.json") == b"{}"
    assert read_member([archive], "package/none.json") is None


def test_what_cannot_be_fetched_leaves_nothing_behind(tmp_path: Path) -> None:
    asset = structs.replace(load_list(LIST)[0], package="./none-such")
    assert not fetch_asset(asset, tmp_path)
    assert list(tmp_path.iterdir()) == []
