"""Nothing in an encrypted case can be read without its passphrase, whatever was done in it."""

import datetime
import hashlib
from pathlib import Path

import pytest
from tests.keep.conftest import WHEN

from firsthand.errors import BrokenCase, FirsthandError, UsageError
from firsthand.ingest.documents import Fallback
from firsthand.keep.accounts import make_case_account
from firsthand.keep.additions import Intake, add_files
from firsthand.keep.backups import backup_case, restore_case
from firsthand.keep.cases import Case, change, init_case, open_case, set_case_file
from firsthand.keep.checkpoints import sign_case
from firsthand.keep.checks import verify_case
from firsthand.keep.criteria import FILE
from firsthand.keep.decisions import decide
from firsthand.keep.erasures import erase_report
from firsthand.keep.packages import package_case
from firsthand.model.decisions import Decision
from firsthand.settings import Settings, make_settings
from firsthand.store.evidence import save_original
from firsthand.store.locks import LOCK, open_lock

PASSPHRASE = "seven grey herons at noon"
# Nobody of these is anywhere else.
TOLD, FILED, PUBLISHED, DECIDED, TITLED, CAPTURED = (
    "Dario Vens", "Oruna Feld", "Tessaly Courier", "Imre Castaan", "Belmuro quay", "Ana Sorrel",
)  # fmt: skip
CANARIES = (TOLD, FILED, PUBLISHED, DECIDED, TITLED, CAPTURED)
REPORT = (
    f"Title: Nine dead\nPublished: 2019-05-15\nPublisher: {PUBLISHED}\n\n"
    f"Nine people were killed when shells hit the market in Belmuro on 14 May 2019, {TOLD} said."
)


def make_case(folder: Path, passphrase: str | None) -> Case:
    """Make a case and do in it all that writes."""
    downloads = folder.parent / f"downloads-{folder.name}"
    downloads.mkdir()
    (downloads / f"{FILED}.txt").write_text(REPORT)
    (downloads / "sites.csv").write_text(
        f"name,names,latitude,longitude,country,kind\n{TITLED},,10.5,20.5,,\n"
    )
    case = init_case(folder, title=TITLED, who=CAPTURED, when=WHEN, passphrase=passphrase)
    settings = Settings(cache=make_settings().cache, today=datetime.date(2019, 6, 1))
    sites = (downloads / "sites.csv",)
    intake = Intake(fallback=Fallback(), sites=sites, settings=settings, when=WHEN)
    added = add_files(case, [downloads], intake, lambda _stage, _done, _all: None)
    claim = make_case_account(case, WHEN).account.claims[0].id
    why = f"{DECIDED} saw it too"
    decide(case, Decision(id="", when=WHEN, who="Ben", kind="confirm", target=claim, why=why))
    sign_case(case, WHEN)
    backup_case(case, folder.parent / f"backup-{folder.name}", WHEN)
    assert len(added.new) == 1
    return case


def find_canaries(folder: Path) -> set[str]:
    """Find the names in all files of a folder and in what the files are called."""
    paths = list(folder.rglob("*"))
    contents = [path.read_bytes() for path in paths if path.is_file()]
    contents += [str(path.relative_to(folder)).encode() for path in paths]
    digests = {REPORT: hashlib.sha256(REPORT.encode()).hexdigest()}
    words = {name: name for name in CANARIES} | digests
    return {
        name
        for name, word in words.items()
        for form in (word.encode(), word.encode("utf-16-le"), word.casefold().encode())
        if any(form in content for content in contents)
    }


def search_everything(case: Case) -> list[set[str]]:
    """Search a case while its log is there, then its backup."""
    with case.engine.connect(), change(case) as connection:
        connection.exec_driver_sql("CREATE TABLE extra AS SELECT * FROM reports")
        connection.exec_driver_sql("DROP TABLE extra")
    with case.engine.connect() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM reports")
        decision = Decision(
            id="", when=WHEN, who="Ben", kind="pend", target="i-1", why=f"{DECIDED} is asked again"
        )
        decide(case, decision)
        assert (case.folder / "case.db-wal").stat().st_size > 1000
        assert (case.folder / "case.db-shm").exists()
        found = find_canaries(case.folder)
    return [found, find_canaries(case.folder.parent / f"backup-{case.folder.name}")]


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return make_case(tmp_path_factory.mktemp("sealed") / "case", PASSPHRASE)


@pytest.fixture
def copy(sealed: Case, tmp_path: Path) -> Case:
    """Copy the encrypted case, for whoever changes it."""
    keys = open_lock(sealed.folder, PASSPHRASE)
    backup_case(sealed, tmp_path / "copy", WHEN)
    return open_case(tmp_path / "copy", who="Ana", when=WHEN, keys=keys)


def test_no_name_is_in_any_file_of_an_encrypted_case_or_its_backup(sealed: Case) -> None:
    assert search_everything(sealed) == [set(), set()]
    assert verify_case(sealed) == ()


def test_the_same_search_finds_every_name_in_a_case_that_is_not(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case", None)
    assert search_everything(case) == [{*CANARIES, REPORT}, {*CANARIES, REPORT}]


def test_an_encrypted_case_gives_what_was_put_into_it(copy: Case) -> None:
    account = make_case_account(copy, WHEN).account
    assert [report.publisher for report in account.reports] == [PUBLISHED]
    assert account.criteria is not None
    assert account.criteria.title == TITLED


def test_another_passphrase_or_none_opens_nothing(copy: Case) -> None:
    with pytest.raises(BrokenCase, match="passphrase does not open"):
        open_lock(copy.folder, "seven grey herons at noom")
    with pytest.raises(BrokenCase, match="is encrypted"):
        open_case(copy.folder, who="Eve", when=WHEN)
    (copy.folder / LOCK).unlink()
    (copy.folder / FILE).write_text("")
    with pytest.raises(BrokenCase, match="another passphrase"):
        open_case(copy.folder, who="Eve", when=WHEN)


def test_the_keys_of_another_case_open_nothing(copy: Case, tmp_path: Path) -> None:
    other = init_case(tmp_path / "o", title="", who="Eve", when=WHEN, passphrase=PASSPHRASE)
    with pytest.raises(BrokenCase, match="another passphrase"):
        open_case(copy.folder, who="Eve", when=WHEN, keys=other.keys)


def test_one_flipped_bit_in_any_file_is_refused_or_named(copy: Case) -> None:
    paths = sorted(path for path in copy.folder.rglob("*") if path.is_file())
    assert len(paths) > 6
    for path in paths:
        content = path.read_bytes()
        path.chmod(0o600)
        for place in range(7, len(content), max(len(content) // 8, 1)):
            changed = content[:place] + bytes([content[place] ^ 1 << place % 8])
            path.write_bytes(changed + content[place + 1 :])
            assert is_refused(copy, path), f"{path.name} {place}"
            path.write_bytes(content)
    assert not is_refused(copy, copy.folder / LOCK)


def is_refused(copy: Case, changed: Path) -> bool:
    """Tell whether a case cannot be opened, or is not clean; a passphrase takes long to try."""
    try:
        locked = changed.name == LOCK
        keys = open_lock(copy.folder, PASSPHRASE) if locked else copy.keys
        case = open_case(copy.folder, who="Ana", when=WHEN, keys=keys)
        sign_case(case, WHEN)
        return bool(verify_case(case))
    except FirsthandError:
        return True


def test_what_it_counts_is_set_and_recorded_without_a_file(copy: Case) -> None:
    assert not (copy.folder / FILE).exists()
    set_case_file(copy, f'title = "{TITLED}"\n[inclusion]\narea = "Halveth"\n', WHEN)
    opened = open_case(copy.folder, who="Ana", when=WHEN, keys=copy.keys)
    assert (opened.file.title, opened.file.inclusion.area) == (TITLED, "Halveth")
    with pytest.raises(BrokenCase, match="cannot be used"):
        set_case_file(copy, "colour = 1", WHEN)
    assert not (copy.folder / FILE).exists()
    assert verify_case(opened) == ()


def test_a_backup_is_restored_with_its_passphrase_only(sealed: Case, tmp_path: Path) -> None:
    backup = sealed.folder.parent / "backup-case"
    with pytest.raises(BrokenCase, match="is encrypted"):
        restore_case(backup, tmp_path / "again", who="Ana", when=WHEN)
    assert not (tmp_path / "again").exists()
    keys = open_lock(backup, PASSPHRASE)
    restored = restore_case(backup, tmp_path / "again", who="Ana", when=WHEN, keys=keys)
    assert len(make_case_account(restored, WHEN).account.reports) == 1


def test_what_is_erased_is_gone_from_an_encrypted_case(copy: Case) -> None:
    report = make_case_account(copy, WHEN).account.reports[0].id
    before = {path.name for path in copy.evidence.rglob("original")}
    erase_report(copy, report, why="asked for by a court", when=WHEN)
    assert verify_case(copy) == ()
    assert make_case_account(copy, WHEN).account.reports == ()
    # The table of sites stays.
    assert len(list(copy.evidence.rglob("original"))) == 1
    assert before


def test_a_package_is_open_by_its_purpose(copy: Case, tmp_path: Path) -> None:
    package_case(copy, tmp_path / "package", WHEN)
    assert find_canaries(tmp_path / "package") >= {TOLD, PUBLISHED, REPORT}
    for path in (tmp_path / "package" / "originals").iterdir():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name


def test_a_case_on_a_server_is_not_said_to_be_encrypted(sealed: Case, tmp_path: Path) -> None:
    address = "postgresql://127.0.0.1:1/none"
    with pytest.raises(UsageError, match="cannot be encrypted"):
        init_case(
            tmp_path / "x", title="", who="Ana", when=WHEN, database=address, passphrase=PASSPHRASE
        )
    backup = sealed.folder.parent / "backup-case"
    with pytest.raises(UsageError, match="cannot go to a server"):
        restore_case(
            backup, tmp_path / "x", who="Ana", when=WHEN, database=address, keys=sealed.keys
        )
    assert not (tmp_path / "x").exists()


def test_a_short_passphrase_can_be_mended(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="would be guessed"):
        init_case(tmp_path / "x", title="", who="Ana", when=WHEN, passphrase="short")
    init_case(tmp_path / "x", title="", who="Ana", when=WHEN, passphrase=PASSPHRASE)


def test_what_forgets_the_keys_cannot_write_beside_them(copy: Case) -> None:
    with (copy.folder / LOCK).open("rb") as file, pytest.raises(FirsthandError):
        save_original(copy.evidence, file)
