"""ECB+: which words of several reports mean one event.

The pack gives no mentions to a predictor: ours are the triggers of our acts, with verbs and
some nouns beside them, joined within one half of a topic by their first letters, as its floor is.
Most of its events are no acts of violence, so little of it is in reach of the product.
"""

from spacy.tokens import Doc, Token

from eval.packs import Record
from eval.texts import parse_record
from firsthand.read.acts import find_acts

_EVENT_NOUNS = frozenset(
    "earthquake quake fire blaze death attack shooting murder raid robbery strike explosion crash"
    " trial election game match win victory deal merger acquisition purchase launch release concert"
    " wedding divorce arrest charge sentence verdict riot protest storm flood pregnancy visit"
    " announcement award nomination injury escape theft investigation war".split()
)
_EMPTY = frozenset("be have do say tell get go make take come will would could may can".split())


def predict_ecbplus(record: Record) -> dict[str, object]:
    """Predict the event mentions of a text; their clusters are named alike across texts."""
    return {"events": find_events(record, parse_record(record))}


def find_events(record: Record, doc: Doc) -> list[dict[str, object]]:
    """Find mentions of events; those of one lemma in one half of a topic are one event."""
    topic = record.id.split("_")[0] + ("b" if record.id.endswith("plus") else "a")
    named = {act.start: act.type for act in find_acts(doc)}
    events: list[dict[str, object]] = []
    for token in doc:
        name = named.get(token.idx) or _name_event(token)
        if name is not None:
            span = [token.idx, token.idx + len(token)]
            stem = name[:5].casefold()
            events.append({"spans": [span], "cluster": f"{topic}:{stem}", "type": "ACT"})
    return events


def _name_event(token: Token) -> str | None:
    """Name an event by its word: finite verbs and nouns that mean something happening."""
    lemma = token.lemma_.casefold()
    if token.pos_ == "VERB" and lemma not in _EMPTY and token.dep_ != "amod":
        return lemma
    if token.pos_ in ("NOUN", "PROPN") and lemma in _EVENT_NOUNS:
        return lemma
    return None
