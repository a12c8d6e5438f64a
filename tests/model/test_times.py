"""Intervals meet, or cannot be compared while one is unresolved."""

import pytest

from firsthand.model.times import TimeSpan, meet


def make_span(start: str | None, end: str | None) -> TimeSpan:
    return TimeSpan(
        start=start, end=end, precision="day", text=None, basis="text", reason="by hand"
    )


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        (("2019-05-14", "2019-05-15"), ("2019-05-14T08:00", "2019-05-14T09:00"), True),
        (("2019-05-14", "2019-05-15"), ("2019-05-15", "2019-05-16"), False),
        (("2019-05-14", None), ("2019-06-01", "2019-06-02"), True),
        ((None, "2019-05-14"), ("2019-06-01", "2019-06-02"), False),
        ((None, None), ("2019-06-01", "2019-06-02"), None),
    ],
)
def test_intervals_meet(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], met: bool | None
) -> None:
    assert meet(make_span(*one), make_span(*other)) is met
    assert meet(make_span(*other), make_span(*one)) is met
