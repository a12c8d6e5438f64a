"""The attack on the bytes of a case changes one of each place, and each is named."""

import random
from pathlib import Path

from torture.flips import flip, list_places, make_large_case, torture_flips
from torture.promises import TORTURES

from firsthand.keep.cases import change
from firsthand.keep.checks import verify_case
from firsthand.store.schema import TABLES


def test_every_changed_byte_is_named() -> None:
    result = torture_flips(TORTURES["flips"].few)
    assert result.failures == ()
    assert result.ran == 5_000
    assert result.control > 0


def test_every_table_and_every_file_has_places(tmp_path: Path) -> None:
    case, outside = make_large_case(tmp_path, 2)
    places = list_places(case)
    # No report was refused and no incident named there; other attacks fill these.
    empty = {"refusals", "names", "redirects"}
    assert {place.table for place in places if place.table} == set(TABLES.tables) - empty
    assert {place.area for place in places} == {"evidence", "tables", "ledger"}
    assert verify_case(case, [outside]) == ()
    aim = next(place for place in places if place.name == "readings 2")
    with change(case) as connection:
        flip(connection, aim, 3, random.Random(1))
    assert [found.where for found in verify_case(case, [outside])] == ["readings 2"]
