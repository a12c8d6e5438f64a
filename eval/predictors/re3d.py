"""re3d: entities of defence texts; there groups of people and "we" are organisations."""

from spacy.tokens import Doc

from eval.packs import Record
from eval.texts import load_gazetteer, parse_record
from firsthand.model.spans import Part
from firsthand.read.actors import Cast, find_actors
from firsthand.read.groups import is_person_word
from firsthand.read.places import find_places

_TYPES = {
    "person": "Person",
    "organisation": "Organisation",
    "security force": "Organisation",
    "armed organisation": "Organisation",
    "outlet": "Organisation",
    "group of people": "Nationality",
}
_LABELS = {
    "DATE": "Temporal",
    "TIME": "Temporal",
    "CARDINAL": "Quantity",
    "QUANTITY": "Quantity",
    "MONEY": "Money",
    "ORDINAL": "Quantity",
}
_PLURAL = frozenset({"we", "they", "our", "their", "us", "them"})
_SINGULAR = frozenset({"i", "he", "she", "his", "him", "my", "me"})
_ROLES = frozenset(
    "minister president secretary ambassador commander general spokesman spokeswoman leader king"
    " director officer chief emir colonel captain".split()
)
_BODIES = frozenset(
    "government army coalition forces force ministry council parliament group organisation"
    " organization troops police department embassy agency regime opposition partners allies"
    " fighters terrorists militants rebels militia staff team committee unit".split()
)


def predict_re3d(record: Record) -> dict[str, object]:
    """Predict the entities of a text with the pack's types."""
    doc = parse_record(record)
    cast = find_actors(doc, "pack")
    found: dict[tuple[int, int, str], None] = {}
    for part, kind in (
        *_list_places(doc),
        *_list_actors(cast),
        *_list_words(doc),
        *_list_labels(doc),
    ):
        found.setdefault((*part, kind))
    entities = [{"start": start, "end": end, "type": kind} for start, end, kind in found]
    return {"entities": entities}


def _list_places(doc: Doc) -> list[tuple[Part, str]]:
    places = find_places(doc, load_gazetteer(), ())
    return [((place.start, place.end), "Location") for place in places]


def _list_actors(cast: Cast) -> list[tuple[Part, str]]:
    types = {actor.id: _TYPES.get(actor.type) for actor in cast.actors}
    return [
        ((mention.start, mention.end), kind)
        for mention in cast.mentions
        if (kind := types.get(mention.actor)) is not None
    ]


def _list_words(doc: Doc) -> list[tuple[Part, str]]:
    """List pronouns, roles and nouns for bodies and groups, which the pack marks too."""
    found = []
    for token in doc:
        word = token.lower_
        part = (token.left_edge.idx, token.idx + len(token))
        if word in _SINGULAR and token.pos_ in ("PRON", "DET"):
            found.append(((token.idx, token.idx + len(token)), "Person"))
        elif word in _PLURAL and token.pos_ in ("PRON", "DET"):
            found.append(((token.idx, token.idx + len(token)), "Organisation"))
        elif word in _ROLES and token.pos_ in ("NOUN", "PROPN"):
            found.append((part, "Person"))
        elif word in _BODIES and token.pos_ in ("NOUN", "PROPN"):
            found.append((part, "Organisation"))
        elif token.tag_ == "NNS" and is_person_word(token):
            found.append((part, "Organisation"))
    return found


def _list_labels(doc: Doc) -> list[tuple[Part, str]]:
    return [
        ((entity.start_char, entity.end_char), _LABELS[entity.label_])
        for entity in doc.ents
        if entity.label_ in _LABELS
    ]
