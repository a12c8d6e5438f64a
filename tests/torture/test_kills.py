"""Killing a saver at any moment leaves nothing half, unless it is a careless one."""

import sys

import pytest
from torture.kills import kill_after, torture_decisions, torture_kills
from torture.promises import TORTURES


def test_what_was_said_to_be_kept_is_kept() -> None:
    result = torture_kills(TORTURES["kills"].few)
    assert result.failures == ()
    assert result.control > 0


def test_a_decision_that_was_said_to_be_kept_is_kept() -> None:
    result = torture_decisions(TORTURES["decisions"].few)
    assert result.failures == ()
    assert result.control > 0


def test_all_that_was_said_before_the_kill_counts() -> None:
    code = "import sys, time; print('one\\ntwo\\nhalf', end='', flush=True); time.sleep(60)"
    assert kill_after([sys.executable, "-c", code], 1, 0) == ["one", "two"]


def test_a_command_that_ends_of_itself_proves_nothing() -> None:
    with pytest.raises(ValueError, match="ended before"):
        kill_after([sys.executable, "-c", "print('one')"], 1, 1)
