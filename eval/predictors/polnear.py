"""PolNeAR: who said what as flat attributions of source, cue and content."""

from eval.packs import Record
from eval.texts import parse_record
from firsthand.model.attributions import Attribution
from firsthand.model.spans import Part
from firsthand.read.attributions import find_attributions


def predict_polnear(record: Record) -> dict[str, object]:
    """Predict the attributions of an article; the gold names the first speaker, so do we."""
    found: dict[str, dict[str, list[Part]]] = {}
    for attribution in find_attributions(parse_record(record)):
        item = _flatten(attribution)
        found.setdefault(str((item["source"], item["content"])), item)
    return {"attributions": list(found.values())}


def _flatten(attribution: Attribution) -> dict[str, list[Part]]:
    speaker = attribution.links[-1]
    return {
        "source": [] if speaker.speaker_span is None else [speaker.speaker_span],
        "cue": [] if speaker.cue_span is None else [speaker.cue_span],
        "content": list(attribution.content),
    }
