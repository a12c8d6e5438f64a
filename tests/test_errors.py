"""Errors share one root and say what, why and what to do."""

import pytest

from firsthand import errors


@pytest.mark.parametrize(
    "name",
    [
        "UsageError",
        "UnreadableReport",
        "BrokenAccount",
        "BrokenTable",
        "BrokenLedger",
        "ForkedHistory",
        "BrokenEvidence",
    ],
)
def test_every_error_is_one_of_ours(name: str) -> None:
    assert issubclass(getattr(errors, name), errors.FirsthandError)


def test_a_refused_report_keeps_code_reason_and_remedy_apart() -> None:
    error = errors.UnreadableReport("empty", "The file is empty.", "Check it.")
    assert (error.code, error.reason, error.remedy) == ("empty", "The file is empty.", "Check it.")
    assert str(error) == "The file is empty. Check it."
