"""Whatever is changed in a ledger is found, and the right entry named."""

import pytest
from msgspec.structs import replace

from firsthand.store.audits import audit_ledger
from firsthand.store.checkpoints import Checkpoint
from firsthand.store.leaves import Event, Kind, derive_entry_salt, encode_entry, hash_entry
from firsthand.store.leaves import make_entry as write_entry
from firsthand.store.ledgers import Ledger, Row, append_event, erase_entry, open_ledger
from firsthand.store.merkles import Edge, append_leaf, read_head

NOW = "2019-05-14T09:30:00Z"
SEED = bytes(range(32))


def make_event(number: int, kind: Kind = "ingest") -> Event:
    return Event(when=NOW, who="Ilse Varn", kind=kind, subjects=(f"r-{number}",))


def make_rows(count: int = 10) -> list[Row]:
    ledger = open_ledger([])
    for number in range(count):
        ledger, _ = append_event(ledger, make_event(number))
    return list(ledger.rows)


def make_checkpoint(rows: list[Row], size: int) -> Checkpoint:
    return Checkpoint(origin="harbour.example", size=size, root=rows[size - 1].root)


def list_findings(rows: list[Row], *checkpoints: Checkpoint) -> list[tuple[str, str]]:
    return [(found.where, found.code) for found in audit_ledger(rows, checkpoints)]


def forge_row(row: Row) -> Row:
    """Make another entry for a row, with the seed and the leaf that belong to it."""
    content = encode_entry(write_entry(make_event(99), row.sequence, SEED))
    leaf = hash_entry(content, derive_entry_salt(SEED))
    return replace(row, content=content, seed=SEED, leaf=leaf)


def rebuild_roots(rows: list[Row]) -> list[Row]:
    """Number the rows anew and give each the root that its leaf leads to."""
    edge, rebuilt = Edge(), []
    for number, row in enumerate(rows):
        edge = append_leaf(edge, row.leaf)
        rebuilt.append(replace(row, sequence=number, root=read_head(edge).root))
    return rebuilt


def erase(rows: list[Row], sequence: int) -> list[Row]:
    ledger, _ = erase_entry(open_ledger(rows), sequence, when=NOW, who="Ilse Varn", reason=b"")
    return list(ledger.rows)


def test_a_clean_ledger_has_no_findings() -> None:
    rows = make_rows()
    assert list_findings([]) == []
    assert list_findings(rows) == []
    assert list_findings(rows, make_checkpoint(rows, 4), make_checkpoint(rows, 10)) == []
    assert list_findings(erase(rows, 3), make_checkpoint(rows, 10)) == []


@pytest.mark.parametrize("place", [0, 4, 9])
def test_changed_words_are_found(place: int) -> None:
    rows = make_rows()
    content = (rows[place].content or b"").replace(b"Ilse", b"Else")
    rows[place] = replace(rows[place], content=content)
    assert list_findings(rows) == [(f"entry-{place}", "content")]


@pytest.mark.parametrize("seed", [SEED, b"short", None])
def test_a_changed_seed_is_found(seed: bytes | None) -> None:
    rows = make_rows()
    rows[4] = replace(rows[4], seed=seed)
    assert list_findings(rows) == [("entry-4", "content")]


@pytest.mark.parametrize("content", [None, b"", b"{}"])
def test_a_lost_content_is_found(content: bytes | None) -> None:
    rows = make_rows()
    rows[4] = replace(rows[4], content=content)
    assert list_findings(rows) == [("entry-4", "content")]


@pytest.mark.parametrize("place", [0, 4, 9])
def test_a_changed_leaf_is_told_from_changed_words(place: int) -> None:
    rows = make_rows()
    rows[place] = replace(rows[place], leaf=bytes(32))
    assert list_findings(rows) == [(f"entry-{place}", "leaf")]


@pytest.mark.parametrize("place", [0, 4, 8])
def test_a_changed_root_is_told_from_a_changed_history(place: int) -> None:
    rows = make_rows()
    rows[place] = replace(rows[place], root=bytes(32))
    assert list_findings(rows) == [(f"entry-{place}", "root")]


def test_for_the_last_root_only_a_checkpoint_decides() -> None:
    rows = make_rows()
    checkpoint = make_checkpoint(rows, 10)
    rows[9] = replace(rows[9], root=bytes(32))
    assert list_findings(rows) == [("entry-9", "replaced")]
    assert list_findings(rows, checkpoint) == [("entry-9", "root")]


@pytest.mark.parametrize("place", [0, 4, 9])
def test_a_row_replaced_as_a_whole_is_found(place: int) -> None:
    rows = make_rows()
    rows[place] = forge_row(rows[place])
    assert list_findings(rows) == [(f"entry-{place}", "replaced")]


def test_a_history_written_anew_is_seen_by_checkpoints_and_enclosed_by_them() -> None:
    rows = make_rows()
    kept = [make_checkpoint(rows, size) for size in (3, 6, 10)]
    rows[4] = forge_row(rows[4])
    rows = rebuild_roots(rows)
    assert list_findings(rows) == []
    findings = audit_ledger(rows, kept)
    assert [(found.where, found.code) for found in findings] == [("checkpoint-6", "forked")]
    assert "entries 3 to 5" in findings[0].text


def test_missing_rows_are_named_as_one_run() -> None:
    rows = make_rows()
    assert list_findings(rows[:3] + rows[4:]) == [("entry-3", "missing")]
    assert list_findings(rows[:3] + rows[7:]) == [("entry-3..6", "missing")]
    assert list_findings(rows[1:]) == [("entry-0", "missing")]


def test_an_end_cut_off_is_seen_by_a_checkpoint_only() -> None:
    rows = make_rows()
    assert list_findings(rows[:7]) == []
    assert list_findings(rows[:7], make_checkpoint(rows, 10)) == [("entry-7..9", "missing")]
    assert list_findings([], make_checkpoint(rows, 1)) == [("entry-0", "missing")]


def test_rows_that_changed_places_are_found() -> None:
    rows = make_rows()
    rows[2], rows[5] = rows[5], rows[2]
    assert list_findings(rows) == [("entry-2", "moved"), ("entry-5", "moved")]
    rows = make_rows()
    rows[2], rows[5] = replace(rows[5], sequence=2), replace(rows[2], sequence=5)
    assert list_findings(rows) == [("entry-2", "moved"), ("entry-5", "moved")]


def test_a_row_under_another_number_is_known_by_its_entry() -> None:
    rows = make_rows()
    rows[4] = replace(rows[4], sequence=1_000_000)
    assert list_findings(rows) == [("entry-4", "moved")]


def test_a_row_that_stands_twice_is_found() -> None:
    rows = make_rows()
    assert list_findings([*rows[:5], rows[4], *rows[5:]]) == [("entry-4", "twice")]


def test_a_row_changed_beside_a_missing_one_is_found_too() -> None:
    rows = make_rows()
    rows[7] = replace(rows[7], seed=SEED)
    found = list_findings(rows[:3] + rows[4:])
    assert found == [("entry-3", "missing"), ("entry-7", "content")]


def test_an_erasure_without_a_record_is_found() -> None:
    rows = make_rows()
    rows[4] = replace(rows[4], content=None, seed=None)
    assert list_findings(rows) == [("entry-4", "erased")]


def test_an_erasure_that_was_not_carried_out_is_found() -> None:
    rows = make_rows()
    old = rows[4]
    rows = erase(rows, 4)
    rows[4] = old
    assert list_findings(rows) == [("entry-4", "not erased")]


def test_a_changed_tombstone_is_found() -> None:
    rows = erase(make_rows(), 4)
    rows[4] = replace(rows[4], leaf=bytes(32))
    assert list_findings(rows) == [("entry-4", "replaced"), ("entry-4", "erased")]


def test_an_entry_that_never_was_one_is_found() -> None:
    rows = make_rows(3)
    leaf = hash_entry(b"nonsense", derive_entry_salt(SEED))
    rows[1] = replace(rows[1], content=b"nonsense", seed=SEED, leaf=leaf)
    assert list_findings(rebuild_roots(rows)) == [("entry-1", "content")]


def test_findings_say_what_they_mean() -> None:
    rows = make_rows()
    rows[4] = replace(rows[4], seed=SEED)
    (found,) = audit_ledger(rows)
    assert found.text == "Its content or its seed was changed: they do not give its leaf."


def test_a_ledger_that_goes_on_stays_clean() -> None:
    ledger: Ledger = open_ledger(erase(make_rows(), 2))
    ledger, _ = append_event(ledger, make_event(11, "decision"))
    assert list_findings(list(ledger.rows)) == []
