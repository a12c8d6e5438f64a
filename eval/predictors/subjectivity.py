"""Subjectivity: a sentence as opinion or fact.

The pack calls a text subjective in which the writer's own voice is heard, also by style alone;
what is only quoted from others is objective. The product's own judgement is asked, as it is.
"""

from eval.packs import Record
from eval.texts import parse_record
from firsthand.read.opinions import is_opinion


def predict_subjectivity(record: Record) -> dict[str, object]:
    """Predict SUBJ for a text in which the writer judges, pleads or insists, else OBJ."""
    if record.lang not in (None, "en"):
        return {"label": "OBJ"}
    return {"label": "SUBJ" if is_opinion(parse_record(record)[:]) else "OBJ"}
