"""Hostile files harm nobody but whoever trusts them."""

import random

import pytest
from torture.parsers import damage, make_specimens, torture_bombs, torture_mutants
from torture.promises import TORTURES


def test_every_bomb_is_refused_or_read_in_part() -> None:
    result = torture_bombs(TORTURES["bombs"].few)
    assert result.failures == ()
    assert result.ran == 50
    assert result.control > 5


def test_damaged_files_give_reports_or_refusals() -> None:
    result = torture_mutants(TORTURES["mutants"].few)
    assert result.failures == ()
    assert result.control > 0


@pytest.mark.parametrize("name", make_specimens())
def test_damage_changes_a_file(name: str) -> None:
    sound = make_specimens()[name]
    chance = random.Random(1)
    assert any(damage(sound, chance) != sound for _ in range(3))
