"""The days that do not follow are the same by our weighing and by plain arithmetic."""

from pathlib import Path

import msgspec
import pytest
from eval.predictors.tolls_daily import Day, add_by_hand, find_days, score_daily

from firsthand.model.casualties import Outcome

DAYS = [
    Day(date="2019-05-14", killed=9, killed_cum=9, injured_cum=30),
    Day(date="2019-05-15", killed=3, killed_cum=12, injured=5, injured_cum=35),
    Day(date="2019-05-16", killed=2, killed_cum=15, injured=4, injured_cum=34),
    Day(date="2019-05-17"),
    Day(date="2019-05-18", killed=1, killed_cum=20, injured_cum=50),
]


@pytest.mark.parametrize("outcome", ["killed", "injured"])
def test_a_day_that_falls_or_does_not_add_up_is_found_both_ways(outcome: Outcome) -> None:
    assert find_days(DAYS, outcome) == add_by_hand(DAYS, outcome) == {"2019-05-16"}


def test_the_score_is_the_share_of_days_found_both_ways(tmp_path: Path) -> None:
    path = tmp_path / "days.jsonl"
    path.write_bytes(msgspec.json.Encoder().encode_lines(DAYS))
    assert score_daily(path) == {"killed_same_days": 1.0, "injured_same_days": 1.0}
