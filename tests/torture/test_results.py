"""A promise holds only if the attack can break something, and did not break ours."""

import pytest
from torture.results import Result, Torture, show_failures, show_rows


@pytest.mark.parametrize(
    ("result", "passed", "word"),
    [
        (Result(ran=10, control=3), True, "holds"),
        (Result(ran=10, control=3, failures=("entry 4",)), False, "**1 failures**"),
        (Result(ran=10, control=0), False, "**proves nothing**"),
        (Result(ran=0, control=3), False, "**proves nothing**"),
    ],
)
def test_a_promise_needs_a_control_that_breaks(result: Result, passed: bool, word: str) -> None:
    torture = Torture(promise="p", bar="b", few=1, many=2, run=lambda _: result)
    row = ("walls", torture, result, 1.2)
    assert result.passed is passed
    assert show_rows([row])[-1].split(" | ")[4] == word
    assert show_failures([row]) == [f"walls: {failure}" for failure in result.failures]
