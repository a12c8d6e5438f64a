from bench.__main__ import show_rooms, show_speeds
from bench.rounds import Speed, take_time

SPEED = Speed(reports=10, characters=1200, bare=(1.0, 2.0, 4.0), whole=(1.5, 2.0, 8.0))


def test_the_ratio_is_that_of_the_middle_round() -> None:
    assert SPEED.ratio == 1.5


def test_reports_per_second_are_those_of_the_middle_round() -> None:
    assert SPEED.per_second(SPEED.bare) == 5.0


def test_time_is_that_of_the_processor() -> None:
    assert take_time(lambda: sum(range(1000))) >= 0


def test_speeds_and_memory_stand_in_one_row() -> None:
    row = show_speeds({"texts": SPEED}, {"texts": (600.0, 650.0)})[-1]
    assert row == "| texts | 10 | 1,200 | 5.00/s | 5.00/s | 1.50 | 600 | 650 |"


def test_the_slowest_room_stands_first() -> None:
    rows = show_rooms({"texts": {"acts": 0.1, "parse": 0.9}})
    assert rows[2:] == ["| parse | 90.0% |", "| acts | 10.0% |"]
