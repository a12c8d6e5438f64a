"""Times: expressions as TimeML values."""

from eval.packs import Record


def predict_times(record: Record) -> dict[str, object]:
    """Predict the time expressions of a text with their TimeML types and values."""
    raise NotImplementedError(record.id)
