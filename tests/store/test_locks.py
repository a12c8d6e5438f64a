"""One passphrase opens a case; nothing else does, and nothing in the lock can be changed."""

import unicodedata
from pathlib import Path

import pytest

from firsthand.errors import BrokenCase, UsageError
from firsthand.store.locks import (
    LOCK,
    NO_KEYS,
    Cost,
    change_lock,
    is_locked,
    make_lock,
    open_lock,
    read_lock,
    write_lock,
)

WORDS = "seven grey herons at noon"
CHEAP = Cost(memory=8, rounds=1, lanes=1)


def test_the_passphrase_opens_what_it_locked(tmp_path: Path) -> None:
    assert not is_locked(tmp_path)
    keys = make_lock(tmp_path, WORDS)
    assert is_locked(tmp_path)
    assert open_lock(tmp_path, WORDS) == keys
    assert len({keys.database, keys.signing, keys.vault.seal, keys.vault.names}) == 4
    assert (tmp_path / LOCK).stat().st_mode & 0o077 == 0


def test_what_a_try_costs_is_what_was_asked_for(tmp_path: Path) -> None:
    make_lock(tmp_path, WORDS)
    lock = read_lock((tmp_path / LOCK).read_bytes())
    assert (lock.cost.memory, lock.cost.rounds, lock.cost.lanes) == (65_536, 3, 4)


@pytest.mark.parametrize("wrong", ["", WORDS + " ", WORDS.upper(), "another passphrase"])
def test_another_passphrase_does_not(tmp_path: Path, wrong: str) -> None:
    make_lock(tmp_path, WORDS, CHEAP)
    with pytest.raises(BrokenCase, match="passphrase does not open"):
        open_lock(tmp_path, wrong)


def test_letters_are_the_same_however_they_were_typed(tmp_path: Path) -> None:
    keys = make_lock(tmp_path, unicodedata.normalize("NFC", "sept hérons à midi"), CHEAP)
    assert open_lock(tmp_path, unicodedata.normalize("NFD", "sept hérons à midi")) == keys


def test_every_byte_of_a_lock_counts(tmp_path: Path) -> None:
    make_lock(tmp_path, WORDS, CHEAP)
    path = tmp_path / LOCK
    content = path.read_bytes()
    for place in range(len(content)):
        changed = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        path.write_bytes(changed)
        with pytest.raises(BrokenCase):
            open_lock(tmp_path, WORDS)


@pytest.mark.parametrize(
    ("was", "now"),
    [(b'"memory": 8,', b'"memory": 9000000,'), (b'"rounds": 1,', b'"rounds": 100000,')],
)
def test_a_lock_that_would_cost_everything_is_refused(
    tmp_path: Path, was: bytes, now: bytes
) -> None:
    make_lock(tmp_path, WORDS, CHEAP)
    content = (tmp_path / LOCK).read_bytes()
    assert was in content
    with pytest.raises(BrokenCase, match="damaged"):
        read_lock(content.replace(was, now))


def test_a_lock_has_one_form(tmp_path: Path) -> None:
    make_lock(tmp_path, WORDS, CHEAP)
    content = (tmp_path / LOCK).read_bytes()
    assert write_lock(read_lock(content)) == content
    with pytest.raises(BrokenCase, match="was changed"):
        read_lock(content + b"\n")


def test_each_case_has_keys_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert make_lock(tmp_path / "a", WORDS, CHEAP) != make_lock(tmp_path / "b", WORDS, CHEAP)


def test_a_short_passphrase_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="12 characters"):
        make_lock(tmp_path, "hunter2", CHEAP)
    assert not is_locked(tmp_path)


def test_keys_are_not_shown(tmp_path: Path) -> None:
    assert repr(make_lock(tmp_path, WORDS, CHEAP)) == "Keys(secret)"
    assert repr(NO_KEYS) == "Keys(none)"


def test_another_passphrase_can_be_set_and_the_keys_stay(tmp_path: Path) -> None:
    keys = make_lock(tmp_path, WORDS, CHEAP)
    (tmp_path / "case.lock.new").write_text("left by an interruption")
    with pytest.raises(BrokenCase):
        change_lock(tmp_path, "not this passphrase", "six red boats on dry land", CHEAP)
    with pytest.raises(UsageError):
        change_lock(tmp_path, WORDS, "short", CHEAP)
    change_lock(tmp_path, WORDS, "six red boats on dry land", CHEAP)
    assert open_lock(tmp_path, "six red boats on dry land") == keys
    with pytest.raises(BrokenCase):
        open_lock(tmp_path, WORDS)
    assert [path.name for path in tmp_path.iterdir()] == [LOCK]
