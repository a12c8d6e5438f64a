from pathlib import Path

import pytest
from eval.packs import PACKS, find_pack, load_records

GOLD = (
    '{"id": "a", "split": "dev", "text": "Two fell.", "killed_low": 2, "attributions": [1]}\n'
    '{"id": "b", "split": "train", "text": "Three fell.", "killed_low": 3}\n'
)


def test_a_record_holds_inputs_only(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(GOLD, "utf-8")
    records = list(load_records(gold))
    assert [record.key for record in records] == ["a", "b"]
    assert not hasattr(records[0], "killed_low")


def test_only_records_of_a_split_are_loaded(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(GOLD, "utf-8")
    assert [record.id for record in load_records(gold, (("split", "dev"),))] == ["a"]


def test_a_pack_is_found_by_the_names_of_the_reference_scorer() -> None:
    assert find_pack("incidents_gva", "records").key == "incident"
    assert find_pack("incidents_gva", "clusters").key is None
    assert find_pack("times_tempeval3", "records").key == "id"
    with pytest.raises(KeyError):
        find_pack("names_pairs", "records")


def test_every_pack_watches_some_figure() -> None:
    assert all(pack.figures for pack in PACKS.values())
