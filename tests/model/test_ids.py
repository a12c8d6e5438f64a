"""Ids tell what a thing is, never where its file lay, and cannot be guessed with a key."""

from firsthand.model.ids import make_claim_id, make_id, make_report_id


def test_equal_values_give_equal_ids() -> None:
    assert make_report_id("ab", None, "2019-05-14", None) == make_report_id(
        "ab", None, "2019-05-14", None
    )


def test_unknown_is_not_the_empty_word() -> None:
    assert make_report_id("ab", None, None, None) != make_report_id("ab", "", None, None)


def test_values_do_not_run_into_each_other() -> None:
    assert make_id("a", "one", "two") != make_id("a", "onetwo", "")


def test_a_claim_is_named_after_its_parts_and_kind() -> None:
    assert make_claim_id("r-1", [(0, 4)], "act") != make_claim_id("r-1", [(0, 4)], "warning")


def test_a_key_changes_every_id() -> None:
    assert make_id("v", "a name", key=b"secret") != make_id("v", "a name")
