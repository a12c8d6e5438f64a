"""The page tells how often readings like these were right, in shares of measured cases."""

import re

from firsthand.publish.accuracies import load_accuracies


def test_every_share_says_what_it_is_of() -> None:
    for accuracy in load_accuracies():
        assert accuracy.what
        assert accuracy.measured_on
        assert re.fullmatch(r"\d{1,3}%", accuracy.share)
